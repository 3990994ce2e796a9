import '#components/ui/page-styles.ts';
import '#components/popup/popup.css';
import { browser } from '@wxt-dev/browser';
import { createSettingsModel } from '#components/dashboard/settings-model.ts';
import { createLogModel } from '#components/log/log-model.ts';
import { Popup } from '#components/popup/Popup.tsx';
import { createTabModel } from '#components/popup/tab-model.ts';
import { createRememberedModel } from '#components/sources/remembered-model.ts';
import { startPage } from '#components/ui/start-page.tsx';
import { browserLocale } from '#lib/i18n/browser-text.ts';
import { knownSettings } from '#lib/pages/known-settings.ts';
import { createLogPorts } from '#lib/pages/log-ports.ts';
import { createSettingsPorts } from '#lib/pages/settings-ports.ts';
import { createRememberedPorts } from '#lib/pages/sources-ports.ts';
import { createTabPorts } from '#lib/pages/tab-ports.ts';

/** Posts in the popup; the dashboard shows the rest. */
const SHOWN = 5;

const locale = browserLocale();

startPage(locale, locale.text('extensionName'), () => {
  const settingsPorts = createSettingsPorts();
  const tab = createTabModel(createTabPorts(settingsPorts.addSite));
  const log = createLogModel(createLogPorts(), SHOWN);
  const settings = createSettingsModel(settingsPorts, knownSettings());
  const remembered = createRememberedModel(createRememberedPorts());
  void tab.load();
  void remembered.load();
  void log.load();
  void settings.load();
  return (
    <Popup
      tab={tab}
      log={log}
      settings={settings}
      remembered={remembered}
      dashboard={browser.runtime.getURL('/dashboard.html')}
    />
  );
});
