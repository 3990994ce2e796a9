import type { CandorBrowser } from '#tests/harness/browser.ts';
import type { Found, Query } from '#tests/harness/finder.ts';
import type { Tab } from '#tests/harness/tab.ts';

const ADDRESS: Query = { css: '#source-address' };

/** The section "AI tools" of the dashboard. */
export class SourcesPage {
  readonly tab: Tab;

  private constructor(tab: Tab) {
    this.tab = tab;
  }

  static async open(candor: CandorBrowser): Promise<SourcesPage> {
    const page = new SourcesPage(await candor.openPage('dashboard.html#sources'));
    await page.waitUntilRead();
    return page;
  }

  async waitUntilRead(): Promise<void> {
    await this.tab.page.waitFor({ css: '.sources-total' });
    await this.tab.page.waitFor({ css: '.memory' });
  }

  async reload(): Promise<void> {
    await this.tab.reload();
    await this.waitUntilRead();
  }

  /** "2 answers remembered 12 kB", without the size. */
  waitForTotal(words: string): Promise<Found> {
    return this.tab.page.waitFor({ css: '.sources-total strong', text: words });
  }

  /** The notice that what was remembered is gone. */
  waitForLoss(words: RegExp): Promise<Found> {
    return this.tab.page.waitFor({ role: 'alert', text: words });
  }

  async goOnWithoutLost(): Promise<void> {
    await this.tab.page.click({ role: 'button', name: 'Understood, go on without them' });
    await this.tab.page.waitUntilGone({ role: 'alert' });
  }

  async isLossShown(): Promise<boolean> {
    return (await this.tab.page.find({ role: 'alert' })) !== undefined;
  }

  /** The row of a tool of which something is remembered, or that was added. */
  waitForTool(name: string, facts: RegExp = /./): Promise<Found> {
    return this.tab.page.waitFor({ css: '.source', text: new RegExp(`^${name}.*${facts.source}`, 'u') });
  }

  waitUntilToolIsGone(name: string): Promise<void> {
    return this.tab.page.waitUntilGone({ css: '.source', text: new RegExp(`^${name}`, 'u') });
  }

  #switchOf(name: string): Query {
    return { css: '.switch', name: `Remember what ${name} writes` };
  }

  async isOn(name: string): Promise<boolean | undefined> {
    return (await this.tab.page.waitFor(this.#switchOf(name))).checked;
  }

  async switchOver(name: string): Promise<void> {
    await this.tab.page.click(this.#switchOf(name));
  }

  async unfold(): Promise<void> {
    await this.tab.page.click({ css: '.more-sources summary' });
  }

  askToForget(name: string): Promise<void> {
    return this.tab.page.click({ role: 'button', name: `Forget what ${name} wrote` });
  }

  askToForgetEverything(): Promise<void> {
    return this.tab.page.click({ role: 'button', name: 'Forget everything' });
  }

  confirm(): Promise<void> {
    return this.tab.page.click({ role: 'button', name: 'Forget now' });
  }

  keep(): Promise<void> {
    return this.tab.page.click({ role: 'button', name: 'Keep' });
  }

  waitForResult(words: string): Promise<Found> {
    return this.tab.page.waitFor({ css: '.forget-result .banner-title', text: words });
  }

  async add(address: string, options: { answers: boolean }): Promise<void> {
    await this.tab.page.click(ADDRESS);
    // In the place of what stands there.
    await this.tab.press('Mod+a');
    await this.tab.type(address);
    if (options.answers) await this.tab.page.click({ css: '#source-grow' });
    await this.tab.page.click({ role: 'button', name: 'Add' });
  }

  waitForAddressProblem(words: string): Promise<Found> {
    return this.tab.page.waitFor({ css: '#source-address-error', text: words });
  }

  remove(name: string): Promise<void> {
    return this.tab.page.click({ role: 'button', name: `Remove ${name}` });
  }

  /** Presses one of the switches under "What is remembered". */
  switchMemory(
    name: 'Finished answers' | 'Addresses of conversations' | 'The texts themselves',
  ): Promise<void> {
    return this.tab.page.click({ css: '.memory .switch', name: new RegExp(`^${name}`, 'u') });
  }

  /** As a keyboard does: the letters of the option. */
  async chooseDays(field: 'Forget answers after' | 'Keep texts for', words: string): Promise<void> {
    const id = field === 'Keep texts for' ? 'memory-text-days' : 'memory-retention';
    await this.tab.evaluate((select) => document.getElementById(select)?.focus(), id);
    await this.tab.type(words);
    await this.tab.press('Tab');
  }

  /** Which switches are on, and the numbers of days. */
  memory(): Promise<{ on: string[]; days: string[] }> {
    return this.tab.evaluate(() => ({
      on: [...document.querySelectorAll('.memory .switch:checked')].map(
        ({ id }) => document.querySelector(`label[for="${id}"] .card-name`)?.textContent ?? '',
      ),
      days: [...document.querySelectorAll<HTMLSelectElement>('.memory select')].map(
        ({ selectedOptions }) => selectedOptions[0]?.textContent ?? '',
      ),
    }));
  }

  /** "What is stored", as said. */
  async stored(): Promise<string> {
    return (await this.tab.page.require({ css: '.stored' })).text;
  }
}
