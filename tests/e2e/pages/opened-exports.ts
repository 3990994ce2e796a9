import type { ElementHandle } from 'puppeteer-core';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import { LogSection } from './log-section.ts';

/** The view of opened exports in the section "Log" of the dashboard. */
export class OpenedExports {
  readonly log: LogSection;

  private constructor(log: LogSection) {
    this.log = log;
  }

  static async show(candor: CandorBrowser): Promise<OpenedExports> {
    const log = await LogSection.open(candor);
    await log.tab.page.click({ role: 'button', name: /^Opened exports/ });
    await log.tab.page.waitFor({ css: '#opened-files' });
    return new OpenedExports(log);
  }

  async open(...paths: string[]): Promise<void> {
    const input = (await this.log.tab.raw.$('#opened-files')) as ElementHandle<HTMLInputElement> | null;
    if (!input) throw new Error('no field for exports');
    await input.uploadFile(...paths);
  }

  /** What the card of a file says, once it has come to an end. */
  cardOf(name: string): Promise<string> {
    return this.log.tab.waitFor((wanted) => {
      const cards = [...document.querySelectorAll<HTMLElement>('.opened-file')];
      const card = cards.findLast((each) => each.querySelector('h2')?.textContent === wanted);
      return card?.querySelector('.badge, .banner') ? card.innerText : undefined;
    }, name);
  }

  /** Words of the rows, newest first, once there are so many. */
  rows(count: number): Promise<string[]> {
    return this.log.tab.waitFor((wanted) => {
      const rows = [...document.querySelectorAll<HTMLElement>('.log-row')];
      const sorted = rows.sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index));
      return sorted.length === wanted ? sorted.map(({ innerText }) => innerText) : undefined;
    }, count);
  }

  newestRow(): Promise<string> {
    return this.log.tab.waitFor(
      () => document.querySelector<HTMLElement>('.log-row[data-index="0"]')?.innerText,
    );
  }

  async remove(name: RegExp): Promise<void> {
    await this.log.tab.page.click({ role: 'button', name });
    await this.log.tab.page.waitUntilGone({ role: 'button', name });
  }
}
