import { useState } from 'preact/hooks';
import type { Identity } from '#lib/model/identity.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';

interface IdentityFormProps {
  /** Missing: a new one. */
  identity?: Identity | undefined;
  onSave(identity: Omit<Identity, 'id'>): void;
  onCancel(): void;
}

export const IdentityForm = ({ identity, onSave, onCancel }: IdentityFormProps) => {
  const text = useText();
  const [name, setName] = useState(identity?.name ?? '');
  const [organisation, setOrganisation] = useState(identity?.organisation ?? '');
  const [form, setForm] = useState<Identity['form']>(identity?.form ?? 'person');
  const [wasMissing, setWasMissing] = useState(false);
  const isMissing = name.trim() === '';
  const hasOrganisation = organisation.trim() !== '';
  const save = (): void => {
    setWasMissing(isMissing);
    if (isMissing) return;
    onSave({
      name: name.trim(),
      form: hasOrganisation ? form : 'person',
      ...(hasOrganisation && { organisation: organisation.trim() }),
    });
  };
  return (
    <div class="identity-form">
      <TextField
        id="identity-name"
        label={text('identityName')}
        value={name}
        required
        maxLength={80}
        autocomplete="name"
        error={wasMissing && isMissing ? text('identityNameMissing') : undefined}
        onInput={setName}
        onEnter={save}
      />
      <TextField
        id="identity-organisation"
        label={text('identityOrganisation')}
        value={organisation}
        maxLength={80}
        autocomplete="organization"
        onInput={setOrganisation}
        onEnter={save}
      />
      {hasOrganisation && (
        <Select
          id="identity-form"
          label={text('identityShows')}
          value={form}
          options={[
            { value: 'person', name: text('identityShowsPerson') },
            { value: 'organisation', name: text('identityShowsOrganisation') },
            { value: 'both', name: text('identityShowsBoth') },
          ]}
          onChange={(value) => setForm(value as Identity['form'])}
        />
      )}
      <div class="row">
        <Button kind="primary" onPress={save}>
          {text('actionSave')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {text('actionCancel')}
        </Button>
      </div>
    </div>
  );
};
