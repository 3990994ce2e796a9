import { useState } from 'preact/hooks';
import type { SettingsModel } from '../dashboard/settings-contract.ts';
import { Button } from '../ui/Button.tsx';
import { useLocale } from '../ui/locale-context.ts';
import { TextField } from '../ui/TextField.tsx';

/** Where Candor keeps watch: what it knows, and what the person added. */
export const SitesSection = ({ settings }: { settings: SettingsModel }) => {
  const { text, language } = useLocale();
  const [address, setAddress] = useState('');
  const known = settings.settings.value;
  if (known === undefined) return null;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const add = (): void => {
    void settings.addSite(address).then(() => {
      if (settings.problem.peek() === undefined) setAddress('');
    });
  };
  const said = (): string | undefined => {
    const problem = settings.problem.value;
    if (problem?.is === 'not-an-address') return text('siteNotAnAddress');
    if (problem?.is === 'tool') return text('siteIsTool', problem.name);
    return problem?.is === 'declined' ? text('switchDeclined') : undefined;
  };
  return (
    <>
      <h2 class="section-title">{text('sitesBuiltIn')}</h2>
      <ul class="rows">
        {settings.sites.map((site) => (
          <li key={site.id} class="rows-item">
            <span class="rows-words">
              <strong>{site.name}</strong>
              <span class="soft">
                {site.hosts.length > 0 ? site.hosts.join(', ') : text('siteSelfHosted')}
              </span>
            </span>
            <span class="soft">{text('siteVerified', day.format(new Date(site.verified)))}</span>
          </li>
        ))}
      </ul>
      <h2 class="section-title">{text('sitesAdded')}</h2>
      {known.addedSites.length === 0 && <p class="soft">{text('sitesNoneAdded')}</p>}
      <ul class="rows">
        {known.addedSites.map((site) => (
          <li key={site.origin} class="rows-item">
            <span class="rows-words">
              <strong>{site.origin}</strong>
              <span class="soft">{text('siteAddedOn', day.format(new Date(site.addedAt)))}</span>
            </span>
            <Button small kind="danger" onPress={() => void settings.removeSite(site.origin)}>
              {text('actionRemove')}
              <span class="sr-only"> {site.origin}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div class="add-site">
        <TextField
          id="site-address"
          type="url"
          label={text('siteAddress')}
          hint={text('siteAddressHint')}
          placeholder="https://social.example"
          error={said()}
          value={address}
          onInput={setAddress}
          onEnter={add}
        />
        <Button kind="primary" onPress={add}>
          {text('siteAdd')}
        </Button>
      </div>
    </>
  );
};
