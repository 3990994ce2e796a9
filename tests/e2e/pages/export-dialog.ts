import type { Tab } from '#tests/harness/tab.ts';
import { catchDownload } from './download.ts';

interface Choice {
  format?: 'jsonl' | 'csv' | 'html' | 'ocsf';
  texts?: 'digests' | 'excerpts' | 'full';
  names?: 'shown' | 'pseudonyms';
}

/** The browser's own save dialog is beyond a test's reach: the other way is taken, which browsers without it have. */
const leaveOutPicker = (dashboard: Tab): Promise<void> =>
  dashboard.evaluate(() => {
    Object.assign(window, { showSaveFilePicker: undefined, caught: undefined });
  });

export const openExport = async ({ page }: Tab): Promise<void> => {
  // What comes in above the button moves it away from under the press.
  await page.waitFor({ css: '.charts' });
  await page.waitFor({ css: '.log-row' });
  await page.click({ role: 'button', name: 'Export' });
  await page.waitFor({ css: 'dialog[open] #export-title' });
};

const choose = async (dashboard: Tab, { format = 'jsonl', texts, names }: Choice): Promise<void> => {
  await dashboard.page.click({ css: `input[name="export-format"][value="${format}"]` });
  await dashboard.evaluate(
    (values: Record<string, string | undefined>) => {
      for (const [id, value] of Object.entries(values)) {
        const select = document.querySelector<HTMLSelectElement>(`#export-${id}`);
        if (!select || value === undefined) continue;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
    },
    { texts, names },
  );
};

/** Exports from the Log page of the dashboard, by the dialog; gives the lines of the file. */
export const exportLog = async (dashboard: Tab, choice: Choice = {}): Promise<string[]> => {
  await leaveOutPicker(dashboard);
  await openExport(dashboard);
  await choose(dashboard, choice);
  const lines = await catchDownload(dashboard, () =>
    dashboard.page.click({ role: 'button', name: 'Save the file' }),
  );
  await dashboard.page.waitFor({ css: 'dialog .banner.good', text: /^Saved: / });
  await dashboard.page.click({ role: 'button', name: 'Close' });
  await dashboard.page.waitUntilGone({ css: 'dialog' });
  return lines;
};
