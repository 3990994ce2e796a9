import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { MessageKey } from '#lib/i18n/text.ts';
import { IdentitySection } from '../identity/IdentitySection.tsx';
import type { LogModel } from '../log/contract.ts';
import { LogNotices } from '../log/LogNotices.tsx';
import type { LogPageModel } from '../log/log-page-model.ts';
import type { OpenedModel } from '../log/opened/opened-contract.ts';
import { PolicySection } from '../policy/PolicySection.tsx';
import type { SitesModel } from '../sites/contract.ts';
import { SitesSection } from '../sites/SitesSection.tsx';
import type { SourcesModel } from '../sources/contract.ts';
import { SourcesSection } from '../sources/SourcesSection.tsx';
import { Banner } from '../ui/Banner.tsx';
import { useText } from '../ui/locale-context.ts';
import { Mark } from '../ui/Mark.tsx';
import { LogSection } from './LogSection.tsx';
import type { SectionId } from './sections.ts';
import { SECTION_IDS } from './sections.ts';
import type { SettingsModel } from './settings-contract.ts';

interface DashboardProps {
  section: ReadonlySignal<SectionId>;
  log: LogModel;
  posts: LogPageModel;
  opened: OpenedModel;
  settings: SettingsModel;
  sources: SourcesModel;
  sites: SitesModel;
}

const TITLES: Record<SectionId, MessageKey> = {
  log: 'logTitle',
  names: 'namesTitle',
  sites: 'sitesTitle',
  sources: 'sourcesTitle',
  policy: 'policyTitle',
};

const Problem = ({ settings }: Pick<DashboardProps, 'settings'>) => {
  const text = useText();
  const problem = settings.problem.value?.is;
  if (problem !== 'unread' && problem !== 'unsaved') return null;
  return (
    <Banner
      tone="danger"
      role="alert"
      title={text(problem === 'unread' ? 'settingsUnread' : 'settingsUnsaved')}
    >
      <p>{text('settingsSafe')}</p>
    </Banner>
  );
};

/** The page behind the popup: everything Candor recorded and everything that can be set. */
export const Dashboard = ({ section, log, posts, opened, settings, sources, sites }: DashboardProps) => {
  const text = useText();
  const shown = section.value;
  const content: Record<SectionId, () => ComponentChildren> = {
    log: () => <LogSection log={log} page={posts} opened={opened} />,
    names: () => <IdentitySection settings={settings} />,
    sites: () => <SitesSection settings={settings} sites={sites} />,
    sources: () => <SourcesSection sources={sources} />,
    policy: () => <PolicySection settings={settings} />,
  };
  return (
    <div class="dashboard">
      <header class="side">
        <p class="brand">
          <Mark size={28} />
          {text('extensionName')}
        </p>
        <nav aria-label={text('dashboardNavigation')}>
          {SECTION_IDS.map((id) => (
            <a key={id} href={`#${id}`} aria-current={id === shown ? 'page' : undefined}>
              {text(TITLES[id])}
            </a>
          ))}
        </nav>
      </header>
      <main class="main" aria-labelledby="section-title">
        <h1 id="section-title">{text(TITLES[shown])}</h1>
        <LogNotices log={log} />
        <Problem settings={settings} />
        {content[shown]()}
      </main>
    </div>
  );
};
