import type { Lab } from '#tests/capture/lab/page.ts';
import type { Tab } from '#tests/harness/tab.ts';
import { until } from '#tests/harness/test.ts';

type Captured = Lab['captured'];

/** The page at `https://lab.example/`: the capture in the page's own world, with a stand-in for the background. */
export class CaptureLab {
  readonly tab: Tab;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  async open(settings?: Parameters<Lab['start']>[0]): Promise<void> {
    await this.tab.goto('https://lab.example/');
    await this.tab.waitFor(() => 'lab' in window);
    await this.tab.evaluate((given) => window.lab.start(given), settings);
  }

  show(html: string): Promise<void> {
    return this.tab.evaluate((given) => window.lab.show(given), html);
  }

  /** Text of a piece of markup as an answer. */
  async read(html: string): Promise<string> {
    await this.show(html);
    return (await this.tab.evaluate(() => window.lab.read())).text;
  }

  captured(): Promise<Captured> {
    return this.tab.evaluate(() => window.lab.captured);
  }

  async waitForCapture(count = 1): Promise<Captured> {
    await until(async () => (await this.captured()).length >= count, { what: `${count} captured` });
    return this.captured();
  }

  /** Selects the content of an element, also in open shadow roots. */
  select(css: string, inside?: string): Promise<void> {
    return this.tab.evaluate(
      (selector, inner) => {
        const host = document.querySelector(selector);
        const element = inner ? host?.shadowRoot?.querySelector(inner) : host;
        if (!element) throw new Error(`no ${selector}`);
        // As a click into the text would: what has the focus is what is copied.
        (document.activeElement as HTMLElement | null)?.blur();
        if (element instanceof HTMLTextAreaElement) {
          element.focus();
          element.select();
        } else document.getSelection()?.selectAllChildren(element);
      },
      css,
      inside,
    );
  }
}
