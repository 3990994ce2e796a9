import { useRef, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { useText } from './locale-context.ts';

/** Copies a text and says so. Where the page has no clipboard, the text is shown selected, ready for the keyboard. */
export const CopyButton = ({
  value,
  label,
  onCopied,
}: {
  value: string;
  label: string;
  onCopied?(): void;
}) => {
  const text = useText();
  const [state, setState] = useState<'ready' | 'copied' | 'by-hand'>('ready');
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      setState('by-hand');
      requestAnimationFrame(() => field.current?.select());
    }
    onCopied?.();
  };
  return (
    <span class="copy">
      <Button small onPress={() => void copy()}>
        <Icon name={state === 'copied' ? 'check' : 'copy'} />
        {label}
      </Button>
      <span role="status" class="copy-said">
        {state === 'copied' && text('copied')}
        {state === 'by-hand' && text('copyByHand')}
      </span>
      {state === 'by-hand' && (
        <textarea
          ref={field}
          class="field-input"
          readOnly
          rows={2}
          aria-label={label}
          value={value}
          dir="auto"
        />
      )}
    </span>
  );
};
