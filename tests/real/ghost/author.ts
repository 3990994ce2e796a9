import { until } from '#tests/harness/poll.ts';
import type { Tab } from '#tests/harness/tab.ts';
import type { GhostSite } from './start-ghost.ts';

/** Its pages take their time on a busy machine. */
const SLOW = { timeout: 30_000 };
const EDITOR = '[data-secondary-instance="false"] .kg-prose';
const TITLE = '[data-test-editor-title-input]';
const button = (name: string): { css: string } => ({ css: `[data-test-button="${name}"]` });

/** Who writes on a Ghost, in the test's tab. */
export class GhostAuthor {
  readonly tab: Tab;
  readonly origin: string;

  constructor(tab: Tab, origin: string) {
    this.tab = tab;
    this.origin = origin;
  }

  /** Unless the browser still is. */
  async logIn({ user, password }: GhostSite): Promise<void> {
    await this.tab.goto(`${this.origin}/ghost/`);
    const found = await this.tab.page.waitFor({ css: '#identification, [data-sidebar="sidebar"]' }, SLOW);
    if (found.tag !== 'input') return;
    await this.tab.page.click({ css: '#identification' });
    await this.tab.type(user);
    await this.tab.press('Tab');
    await this.tab.type(password);
    await this.tab.press('Enter');
    await this.tab.page.waitFor({ css: '[data-sidebar="sidebar"]' }, SLOW);
  }

  /** A new post, title and paragraphs typed in one go: Enter leads from the one to the other. */
  async writePost(title: string, ...paragraphs: string[]): Promise<void> {
    await this.openNewPost();
    await this.tab.type(title);
    for (const paragraph of paragraphs) {
      await this.tab.press('Enter');
      await this.tab.type(paragraph);
    }
  }

  async openNewPost(): Promise<void> {
    await this.tab.goto(`${this.origin}/ghost/#/editor/post`);
    await this.tab.page.waitFor({ css: EDITOR }, SLOW);
    await this.tab.click(TITLE);
  }

  /** A card, by its name in the menu that a slash opens. */
  async addCard(name: string): Promise<void> {
    await this.tab.type(`/${name}`);
    await this.tab.page.waitFor({ css: '[data-kg-slash-menu], [data-kg-cardmenu-selected="true"]' });
    await this.tab.press('Enter');
    await this.tab.page.waitFor({ css: `${EDITOR} [data-kg-card="${name}"]` });
  }

  /** The first two of three steps, by mouse. */
  async openLastStep(): Promise<void> {
    await this.tab.page.click(button('publish-flow'));
    await this.tab.page.click(button('continue'));
    await this.tab.page.waitFor(button('confirm-publish'));
  }

  /** The button pulses: it never stands still. */
  pressPublish(): Promise<void> {
    return this.tab.click(button('confirm-publish').css);
  }

  /** On the first step: not now, but at the time that Ghost proposes. */
  async openLastStepForLater(): Promise<void> {
    await this.tab.page.click(button('publish-flow'));
    const setting = '[data-test-setting="publish-at"]';
    await this.tab.page.click({ css: `${setting} [data-test-setting-title]` });
    // While the layer still moves, Ghost loses a press.
    await until(
      async () => {
        await this.tab.page.click({ css: `${setting} label`, text: 'Schedule for later' });
        return this.tab.page.find({ css: `${setting} .gh-radio.active label`, text: 'Schedule for later' });
      },
      { what: 'Ghost to schedule' },
    );
    await this.tab.page.click(button('continue'));
    await this.tab.page.waitFor(button('confirm-publish'));
  }

  /** All three steps by keyboard, from the text. Firefox opens a window with Ghost's shortcut: there the first by mouse. */
  async publishByKeyboard(browser: 'chromium' | 'firefox'): Promise<void> {
    await this.tab.click(`${EDITOR} > p`);
    await this.tab.page.waitFor({ css: `${button('publish-flow').css}:enabled` });
    if (browser === 'chromium') await this.tab.press('Control+Shift+p');
    else await this.tab.page.click(button('publish-flow'));
    await this.pressByKeyboard('continue');
    await this.pressByKeyboard('confirm-publish');
  }

  /** Tabs on to a button, and presses it. */
  private async pressByKeyboard(name: string): Promise<void> {
    await this.tab.page.waitFor(button(name));
    for (let steps = 0; steps < 60; steps += 1) {
      const isThere = await this.tab.evaluate(
        (wanted) => document.activeElement?.getAttribute('data-test-button') === wanted,
        name,
      );
      if (isThere) return this.tab.press('Enter');
      await this.tab.press('Tab');
    }
    throw new Error(`Tab never came to ${name}`);
  }

  async openAgain(id: string): Promise<void> {
    // What Ghost shows of a post that is out stands in the way.
    await this.tab.page.waitFor({ css: '.copy-link' }, SLOW);
    await this.tab.page.click(button('close-publish-flow'));
    await this.tab.waitFor((css) => !document.querySelector(css), button('close-publish-flow').css);
    await this.tab.goto(`${this.origin}/ghost/#/editor/post/${id}`);
    await this.tab.page.waitFor(button('publish-save'), SLOW);
    await this.tab.page.waitFor({ css: EDITOR }, SLOW);
  }

  async addParagraph(text: string): Promise<void> {
    await this.tab.click(`${EDITOR} > p:last-child`);
    await this.tab.press('Control+End');
    await this.tab.press('Enter');
    await this.tab.type(text);
  }

  pressUpdate(): Promise<void> {
    return this.tab.page.click(button('publish-save'));
  }

  /** Ghost's own shortcut, with the focus nowhere. */
  async saveFromAnywhere(): Promise<void> {
    // The chip keeps the keys that are pressed on it.
    await this.tab.click(TITLE);
    await this.tab.evaluate(() => (document.activeElement as HTMLElement).blur());
    await this.tab.press('Control+s');
  }
}
