import type { Tab } from '#tests/harness/tab.ts';

/** An editor whose text stands in a document of its own, in a frame of the page. */
export class FramedEditor {
  readonly tab: Tab;
  readonly frame: string;

  constructor(tab: Tab, frame: string) {
    this.tab = tab;
    this.frame = frame;
  }

  /** Puts the caret into an element of the frame by a press on it. */
  async click(css: string): Promise<void> {
    const point = await this.tab.waitFor(
      (frame, selector) => {
        const outer = document.querySelector<HTMLIFrameElement>(frame);
        const inner = outer?.contentDocument?.querySelector(selector);
        if (!outer || !inner) return undefined;
        const [one, other] = [outer.getBoundingClientRect(), inner.getBoundingClientRect()];
        return { x: one.x + other.x + other.width / 2, y: one.y + other.y + Math.min(other.height / 2, 12) };
      },
      this.frame,
      css,
    );
    await this.tab.click(point);
  }
}
