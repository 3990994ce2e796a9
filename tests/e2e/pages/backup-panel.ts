import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import type { Tab } from '#tests/harness/tab.ts';

/** "Back up or restore the log" on the Log page of the dashboard. */
export class BackupPanel {
  readonly dashboard: Tab;

  constructor(dashboard: Tab) {
    this.dashboard = dashboard;
  }

  open(): Promise<void> {
    return this.dashboard.page.click({ css: '.backup > summary' });
  }

  typePassphrases = async (first: string, again: string): Promise<void> => {
    await this.#fill('#backup-passphrase', first);
    await this.#fill('#backup-again', again);
  };

  /** Typing goes on behind what stands there. */
  async #fill(css: string, words: string): Promise<void> {
    await this.dashboard.evaluate((field) => {
      const input = document.querySelector<HTMLInputElement>(field);
      if (!input) return;
      input.value = '';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, css);
    await this.dashboard.page.type({ css }, words);
  }

  /** Saves a backup by the way of browsers that have no save dialog; gives the path of the file. */
  async save(passphrase: string): Promise<string> {
    await this.dashboard.evaluate(() => {
      Object.assign(window, { showSaveFilePicker: undefined, caught: undefined });
      const original = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        const reader = new FileReader();
        reader.onload = () => Object.assign(window, { caught: reader.result });
        if (blob instanceof Blob) reader.readAsDataURL(blob);
        return original.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    await this.typePassphrases(passphrase, passphrase);
    await this.dashboard.page.click({ role: 'button', name: 'Save the backup' });
    const caught = await this.dashboard.waitFor(() => (window as { caught?: string }).caught);
    await this.dashboard.page.waitFor({ css: '.backup .banner.good', text: /^Saved: / });
    const path = join(mkdtempSync(join(tmpdir(), 'candor-backup-')), 'log.candor-backup');
    writeFileSync(path, Buffer.from(caught.slice(caught.indexOf(',') + 1), 'base64'));
    return path;
  }

  /** Chooses file and passphrase and waits for this answer. */
  async restore(path: string, passphrase: string, answer: RegExp): Promise<void> {
    const input = (await this.dashboard.raw.$('#restore-file')) as ElementHandle<HTMLInputElement> | null;
    await input?.uploadFile(path);
    await this.#fill('#restore-passphrase', passphrase);
    await this.dashboard.page.click({ role: 'button', name: 'Check and restore' });
    await this.dashboard.page.waitFor({ css: '[aria-labelledby="backup-restore"] .banner', text: answer });
  }
}
