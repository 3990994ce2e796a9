interface DayFieldProps {
  id: string;
  label: string;
  /** `YYYY-MM-DD`; empty: none. */
  value: string;
  onChange(day: string): void;
}

export const DayField = ({ id, label, value, onChange }: DayFieldProps) => (
  <div class="field">
    <label class="field-label" for={id}>
      {label}
    </label>
    <input
      id={id}
      class="field-input"
      type="date"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  </div>
);
