import type { Tab } from '#tests/harness/tab.ts';

/** What Candor says after something went past the gate. */
export class NoticePage {
  readonly tab: Tab;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  async waitUntilShown(words: RegExp): Promise<void> {
    await this.tab.inside.waitFor({ css: '.notice', text: words });
  }

  isShown(): Promise<boolean> {
    return this.tab.inside.find({ css: '.notice' }).then((found) => found !== undefined);
  }

  openLog(): Promise<void> {
    return this.tab.inside.click({ role: 'button', name: 'Open log' });
  }

  /** Where its link to the post leads. */
  async addressOfPost(): Promise<string | undefined> {
    const found = await this.tab.inside.find({ css: '.notice a' });
    return found?.attributes.href;
  }

  async close(): Promise<void> {
    await this.tab.inside.click({ role: 'button', name: 'Close' });
    await this.tab.inside.waitUntilGone({ css: '.notice' });
  }
}
