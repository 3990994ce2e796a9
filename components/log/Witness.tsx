import { useState } from 'preact/hooks';
import { Banner } from '../ui/Banner.tsx';
import { useLocale } from '../ui/locale-context.ts';
import { textForCode } from '../ui/text-for-code.ts';
import type { WitnessAnswer, WitnessPorts } from './witness-contract.ts';

type State =
  | { is: 'idle' }
  | { is: 'running' }
  | { is: 'done'; answer: WitnessAnswer }
  | { is: 'failed'; detail: string };

const Result = ({ state }: { state: State }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  if (state.is === 'idle') return null;
  if (state.is === 'running') return <p>{text('witnessRunning')}</p>;
  if (state.is === 'failed')
    return (
      <Banner tone="danger" title={text('witnessRefused')}>
        <p>{state.detail}</p>
      </Banner>
    );
  const { answer } = state;
  if (!answer.ok) {
    const entry = answer.index === undefined ? '' : number.format(answer.index);
    return (
      <Banner tone="danger" title={text('witnessRefused')}>
        <p>{textForCode(text, 'verify_', answer.code, [entry], answer.code)}</p>
      </Banner>
    );
  }
  return (
    <Banner tone="good" title={text('witnessSigned', number.format(answer.size))}>
      <p>
        {answer.before === undefined
          ? text('witnessFirst')
          : text('witnessExtends', number.format(answer.before))}
      </p>
      <p>
        {text('witnessKey')} <code class="witness-key">{answer.key}</code>
      </p>
    </Banner>
  );
};

/** Signs the checkpoint of somebody else's log, after looking at the export of it. */
export const Witness = ({ witness }: { witness: WitnessPorts }) => {
  const { text } = useLocale();
  const [state, setState] = useState<State>({ is: 'idle' });
  const sign = async (file: File): Promise<void> => {
    setState({ is: 'running' });
    try {
      setState({ is: 'done', answer: await witness.sign(file) });
    } catch (error) {
      setState({ is: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <details class="witness">
      <summary>{text('witnessTitle')}</summary>
      <p class="lead">{text('witnessExplains')}</p>
      <label class="field-label" for="witness-file">
        {text('witnessFile')}
      </label>
      <input
        id="witness-file"
        type="file"
        accept=".jsonl"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) void sign(file);
        }}
      />
      <div role="status">
        <Result state={state} />
      </div>
    </details>
  );
};
