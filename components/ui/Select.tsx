import type { Ref } from 'preact';

interface SelectProps {
  id: string;
  label: string;
  value: string;
  options: readonly { value: string; name: string; language?: string }[];
  selectRef?: Ref<HTMLSelectElement>;
  onChange(value: string): void;
}

export const Select = ({ id, label, value, options, selectRef, onChange }: SelectProps) => (
  <div class="field">
    <label class="field-label" for={id}>
      {label}
    </label>
    <select
      id={id}
      class="field-input"
      ref={selectRef ?? null}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option
          key={option.value}
          value={option.value}
          lang={option.language}
          selected={option.value === value}
        >
          {option.name}
        </option>
      ))}
    </select>
  </div>
);
