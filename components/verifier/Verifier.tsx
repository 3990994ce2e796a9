import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import { AnswerView } from './AnswerView.tsx';
import type { VerifierModel } from './contract.ts';
import { FileField } from './FileField.tsx';

/** How many files came to which end: all that a reader who cannot see the page needs to hear. */
const Said = ({ verifier }: { verifier: VerifierModel }) => {
  const text = useText();
  const ends = verifier.files.value.flatMap(({ state }) =>
    state.is === 'done' ? [state.answer.verdict] : [],
  );
  const count = (verdict: string): number => ends.filter((end) => end === verdict).length;
  return (
    <p class="sr-only" role="status">
      {ends.length > 0 && !verifier.isRunning.value
        ? text('verifierSaid', count('intact'), count('broken'), count('unchecked'))
        : ''}
    </p>
  );
};

/** `canSign`: this browser can check signatures at all. */
export const Verifier = ({ verifier, canSign }: { verifier: VerifierModel; canSign: boolean }) => {
  const text = useText();
  const files = verifier.files.value;
  const kept = verifier.kept.value;
  return (
    <main class="verifier">
      <h1>{text('verifierTitle')}</h1>
      <p class="lead">{text('verifierExplains')}</p>
      {!canSign && <Banner tone="danger" title={text('verifierOldBrowser')} role="alert" />}
      <FileField
        id="files"
        title={text('verifierFiles')}
        explains={text('verifierFilesExplains')}
        onFiles={(more) => void verifier.add(more)}
      />
      <FileField
        id="kept"
        title={text('verifierKept')}
        explains={text('verifierKeptExplains')}
        onFiles={(more) => void verifier.keep(more)}
      />
      {kept.length > 0 && <p>{text('verifierKeptNames', kept.map(({ name }) => name).join(', '))}</p>}
      {(files.length > 0 || kept.length > 0) && (
        <p class="row">
          {verifier.isRunning.value && <Button onPress={verifier.stop}>{text('verifierStop')}</Button>}
          <Button kind="quiet" onPress={verifier.clear}>
            {text('verifierClear')}
          </Button>
        </p>
      )}
      <Said verifier={verifier} />
      {files.map((checked) => (
        <AnswerView key={checked.id} checked={checked} />
      ))}
    </main>
  );
};
