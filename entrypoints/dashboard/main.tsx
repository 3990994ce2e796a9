import '#components/ui/page-styles.ts';
import '#components/dashboard/dashboard.css';
import '#components/log/receipt.css';
import '#components/log/backup.css';
import '#components/log/former.css';
import '#components/log/log-page.css';
import '#components/log/stamp.css';
import '#components/log/witness.css';
import '#components/sources/sources.css';
import '#components/sites/sites.css';
import { signal } from '@preact/signals';
import { Dashboard } from '#components/dashboard/Dashboard.tsx';
import { readSection } from '#components/dashboard/sections.ts';
import { createSettingsModel } from '#components/dashboard/settings-model.ts';
import { createLogModel } from '#components/log/log-model.ts';
import { createLogPageModel } from '#components/log/log-page-model.ts';
import { createOpenedModel } from '#components/log/opened/opened-model.ts';
import { createSitesModel } from '#components/sites/sites-model.ts';
import { createSourcesModel } from '#components/sources/sources-model.ts';
import { startPage } from '#components/ui/start-page.tsx';
import { readCandorLog } from '#lib/flow/open-candor-log.ts';
import { browserLocale } from '#lib/i18n/browser-text.ts';
import { knownSettings } from '#lib/pages/known-settings.ts';
import { createLogPorts } from '#lib/pages/log-ports.ts';
import { createOpenedPorts } from '#lib/pages/opened-ports.ts';
import { pageAddress } from '#lib/pages/page-address.ts';
import { createSettingsPorts } from '#lib/pages/settings-ports.ts';
import { createSitesPorts } from '#lib/pages/sites-ports.ts';
import { createSourcesPorts, knownSources } from '#lib/pages/sources-ports.ts';
import { readWitnessed } from '#lib/storage/witness-store.ts';

const locale = browserLocale();

startPage(locale, locale.text('extensionName'), () => {
  const section = signal(readSection(location.hash));
  const logPorts = createLogPorts();
  const log = createLogModel(logPorts, 1);
  const posts = createLogPageModel(logPorts, pageAddress);
  const opened = createOpenedModel(createOpenedPorts(locale, { own: readCandorLog(), readWitnessed }));
  // A file that falls beside its field must not replace the page.
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (event.defaultPrevented || files.length === 0) return;
    event.preventDefault();
    if (section.value === 'log') void opened.add(files);
  });
  // Heard for links and for the back button alike; what this page writes into the address itself is not.
  addEventListener('popstate', () => {
    section.value = readSection(location.hash);
    if (section.value === 'log') void posts.follow();
  });
  const known = knownSettings();
  const settings = createSettingsModel(createSettingsPorts(), known);
  const sources = createSourcesModel(createSourcesPorts(), { sources: knownSources(), sites: known.sites });
  const sites = createSitesModel(createSitesPorts());
  void log.loadStanding();
  void posts.load();
  void settings.load();
  void sources.load();
  void sites.load();
  // Answers come in while the page lies in another tab.
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sources.load();
  });
  return (
    <Dashboard
      section={section}
      log={log}
      posts={posts}
      opened={opened}
      settings={settings}
      sources={sources}
      sites={sites}
    />
  );
});
