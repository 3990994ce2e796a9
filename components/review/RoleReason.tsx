import type { Ref } from 'preact';
import { useText } from '../ui/locale-context.ts';
import { TextField } from '../ui/TextField.tsx';

interface RoleReasonProps {
  reason: string;
  reasonRef: Ref<HTMLInputElement & HTMLTextAreaElement>;
  onReason(reason: string): void;
}

/** The person knows more than what is remembered, and says it in a few words. */
export const RoleReason = ({ reason, reasonRef, onReason }: RoleReasonProps) => {
  const text = useText();
  return (
    <div class="role-reason">
      <TextField
        id="candor-role-reason"
        label={text('roleReason')}
        hint={text('roleReasonHint')}
        required
        multiline
        maxLength={2000}
        value={reason}
        fieldRef={reasonRef}
        onInput={onReason}
      />
    </div>
  );
};
