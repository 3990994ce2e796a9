import type { LogFilter } from '#lib/model/log-query.ts';
import { ROLE_WORDS } from '../../roles.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useLocale } from '../../ui/locale-context.ts';
import { textForCode } from '../../ui/text-for-code.ts';
import type { LogPageModel } from '../log-page-model.ts';
import { STANDING_WORDS } from '../OutcomeBadge.tsx';
import { focusFilters } from './focus-filters.ts';
import { PRESET_WORDS } from './preset-words.ts';
import { presetOf } from './time-presets.ts';

interface FilterChipsProps {
  page: LogPageModel;
  now: number;
  onChange(change: { [Name in keyof LogFilter]?: undefined }): void;
}

interface Chip {
  label: string;
  value: string;
  clears: (keyof LogFilter)[];
}

const useChips = ({ page, now }: Pick<FilterChipsProps, 'page' | 'now'>): Chip[] => {
  const { text, language } = useLocale();
  const filter = page.posts.filter.value;
  const day = (time: number): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(time);
  const timeWords = (): string => {
    const preset = presetOf(filter, now);
    if (preset !== undefined) return text(PRESET_WORDS[preset]);
    const from = filter.from === undefined ? '…' : day(filter.from);
    return `${from} – ${filter.until === undefined ? '…' : day(filter.until - 1)}`;
  };
  const chip = (label: string, value: string | undefined, ...clears: (keyof LogFilter)[]): Chip[] =>
    value === undefined || value === '' ? [] : [{ label, value, clears }];
  const hasTime = filter.from !== undefined || filter.until !== undefined;
  return [
    ...chip(text('filterWords'), filter.words, 'words'),
    ...chip(text('columnTime'), hasTime ? timeWords() : undefined, 'from', 'until'),
    ...chip(text('columnSite'), filter.site && page.ports.nameOfSite(filter.site), 'site'),
    ...chip(text('columnRole'), filter.role && text(ROLE_WORDS[filter.role].short), 'role'),
    ...chip(text('columnOutcome'), filter.outcome && text(STANDING_WORDS[filter.outcome].words), 'outcome'),
    ...chip(
      text('filterRule'),
      filter.rule && textForCode(text, 'rule_', filter.rule, [], filter.rule),
      'rule',
    ),
    ...chip(text('columnName'), filter.identity, 'identity'),
    ...chip(text('filterPolicy'), filter.policy, 'policy'),
    ...chip(text('filterOverride'), filter.override && text('filterYes'), 'override'),
  ];
};

/** What is set, each with a way to take it back. */
export const FilterChips = ({ page, now, onChange }: FilterChipsProps) => {
  const { text } = useLocale();
  const chips = useChips({ page, now });
  if (chips.length === 0) return null;
  return (
    <div class="filters-chips">
      <ul aria-label={text('filterSet')}>
        {chips.map(({ label, value, clears }) => (
          <li key={label}>
            <button
              type="button"
              class="filter-chip"
              onClick={() => {
                onChange(Object.fromEntries(clears.map((name) => [name, undefined])));
                focusFilters();
              }}
            >
              <span class="sr-only">{text('filterRemove')} </span>
              <span class="filter-chip-label">{label}:</span> <span dir="auto">{value}</span>
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <Button
        kind="quiet"
        small
        onPress={() => {
          void page.narrow({});
          focusFilters();
        }}
      >
        {text('filterClear')}
      </Button>
    </div>
  );
};
