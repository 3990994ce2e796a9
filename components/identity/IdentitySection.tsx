import { useState } from 'preact/hooks';
import type { SettingsModel } from '../dashboard/settings-contract.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import { displayName } from './display-name.ts';
import { IdentityForm } from './IdentityForm.tsx';

/** The names that can stand behind a post. */
export const IdentitySection = ({ settings }: { settings: SettingsModel }) => {
  const text = useText();
  const [edited, setEdited] = useState<string | undefined>(undefined);
  const known = settings.settings.value;
  if (known === undefined) return null;
  const close = (): void => setEdited(undefined);
  const isAdding = edited === 'new' || (known.identities.length === 0 && edited === undefined);
  return (
    <>
      <p class="lead">{text('namesExplain')}</p>
      <ul class="rows">
        {known.identities.map((identity) =>
          edited === identity.id ? (
            <li key={identity.id} class="rows-item">
              <IdentityForm
                identity={identity}
                onSave={(changed) => {
                  void settings.saveIdentity({ ...changed, id: identity.id });
                  close();
                }}
                onCancel={close}
              />
            </li>
          ) : (
            <li key={identity.id} class="rows-item">
              <span class="rows-words">
                <strong dir="auto">{displayName(identity)}</strong>
                {known.defaultIdentity === identity.id && (
                  <span class="badge good">{text('identityDefault')}</span>
                )}
              </span>
              <span class="row">
                {known.defaultIdentity !== identity.id && (
                  <Button small kind="quiet" onPress={() => void settings.makeDefault(identity.id)}>
                    {text('identityMakeDefault')}
                    <span class="sr-only"> {displayName(identity)}</span>
                  </Button>
                )}
                <Button small onPress={() => setEdited(identity.id)}>
                  {text('actionEdit')}
                  <span class="sr-only"> {displayName(identity)}</span>
                </Button>
                <Button small kind="danger" onPress={() => void settings.removeIdentity(identity.id)}>
                  {text('actionRemove')}
                  <span class="sr-only"> {displayName(identity)}</span>
                </Button>
              </span>
            </li>
          ),
        )}
        {isAdding && (
          <li class="rows-item">
            <IdentityForm
              onSave={(identity) => {
                void settings.saveIdentity(identity);
                close();
              }}
              onCancel={() => setEdited('none')}
            />
          </li>
        )}
      </ul>
      {!isAdding && <Button onPress={() => setEdited('new')}>{text('addName')}</Button>}
    </>
  );
};
