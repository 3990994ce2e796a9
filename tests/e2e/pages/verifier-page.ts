import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ElementHandle } from 'puppeteer-core';
import type { Tab } from '#tests/harness/tab.ts';

/** The page as the build made it. */
export const VERIFIER = fileURLToPath(new URL('../../../.output/verify.html', import.meta.url));

/** The verifier, opened from the disk. */
export class VerifierPage {
  readonly tab: Tab;
  /** Everything that the page asked for. */
  readonly requests: string[] = [];

  constructor(tab: Tab) {
    this.tab = tab;
    tab.raw.on('request', (request) => {
      const url = request.url();
      // axe brings a font of its own in an address.
      if (url !== this.address && !url.startsWith('data:')) this.requests.push(url);
    });
  }

  readonly address = pathToFileURL(VERIFIER).href;

  async open(): Promise<void> {
    await this.tab.goto(this.address);
    await this.tab.page.waitFor({
      role: 'heading',
      name: /^(Check a Candor log|Ein Candor-Protokoll prüfen)$/,
    });
  }

  async #choose(field: '#files' | '#kept', paths: readonly string[]): Promise<void> {
    const input = (await this.tab.raw.$(`input${field}`)) as ElementHandle<HTMLInputElement> | null;
    if (!input) throw new Error(`no field ${field}`);
    await input.uploadFile(...paths);
  }

  check = (...paths: string[]): Promise<void> => this.#choose('#files', paths);
  keep = (...paths: string[]): Promise<void> => this.#choose('#kept', paths);

  /** Lets a file with this content fall on the page, beside the fields. */
  drop = (name: string, content: string): Promise<void> =>
    this.tab.evaluate(
      (fileName, text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], fileName));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      name,
      content,
    );

  /** What the page says about a file, once it has come to an end. */
  answerFor = (name: string): Promise<string> =>
    this.tab.waitFor((wanted) => {
      const section = [...document.querySelectorAll<HTMLElement>('.answer')].find(
        (each) => each.getAttribute('aria-label') === wanted,
      );
      return section?.querySelector('.banner') ? section.innerText : undefined;
    }, name);

  startOver = (): Promise<void> => this.tab.page.click({ role: 'button', name: 'Start over' });
}
