import { useState } from 'preact/hooks';
import type { SettingsModel } from '../dashboard/settings-contract.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useLocale } from '../ui/locale-context.ts';
import { TextField } from '../ui/TextField.tsx';
import type { SitesModel } from './contract.ts';
import { SitePacks } from './SitePacks.tsx';
import { SiteRow } from './SiteRow.tsx';

const Trouble = ({ model }: { model: SitesModel }) => {
  const { text } = useLocale();
  const problem = model.problem.value;
  if (problem === undefined) return null;
  const title = { silent: 'sitesSilent', unsaved: 'settingsUnsaved', declined: 'switchDeclined' } as const;
  return (
    <Banner tone={problem === 'declined' ? 'caution' : 'danger'} role="alert" title={text(title[problem])}>
      {problem === 'silent' && (
        <Button small onPress={() => void model.load()}>
          {text('lookAgain')}
        </Button>
      )}
    </Banner>
  );
};

/** Sites that the person named by their address. */
const AddedSites = ({ settings, hosts }: { settings: SettingsModel; hosts: ReadonlySet<string> }) => {
  const { text, language } = useLocale();
  const [address, setAddress] = useState('');
  const known = settings.settings.value;
  if (known === undefined) return null;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const added = known.addedSites.filter(({ origin }) => !hosts.has(origin));
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
      <h2 class="section-title">{text('sitesAdded')}</h2>
      {added.length === 0 && <p class="soft">{text('sitesNoneAdded')}</p>}
      <ul class="rows">
        {added.map((site) => (
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

const GUARD_WORDS = { observe: 'sitesGuardObserve', enforce: 'sitesGuardEnforce' } as const;

/** Where Candor keeps watch, how each definition does on this machine, and where newer ones come in. */
export const SitesSection = ({ settings, sites: model }: { settings: SettingsModel; sites: SitesModel }) => {
  const { text } = useLocale();
  const overview = model.overview.value;
  const { sites = [], requests = 'observe' } = overview ?? {};
  const isThere = sites.filter(({ isOn }) => isOn);
  const others = sites.filter(({ isOn }) => !isOn);
  const hosts = new Set(sites.flatMap((site) => site.hosts.map((host) => `https://${host}`)));
  return (
    <div class="sources sites">
      <p class="lead">{text('sitesExplain')}</p>
      {overview && <p class="soft">{text(GUARD_WORDS[requests])}</p>}
      <Trouble model={model} />
      <h2 class="section-title">{text('sitesOn')}</h2>
      <ul class="rows">
        {isThere.map((site) => (
          <SiteRow key={site.id} model={model} site={site} requests={requests} />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h2 class="section-title">{text('sitesOffered')}</h2>
          <p class="soft">{text('sitesOfferedExplain')}</p>
          <ul class="rows">
            {others.map((site) => (
              <SiteRow key={site.id} model={model} site={site} requests={requests} />
            ))}
          </ul>
        </>
      )}
      <AddedSites settings={settings} hosts={hosts} />
      <SitePacks model={model} />
    </div>
  );
};
