import type { ComponentChildren } from 'preact';

interface SwitchProps {
  id: string;
  isOn: boolean;
  /** It is on and stays on. */
  isLocked?: boolean;
  /** Read out where nothing beside it says what it switches. */
  label?: string;
  describedBy?: string;
  onChange(isOn: boolean): void;
}

/** A native checkbox that looks like what it is: on at once, nothing to save. */
export const Switch = ({ id, isOn, isLocked = false, label, describedBy, onChange }: SwitchProps) => (
  <input
    id={id}
    type="checkbox"
    class="switch"
    checked={isOn}
    disabled={isLocked}
    aria-label={label}
    aria-describedby={describedBy}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
);

/** A switch, what it is for, and what that means. `children`: what goes with it while it is on. */
export const SwitchRow = ({
  id,
  name,
  hint,
  isOn,
  onChange,
  children,
}: Omit<SwitchProps, 'label' | 'describedBy' | 'isLocked'> & {
  name: string;
  hint: string;
  children?: ComponentChildren;
}) => (
  <li class="rows-item switch-row">
    <label class="switch-words" for={id}>
      <span class="card-name">{name}</span>
      <span class="card-explains" id={`${id}-hint`}>
        {hint}
      </span>
    </label>
    <Switch id={id} isOn={isOn} describedBy={`${id}-hint`} onChange={onChange} />
    {children}
  </li>
);
