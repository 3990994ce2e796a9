import type { CandorBrowser } from '#tests/harness/browser.ts';
import type { Found } from '#tests/harness/finder.ts';
import type { Tab } from '#tests/harness/tab.ts';

const FILTERS = {
  Time: 'filter-time',
  Site: 'filter-site',
  'Role of AI': 'filter-role',
  Outcome: 'filter-outcome',
} as const;

/** The section "Log" of the dashboard. */
export class LogSection {
  readonly tab: Tab;

  private constructor(tab: Tab) {
    this.tab = tab;
  }

  /** `asked`: what follows `#log` in the address. */
  static async open(candor: CandorBrowser, asked = ''): Promise<LogSection> {
    return new LogSection(await candor.openPage(`dashboard.html#log${asked}`));
  }

  waitForPost(words: RegExp): Promise<Found> {
    return this.tab.page.waitFor({ css: '.log-row', text: words });
  }

  waitUntilPostIsGone(words: RegExp): Promise<void> {
    return this.tab.page.waitUntilGone({ css: '.log-row', text: words });
  }

  /** As a keyboard does: the letters of the option, once it is offered. */
  async choose(filter: keyof typeof FILTERS, words: string): Promise<void> {
    await this.tab.waitFor(
      (id, wanted) => {
        const { options } = document.getElementById(id) as HTMLSelectElement;
        return [...options].some(({ text }) => text.startsWith(wanted));
      },
      FILTERS[filter],
      words,
    );
    await this.tab.evaluate((select) => document.getElementById(select)?.focus(), FILTERS[filter]);
    await this.tab.type(words);
    await this.tab.press('Tab');
  }

  async searchFor(words: string): Promise<void> {
    await this.tab.page.click({ css: '#log-search' });
    await this.tab.type(words);
  }

  waitForChip(words: RegExp): Promise<Found> {
    return this.tab.page.waitFor({ css: '.filter-chip', text: words });
  }

  async removeChip(words: RegExp): Promise<void> {
    await this.tab.page.click({ css: '.filter-chip', text: words });
    await this.tab.page.waitUntilGone({ css: '.filter-chip', text: words });
  }

  waitUntilUnfiltered(): Promise<void> {
    return this.tab.page.waitUntilGone({ css: '.filter-chip' });
  }

  showAll(): Promise<void> {
    return this.tab.page.click({ role: 'button', name: 'Show all posts' });
  }

  async askedInAddress(): Promise<string> {
    return new URL(await this.tab.url()).hash;
  }

  openPost(words: RegExp): Promise<void> {
    return this.tab.page.click({ css: '.log-row', text: words });
  }

  /** A step of the time line of the open post. */
  waitForStep(words: RegExp): Promise<Found> {
    return this.tab.page.waitFor({ css: '.drawer .story-step', text: words });
  }

  async steps(): Promise<string[]> {
    await this.waitForStep(/./);
    return this.tab.evaluate(() =>
      [...document.querySelectorAll('.story-title')].map(({ textContent }) => textContent ?? ''),
    );
  }

  waitUntilClosed(): Promise<void> {
    return this.tab.page.waitUntilGone({ css: '.drawer' });
  }

  async addNote(note: string): Promise<void> {
    await this.tab.page.click({ css: '#note' });
    await this.tab.type(note);
    await this.tab.page.click({ role: 'button', name: 'Add note' });
  }

  /** Of the open post. */
  async eraseTexts(): Promise<void> {
    await this.tab.page.click({ role: 'button', name: 'Erase this text' });
    await this.tab.page.click({ role: 'button', name: 'Erase for good' });
    await this.tab.page.waitUntilGone({ role: 'button', name: 'Erase for good' });
  }

  /** The answer of a chart, and its table once it is shown. */
  async tableOf(chart: 'posts' | 'labelled' | 'sites' | 'review' | 'overrides'): Promise<string[][]> {
    await this.tab.page.click({ css: `[aria-labelledby="chart-${chart}"] summary` });
    return this.tab.waitFor((id) => {
      const rows = [...document.querySelectorAll(`[aria-labelledby="chart-${id}"] details[open] tr`)];
      return (
        rows.length > 0 &&
        rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''))
      );
    }, chart) as Promise<string[][]>;
  }

  async answerOf(chart: string): Promise<string> {
    return (await this.tab.page.waitFor({ css: `#chart-${chart}` })).text;
  }

  /** Words of the row that has the focus. */
  focusedRow(): Promise<string> {
    return this.tab.evaluate(() =>
      document.activeElement?.matches('.log-row') ? (document.activeElement.textContent ?? '') : '',
    );
  }
}
