import type { ComponentChildren, Ref } from 'preact';

interface ButtonProps {
  children: ComponentChildren;
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  small?: boolean;
  /** Looks and reads as unavailable but keeps the focus; the press may still say why. */
  unavailable?: boolean;
  disabled?: boolean;
  /** Marks a button whose press is a decision: the dialog's guard watches it. */
  decides?: boolean;
  describedBy?: string;
  expanded?: boolean;
  controls?: string;
  label?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  onPress(): void;
}

/** Only a press by the person counts; a script's `click()` does nothing. */
export const Button = ({ kind = 'plain', small = false, ...props }: ButtonProps) => (
  <button
    type="button"
    ref={props.buttonRef ?? null}
    class={['button', kind === 'plain' ? '' : kind, small ? 'small' : ''].filter(Boolean).join(' ')}
    disabled={props.disabled ?? false}
    aria-disabled={props.unavailable ? 'true' : undefined}
    aria-describedby={props.describedBy}
    aria-expanded={props.expanded}
    aria-controls={props.controls}
    aria-label={props.label}
    data-decides={props.decides ? '' : undefined}
    onClick={(event) => {
      if (event.isTrusted) props.onPress();
    }}
  >
    {props.children}
  </button>
);
