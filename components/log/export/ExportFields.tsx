import type { MessageKey } from '#lib/i18n/text.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useText } from '../../ui/locale-context.ts';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { ExportRequest } from './export-contract.ts';
import type { ExportForm } from './export-form.ts';

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

export interface ExportFieldsProps {
  form: ExportForm;
  sites: readonly { id: string; name: string }[];
  onChange(change: Partial<ExportForm>): void;
}

/** What goes into the file, as the person chooses it. */
export const ExportFields = ({ form, sites, onChange }: ExportFieldsProps) => {
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
        <DayField
          id="export-from"
          label={text('exportFrom')}
          value={form.from}
          onChange={(from) => onChange({ from })}
        />
        <DayField
          id="export-to"
          label={text('exportTo')}
          value={form.to}
          onChange={(to) => onChange({ to })}
        />
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
