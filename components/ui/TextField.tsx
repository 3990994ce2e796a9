import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';

interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
  multiline?: boolean;
  type?: 'text' | 'search' | 'url' | 'password';
  maxLength?: number;
  autocomplete?: string;
  hideLabel?: boolean;
  placeholder?: string;
  fieldRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  onInput(value: string): void;
  /** Enter in a single line, never while an input method is composing. */
  onEnter?(): void;
}

/**
 * Uncontrolled underneath: writing `value` back while an input method composes would destroy the composition,
 * so the element is written only when the value comes from elsewhere.
 */
export const TextField = (props: TextFieldProps) => {
  const typed = useRef(props.value);
  const element = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null);
  if (element.current && props.value !== typed.current) element.current.value = props.value;
  typed.current = props.value;
  const describedBy = [props.hint && `${props.id}-hint`, props.error && `${props.id}-error`]
    .filter(Boolean)
    .join(' ');
  const shared = {
    id: props.id,
    class: 'field-input',
    defaultValue: props.value,
    required: props.required ?? false,
    ...(props.maxLength !== undefined && { maxLength: props.maxLength }),
    ...(props.placeholder !== undefined && { placeholder: props.placeholder }),
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': describedBy || undefined,
    onInput: (event: Event) => {
      typed.current = (event.currentTarget as HTMLInputElement).value;
      props.onInput(typed.current);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.isComposing && event.isTrusted) props.onEnter?.();
    },
    ref: (found: HTMLInputElement | HTMLTextAreaElement | null) => {
      element.current = found as (HTMLInputElement & HTMLTextAreaElement) | null;
      if (typeof props.fieldRef === 'function') props.fieldRef(element.current);
      else if (props.fieldRef) props.fieldRef.current = element.current;
    },
  };
  return (
    <div class="field">
      <label class={props.hideLabel ? 'sr-only' : 'field-label'} for={props.id}>
        {props.label}
      </label>
      {props.multiline ? (
        <textarea {...shared} rows={3} dir="auto" />
      ) : (
        <input
          {...shared}
          type={(props.type ?? 'text') as 'text'}
          {...(props.autocomplete && { autocomplete: props.autocomplete })}
          dir="auto"
        />
      )}
      {props.hint && (
        <p class="field-hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="field-error" id={`${props.id}-error`}>
          {props.error}
        </p>
      )}
    </div>
  );
};
