import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageKey } from '#lib/i18n/text.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useLocale, useText } from '../ui/locale-context.ts';
import { RadioCards } from '../ui/RadioCards.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { ExportAnswer, ExportPorts, ExportRequest } from './export-contract.ts';
import { type ExportForm, FIRST_FORM, requestOf } from './export-form.ts';

type State =
  | { is: 'idle' }
  | { is: 'running'; done: number; total: number }
  | { is: 'answered'; answer: ExportAnswer }
  | { is: 'failed'; detail: string };

const FORMATS = {
  jsonl: ['exportJsonl', 'exportJsonlExplains'],
  csv: ['exportCsv', 'exportCsvExplains'],
  html: ['exportHtml', 'exportHtmlExplains'],
  ocsf: ['exportOcsf', 'exportOcsfExplains'],
} as const satisfies Record<ExportRequest['format'], readonly [MessageKey, MessageKey]>;

const TEXTS = {
  digests: 'exportDigests',
  excerpts: 'exportExcerpts',
  full: 'exportFull',
} as const satisfies Record<ExportRequest['texts'], MessageKey>;

const NAMES = {
  shown: 'exportNamesShown',
  pseudonyms: 'exportPseudonyms',
} as const satisfies Record<ExportRequest['names'], MessageKey>;

const keysOf = <Key extends string>(record: Record<Key, unknown>): Key[] => Object.keys(record) as Key[];

interface FieldsProps {
  form: ExportForm;
  sites: readonly { id: string; name: string }[];
  onChange(change: Partial<ExportForm>): void;
}

const Day = ({
  id,
  label,
  value,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  onChange(day: string): void;
}) => (
  <div class="field">
    <label class="field-label" for={id}>
      {label}
    </label>
    <input
      id={id}
      class="field-input"
      type="date"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </div>
);

const Fields = ({ form, sites, onChange }: FieldsProps) => {
  const text = useText();
  return (
    <>
      <RadioCards
        name="export-format"
        legend={text('exportFormat')}
        value={form.format}
        options={keysOf(FORMATS).map((value) => ({
          value,
          name: text(FORMATS[value][0]),
          explains: text(FORMATS[value][1]),
        }))}
        onChange={(format) => onChange({ format })}
      />
      <div class="export-fields">
        <Day
          id="export-from"
          label={text('exportFrom')}
          value={form.from}
          onChange={(from) => onChange({ from })}
        />
        <Day id="export-to" label={text('exportTo')} value={form.to} onChange={(to) => onChange({ to })} />
        <Select
          id="export-site"
          label={text('exportSite')}
          value={form.site}
          options={[
            { value: '', name: text('exportAllSites') },
            ...sites.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={(site) => onChange({ site })}
        />
        <Select
          id="export-texts"
          label={text('exportTexts')}
          value={form.texts}
          options={keysOf(TEXTS).map((value) => ({ value, name: text(TEXTS[value]) }))}
          onChange={(texts) => onChange({ texts: texts as ExportRequest['texts'] })}
        />
        <Select
          id="export-names"
          label={text('exportNames')}
          value={form.names}
          options={keysOf(NAMES).map((value) => ({ value, name: text(NAMES[value]) }))}
          onChange={(names) => onChange({ names: names as ExportRequest['names'] })}
        />
      </div>
      {form.format === 'csv' && (
        <div class="row">
          <Switch
            id="export-bom"
            isOn={form.byteOrderMark}
            onChange={(byteOrderMark) => onChange({ byteOrderMark })}
          />
          <label for="export-bom">{text('exportByteOrderMark')}</label>
        </div>
      )}
    </>
  );
};

/** What will be in the file, said before it is made. */
const Contents = ({ form }: { form: ExportForm }) => {
  const text = useText();
  const isNarrowed = form.from !== '' || form.to !== '' || form.site !== '';
  const sentences: MessageKey[] = [
    form.format === 'jsonl' ? 'exportProves' : 'exportProvesNothing',
    ...(isNarrowed && form.format === 'jsonl' ? (['exportOthersCounted'] as const) : []),
    form.texts === 'digests'
      ? 'exportNoTexts'
      : form.texts === 'full'
        ? 'exportWithTexts'
        : 'exportWithExcerpts',
    form.names === 'shown' ? 'exportWithNames' : 'exportNoNames',
    ...(form.names === 'pseudonyms' && form.texts !== 'digests' ? (['exportTextsMayName'] as const) : []),
  ];
  return (
    <section class="export-contents" aria-label={text('exportContents')}>
      <h3 class="section-title">{text('exportContents')}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{text(sentence)}</li>
        ))}
      </ul>
    </section>
  );
};

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
  const [sites, setSites] = useState<FieldsProps['sites']>([]);
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
      <Fields form={form} sites={sites} onChange={(change) => setForm({ ...form, ...change })} />
      <Contents form={form} />
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

/** The way to an export, behind one button. */
export const ExportPanel = ({ exports }: { exports: ExportPorts }) => {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>
        <Icon name="download" />
        {text('exportLog')}
      </Button>
      {isOpen && <ExportDialog exports={exports} onClose={() => setIsOpen(false)} />}
    </>
  );
};
