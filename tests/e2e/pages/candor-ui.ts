import type { Query } from '#tests/harness/finder.ts';
import type { Point, Tab } from '#tests/harness/tab.ts';

export type RoleName =
  | 'No AI'
  | 'Edited with AI'
  | 'Written together with AI'
  | 'Drafted by AI, reviewed by me';

const CHIP: Query = { css: '.chip-button' };
/** The dialog takes a press for a decision only after it was seen undisturbed. */
const ARMED = 'dialog[data-armed]';
const DIALOG: Query = { css: 'dialog[open] .review' };

/** The chip beside the composer. */
export class ChipPage {
  readonly tab: Tab;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  async state(): Promise<string> {
    return (await this.tab.inside.waitFor({ css: '.chip-words' })).text;
  }

  waitForState(words: string): Promise<unknown> {
    return this.tab.inside.waitFor({ css: '.chip-words', text: words });
  }

  isShown(): Promise<boolean> {
    return this.tab.inside.find(CHIP).then((found) => found !== undefined);
  }

  async choose(role: RoleName): Promise<void> {
    await this.tab.inside.click(CHIP);
    await this.tab.inside.click({ role: 'menuitemradio', name: new RegExp(`^${role}`) });
  }
}

/** The review dialog. */
export class ReviewPage {
  readonly tab: Tab;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  /** Until the review itself is there, not only its shell. */
  async waitUntilFilled(): Promise<void> {
    await this.tab.inside.waitFor({ css: '.review-form' });
  }

  waitUntilOpen(): Promise<unknown> {
    return this.tab.inside.waitFor(DIALOG);
  }

  waitUntilClosed(): Promise<void> {
    return this.tab.inside.waitUntilGone(DIALOG);
  }

  isOpen(): Promise<boolean> {
    return this.tab.inside.find(DIALOG).then((found) => found !== undefined);
  }

  async text(): Promise<string> {
    return (await this.tab.inside.require(DIALOG)).text;
  }

  async enterName(name: string): Promise<void> {
    await this.tab.inside.type({ css: 'input:not([type="radio"]):not([type="checkbox"])' }, name);
  }

  chooseRole(role: RoleName): Promise<void> {
    return this.tab.inside.click({ css: 'label', text: new RegExp(role) });
  }

  /** Why the role says less than what was found. */
  giveReason(reason: string): Promise<void> {
    return this.tab.inside.type({ css: '.role-reason textarea' }, reason);
  }

  /** Opens "Show what you changed" of the first source, and waits until it is compared. */
  async openChanges(): Promise<void> {
    await this.tab.inside.click({ css: '.origin-changes summary' });
    await this.tab.inside.waitFor({ css: '.changed-text' });
  }

  /** Whether what was changed can be shown. */
  hasChanges(): Promise<boolean> {
    return this.tab.inside.find({ css: '.origin-changes' }).then((found) => found !== undefined);
  }

  /** The words that the dialog shows as removed and as added. */
  async changes(): Promise<{ removed: string[]; added: string[] }> {
    const textsOf = async (css: string): Promise<string[]> =>
      (await this.tab.inside.findAll({ css })).map(({ text }) => text);
    return {
      removed: await textsOf('.changed-text del .change-words'),
      added: await textsOf('.changed-text ins .change-words'),
    };
  }

  approve(): Promise<void> {
    return this.tab.inside.click({ css: `${ARMED} .review-foot [data-decides]` });
  }

  /** Tabs on to the button that approves, and presses it. */
  async approveByKeyboard(): Promise<void> {
    await this.waitUntilArmed();
    const button = { css: `${ARMED} .review-foot [data-decides]` };
    for (let steps = 0; steps < 40; steps += 1) {
      if ((await this.tab.inside.require(button)).focused) return this.tab.press('Enter');
      await this.tab.press('Tab');
    }
    throw new Error('Tab never came to the button that approves');
  }

  keepEditing(): Promise<void> {
    return this.tab.inside.click({ role: 'button', name: 'Keep editing' });
  }

  async postWithoutLabel(reason: string): Promise<void> {
    await this.tab.inside.click({ role: 'button', name: /^Post without label/ });
    await this.tab.inside.type({ css: '.override textarea' }, reason);
    await this.tab.inside.click({ css: `${ARMED} .override [data-decides]` });
  }

  async nameIfAsked(name: string): Promise<void> {
    const field = await this.tab.inside.find({ css: 'input:not([type="radio"]):not([type="checkbox"])' });
    if (field) await this.enterName(name);
  }

  /** A press on a button that decides would count now. */
  waitUntilArmed(): Promise<unknown> {
    return this.tab.inside.waitFor({ css: `${ARMED} .review-form:not([disabled])` });
  }

  /** Where the button lies that approves: for a press that the page has prepared something for. */
  async approvePoint(): Promise<Point> {
    const { rect } = await this.tab.inside.require({ css: `${ARMED} .review-foot [data-decides]` });
    return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  }

  /** Names the person if asked, then approves. */
  async nameAndApprove(name: string): Promise<void> {
    await this.waitUntilFilled();
    await this.nameIfAsked(name);
    await this.approve();
  }
}
