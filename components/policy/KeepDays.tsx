import { useState } from 'preact/hooks';
import type { SettingsModel } from '../dashboard/settings-contract.ts';
import { useLocale } from '../ui/locale-context.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';

const OFFERED = [0, 30, 90, 365];
const LONGEST = 3650;
const OWN = 'own';

const readDays = (typed: string): number | undefined => {
  const days = Number(typed);
  return /^\d{1,4}$/u.test(typed.trim()) && days >= 1 && days <= LONGEST ? days : undefined;
};

/** After how many days the texts beside the log are erased. */
export const KeepDays = ({ settings, days }: { settings: SettingsModel; days: number }) => {
  const { text, language } = useLocale();
  const [own, setOwn] = useState(OFFERED.includes(days) ? undefined : String(days));
  const number = new Intl.NumberFormat(language);
  const isWrong = own !== undefined && own !== '' && readDays(own) === undefined;
  const nameOf = (value: number): string =>
    value === 0 ? text('keepForever') : text('keepForDays', number.format(value));
  return (
    <section class="keep-days">
      <Select
        id="keep-days"
        label={text('keepDays')}
        value={own === undefined ? String(days) : OWN}
        options={[
          ...OFFERED.map((value) => ({ value: String(value), name: nameOf(value) })),
          { value: OWN, name: text('keepOwnDays') },
        ]}
        onChange={(value) => {
          setOwn(value === OWN ? '' : undefined);
          if (value !== OWN) void settings.keepTextDays(Number(value));
        }}
      />
      {own !== undefined && (
        <TextField
          id="keep-own-days"
          label={text('keepOwnDaysLabel')}
          value={own}
          maxLength={4}
          error={isWrong ? text('keepOwnDaysWrong', number.format(LONGEST)) : undefined}
          onInput={(typed) => {
            setOwn(typed);
            const wanted = readDays(typed);
            if (wanted !== undefined) void settings.keepTextDays(wanted);
          }}
        />
      )}
      <p class="soft">{text('keepDaysExplains')}</p>
    </section>
  );
};
