import type { Tab } from '#tests/harness/tab.ts';

/** Takes what a page of Candor hands to the browser's download. */
export const catchDownload = async (page: Tab, press: () => Promise<void>): Promise<string[]> => {
  await page.evaluate(() => {
    const original = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) void blob.text().then((text) => Object.assign(window, { caught: text }));
      return original.call(URL, blob);
    };
    // The text is all that is wanted: Chromium asks a service about every file that is really downloaded.
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await press();
  const text = await page.waitFor(() => (window as { caught?: string }).caught);
  return text.trimEnd().split('\n');
};
