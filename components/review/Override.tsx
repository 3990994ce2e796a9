import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import { TextField } from '../ui/TextField.tsx';

interface OverrideProps {
  id: string;
  reason: string;
  isRequired: boolean;
  onReason(reason: string): void;
  onOverride(): void;
  onCancel(): void;
}

/** Posting without the label: possible, said plainly, written down. */
export const Override = ({ id, reason, isRequired, onReason, onOverride, onCancel }: OverrideProps) => {
  const text = useText();
  const [wasMissing, setWasMissing] = useState(false);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
    field.current?.focus();
  }, []);
  const isMissing = isRequired && reason.trim() === '';
  return (
    <section class="review-section override" aria-labelledby={`${id}-title`} ref={section}>
      <h3 class="section-title" id={`${id}-title`}>
        {text('overrideTitle')}
      </h3>
      <TextField
        id={`${id}-reason`}
        label={text(isRequired ? 'overrideReason' : 'overrideReasonOptional')}
        hint={text('overrideHint')}
        error={wasMissing && isMissing ? text('overrideReasonMissing') : undefined}
        required={isRequired}
        multiline
        maxLength={2000}
        value={reason}
        fieldRef={field}
        onInput={onReason}
      />
      <div class="row">
        <Button
          kind="danger"
          decides
          onPress={() => {
            setWasMissing(isMissing);
            if (isMissing) field.current?.focus();
            else onOverride();
          }}
        >
          {text('actionWithoutLabel')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {text('actionCancel')}
        </Button>
      </div>
    </section>
  );
};
