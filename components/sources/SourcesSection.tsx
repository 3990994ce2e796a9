import { useRef } from 'preact/hooks';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import { AddSource } from './AddSource.tsx';
import type { SourcesModel } from './contract.ts';
import { ForgetButton, ForgetQuestion, ForgetResult } from './Forget.tsx';
import { LostMemory } from './LostMemory.tsx';
import { MemorySettings } from './MemorySettings.tsx';
import { SourceLists } from './SourceLists.tsx';
import { Stored } from './Stored.tsx';
import { useAmounts } from './use-amounts.ts';

interface SectionProps {
  sources: SourcesModel;
}

/** Where the store or the background cannot answer: what that means for posts, and what helps. */
const Trouble = ({ sources }: SectionProps) => {
  const text = useText();
  const trouble = sources.overview.value?.problem;
  const again = (
    <Button small onPress={() => void sources.load()}>
      {text('lookAgain')}
    </Button>
  );
  if (sources.problem.value?.is === 'silent') {
    return (
      <Banner tone="danger" role="alert" title={text('sourcesSilent')}>
        {again}
      </Banner>
    );
  }
  if (trouble === undefined) return null;
  const isSorting = trouble === 'rebuilding';
  return (
    <Banner
      tone={isSorting ? 'caution' : 'danger'}
      role={isSorting ? 'status' : 'alert'}
      title={text(isSorting ? 'sourcesRebuilding' : 'sourcesUnreadable')}
    >
      <p>{text(isSorting ? 'sourcesRebuildingExplains' : 'sourcesUnreadableExplains')}</p>
      {again}
    </Banner>
  );
};

/** All of it in one line, and the way to be rid of it. */
const Summary = ({ sources }: SectionProps) => {
  const text = useText();
  const amounts = useAmounts();
  const opener = useRef<HTMLButtonElement>(null);
  const overview = sources.overview.value;
  if (overview === undefined) return null;
  const { generations, bytes, problem } = overview;
  const isEmpty = generations === 0;
  const forget = { sources, opener };
  return (
    <div class="sources-sum">
      {problem === undefined && (
        <p class="sources-total">
          <strong>
            {isEmpty
              ? text('sourcesNothing')
              : text(
                  amounts.plural(generations, 'rememberedOne', 'rememberedOther'),
                  amounts.count(generations),
                )}
          </strong>{' '}
          <span class="soft">{isEmpty ? text('sourcesNothingAdvice') : amounts.size(bytes)}</span>
        </p>
      )}
      {(!isEmpty || problem !== undefined) && <ForgetButton {...forget} />}
      <ForgetQuestion {...forget} />
    </div>
  );
};

/** Which AI tools Candor knows again in a post, what it remembers of them, and how to forget it. */
export const SourcesSection = ({ sources }: SectionProps) => {
  const text = useText();
  return (
    <div class="sources">
      <p class="lead">{text('sourcesExplain')}</p>
      <Trouble sources={sources} />
      <LostMemory sources={sources} />
      {sources.problem.value?.is === 'unsaved' && (
        <Banner tone="danger" role="alert" title={text('settingsUnsaved')}>
          <p>{text('settingsSafe')}</p>
        </Banner>
      )}
      <Summary sources={sources} />
      <ForgetResult sources={sources} />
      <SourceLists sources={sources} />
      <AddSource sources={sources} />
      <MemorySettings sources={sources} />
      <Stored sources={sources} />
    </div>
  );
};
