import { useEffect, useRef, useState } from 'preact/hooks';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useLocale } from '../../ui/locale-context.ts';
import { ExportContents } from './ExportContents.tsx';
import { ExportFields, type ExportFieldsProps } from './ExportFields.tsx';
import type { ExportAnswer, ExportPorts } from './export-contract.ts';
import { type ExportForm, FIRST_FORM, requestOf } from './export-form.ts';

type State =
  | { is: 'idle' }
  | { is: 'running'; done: number; total: number }
  | { is: 'answered'; answer: ExportAnswer }
  | { is: 'failed'; detail: string };

const Outcome = ({ state }: { state: State }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  if (state.is === 'failed')
    return (
      <Banner tone="danger" title={text('exportFailed')}>
        <p>{state.detail}</p>
      </Banner>
    );
  if (state.is !== 'answered') return null;
  const { answer } = state;
  return answer.is === 'cancelled' ? (
    <Banner tone="info" title={text('exportCancelled')} />
  ) : (
    <Banner tone="good" title={text('exportSaved', number.format(answer.entries), answer.name)} />
  );
};

/** Everything about one export: what goes in, how far it is, how it ended. */
export const ExportDialog = ({ exports, onClose }: { exports: ExportPorts; onClose(): void }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  const [form, setForm] = useState<ExportForm>(FIRST_FORM);
  const [sites, setSites] = useState<ExportFieldsProps['sites']>([]);
  const [state, setState] = useState<State>({ is: 'idle' });
  const dialog = useRef<HTMLDialogElement>(null);
  const running = useRef<AbortController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog opens once
  useEffect(() => {
    dialog.current?.showModal();
    exports.readSites().then(setSites, () => undefined);
    return () => running.current?.abort();
  }, []);

  const save = async (): Promise<void> => {
    if (state.is === 'running') return;
    const stop = new AbortController();
    running.current = stop;
    setState({ is: 'running', done: 0, total: 0 });
    const onProgress = (done: number, total: number) => setState({ is: 'running', done, total });
    try {
      const answer = await exports.save(requestOf(form), onProgress, stop.signal);
      setState({ is: 'answered', answer });
    } catch (error) {
      setState({ is: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };

  return (
    <dialog ref={dialog} class="receipt" aria-labelledby="export-title" onClose={onClose}>
      <h2 id="export-title">{text('exportTitle')}</h2>
      <ExportFields form={form} sites={sites} onChange={(change) => setForm({ ...form, ...change })} />
      <ExportContents form={form} />
      {state.is === 'running' ? (
        <div class="row">
          <progress aria-label={text('exportRunning')} max={state.total || 1} value={state.done} />
          <span>{text('exportProgress', number.format(state.done), number.format(state.total))}</span>
          <Button onPress={() => running.current?.abort()}>{text('exportCancel')}</Button>
        </div>
      ) : (
        <div class="row">
          <Button kind="primary" onPress={() => void save()}>
            <Icon name="download" />
            {text('exportSave')}
          </Button>
          <Button kind="quiet" onPress={() => dialog.current?.close()}>
            {text('receiptClose')}
          </Button>
        </div>
      )}
      <div role="status">
        <Outcome state={state} />
      </div>
    </dialog>
  );
};
