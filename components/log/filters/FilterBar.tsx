import { useState } from 'preact/hooks';
import type { MessageKey } from '#lib/i18n/text.ts';
import { RULE_IDS } from '#lib/model/decision.ts';
import { type LogFilter, standingSchema } from '#lib/model/log-query.ts';
import { ROLE_ORDER, ROLE_WORDS } from '../../roles.ts';
import { Button } from '../../ui/Button.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useLocale } from '../../ui/locale-context.ts';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { textForCode } from '../../ui/text-for-code.ts';
import type { LogPageModel } from '../log-page-model.ts';
import { STANDING_WORDS } from '../OutcomeBadge.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FILTER_WORDS } from './focus-filters.ts';
import { dayOf, dayStart } from './log-address.ts';
import { PRESET_WORDS } from './preset-words.ts';
import { presetOf, rangeOf, TIME_PRESETS } from './time-presets.ts';

interface DayProps {
  id: string;
  label: string;
  time: number | undefined;
  /** 1: the field shows the day before, which is the last that counts. */
  back: 0 | 1;
  onChange(time: number | undefined): void;
}

const Day = ({ id, label, time, back, onChange }: DayProps) => (
  <DayField
    id={id}
    label={label}
    value={time === undefined ? '' : dayOf(time, -back)}
    onChange={(day) => onChange(dayStart(day, back))}
  />
);

/** What narrows the list, as small as it can be; what is seldom needed waits behind a button. */
export const FilterBar = ({ page }: { page: LogPageModel }) => {
  const { text } = useLocale();
  const filter = page.posts.filter.value;
  const facets = page.facets.value;
  const now = Date.now();
  const preset = presetOf(filter, now);
  const [isCustom, setCustom] = useState(false);
  const seldom = [filter.rule, filter.identity, filter.policy, filter.override].some(Boolean);
  const [isOpen, setOpen] = useState(seldom);
  const set = (change: { [Name in keyof LogFilter]?: LogFilter[Name] | undefined }): void => {
    const said = Object.entries({ ...page.posts.filter.value, ...change }).filter(
      ([, value]) => value !== undefined,
    );
    void page.narrow(Object.fromEntries(said) as LogFilter);
  };
  /** A choice among these; the empty one lets everything through. What is chosen is there even if the log has no such thing. */
  const choice = (
    name: 'site' | 'role' | 'outcome' | 'rule' | 'identity' | 'policy',
    label: MessageKey,
    values: readonly string[],
    nameOf: (value: string) => string = (value) => value,
  ) => {
    const value = filter[name] ?? '';
    const known = value === '' || values.includes(value) ? values : [...values, value];
    return (
      <Select
        id={`filter-${name}`}
        label={text(label)}
        value={value}
        options={[
          { value: '', name: text('filterAll') },
          ...known.map((one) => ({ value: one, name: nameOf(one) })),
        ]}
        onChange={(chosen) => set({ [name]: chosen === '' ? undefined : chosen })}
      />
    );
  };
  const isRange = isCustom || preset === undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: not every browser in use knows the element
    <div class="filters" role="search" aria-label={text('filterTitle')}>
      <div class="filters-row">
        <div class="filters-words">
          <TextField
            id={FILTER_WORDS}
            type="search"
            label={text('searchPosts')}
            maxLength={200}
            value={filter.words ?? ''}
            onInput={(words) => {
              const { words: _, ...rest } = page.posts.filter.value;
              void page.narrow(words === '' ? rest : { ...rest, words }, 'typed');
            }}
          />
        </div>
        <Select
          id="filter-time"
          label={text('columnTime')}
          value={isRange ? 'custom' : preset}
          options={[
            ...TIME_PRESETS.map((value) => ({ value, name: text(PRESET_WORDS[value]) })),
            { value: 'custom', name: text('timeCustom') },
          ]}
          onChange={(chosen) => {
            setCustom(chosen === 'custom');
            const known = TIME_PRESETS.find((value) => value === chosen);
            if (known) set({ from: undefined, until: undefined, ...rangeOf(known, now) });
          }}
        />
        {choice('site', 'columnSite', facets?.sites ?? [], page.ports.nameOfSite)}
        {choice('role', 'columnRole', ROLE_ORDER, (role) =>
          text(ROLE_WORDS[role as keyof typeof ROLE_WORDS].short),
        )}
        {choice('outcome', 'columnOutcome', standingSchema.options, (standing) =>
          text(STANDING_WORDS[standing as keyof typeof STANDING_WORDS].words),
        )}
        <Button kind="quiet" expanded={isOpen} controls="filters-more" onPress={() => setOpen(!isOpen)}>
          {text(isOpen ? 'filterFewer' : 'filterMore')}
          <Icon name="chevron" size={14} />
        </Button>
      </div>
      {isRange && (
        <div class="filters-row">
          <Day
            id="filter-from"
            label={text('timeFrom')}
            time={filter.from}
            back={0}
            onChange={(from) => set({ from })}
          />
          <Day
            id="filter-until"
            label={text('timeUntil')}
            time={filter.until}
            back={1}
            onChange={(until) => set({ until })}
          />
        </div>
      )}
      <div id="filters-more" class="filters-row" hidden={!isOpen}>
        {choice('rule', 'filterRule', RULE_IDS, (rule) => textForCode(text, 'rule_', rule, [], rule))}
        {choice('identity', 'columnName', facets?.identities ?? [])}
        {choice('policy', 'filterPolicy', facets?.policies ?? [])}
        <div class="filters-switch">
          <Switch
            id="filter-override"
            isOn={filter.override === true}
            onChange={(isOn) => set({ override: isOn ? true : undefined })}
          />
          <label for="filter-override">{text('filterOverride')}</label>
        </div>
      </div>
      <FilterChips page={page} now={now} onChange={set} />
    </div>
  );
};
