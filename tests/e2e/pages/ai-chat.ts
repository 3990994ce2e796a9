import type { CapturedGeneration } from '#lib/model/generation.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import type { Tab } from '#tests/harness/tab.ts';
import { until } from '#tests/harness/test.ts';

/** How a person reaches and uses one AI tool. */
export interface AiTool {
  name: 'ChatGPT' | 'Claude' | 'Gemini' | 'Perplexity';
  url: string;
  box: string;
  /** An answer's text in the page. */
  answer: string;
  /** Label of its button that asks for another answer. */
  regenerate: string;
  /** Label of the copy button of an answer. */
  copy: string;
  model?: string;
}

export const AI_TOOLS: readonly AiTool[] = [
  {
    name: 'ChatGPT',
    url: 'https://chatgpt.com/',
    box: '#prompt-textarea',
    answer: '[data-message-author-role="assistant"] .markdown',
    regenerate: 'Try again',
    copy: 'Copy response',
    model: 'gpt-5-1',
  },
  {
    name: 'Claude',
    url: 'https://claude.ai/new',
    box: '.ProseMirror',
    answer: '.standard-markdown',
    regenerate: 'Retry',
    copy: 'Copy',
  },
  {
    name: 'Gemini',
    url: 'https://gemini.google.com/app',
    box: '.ql-editor',
    answer: '.markdown-main-panel',
    regenerate: 'Redo',
    copy: 'Copy',
  },
  {
    name: 'Perplexity',
    url: 'https://www.perplexity.ai/',
    box: 'textarea',
    answer: '.prose',
    regenerate: 'Rewrite',
    copy: 'Copy',
  },
];

export const requireTool = (name: AiTool['name']): AiTool => {
  const found = AI_TOOLS.find((tool) => tool.name === name);
  if (!found) throw new Error(`no AI tool ${name}`);
  return found;
};

/** A conversation with an AI tool, as the person has it. */
export class AiChat {
  readonly tab: Tab;
  readonly tool: AiTool;

  constructor(tab: Tab, tool: AiTool) {
    this.tab = tab;
    this.tool = tool;
  }

  /** `pace`: milliseconds between tokens; `keep`: turns that stay mounted. */
  async open(options: { pace?: number; keep?: number; burst?: number } = {}): Promise<void> {
    const query = new URLSearchParams(Object.entries(options).map(([name, value]) => [name, String(value)]));
    await this.tab.goto(`${this.tool.url}?${query}`);
  }

  /** Decides what the tool will answer. */
  async willAnswer(...answers: string[]): Promise<void> {
    await this.tab.evaluate((next) => {
      window.chat.next.push(...next);
    }, answers);
  }

  async ask(question: string): Promise<void> {
    await this.tab.page.click({ css: this.tool.box });
    await this.tab.type(question);
    await this.tab.press('Enter');
  }

  async waitForAnswer(): Promise<void> {
    await this.tab.waitFor((css) => document.querySelector(css) && !window.chat.isBusy, this.tool.answer);
  }

  async askAndWait(question: string, answer?: string): Promise<void> {
    if (answer !== undefined) await this.willAnswer(answer);
    await this.ask(question);
    await this.waitForAnswer();
  }

  /** Asks for a picture and waits until the page shows it. */
  async askForPicture(address: string): Promise<void> {
    await this.willAnswer(`!${address}`);
    await this.ask('Paint our harbour.');
    await this.tab.waitFor((source) => {
      const found = [...document.images].find(({ src }) => src === source);
      return found?.complete && found.naturalWidth > 0;
    }, address);
  }

  /** A conversation that is there when the page opens it. */
  async load(turns: { question: string; answer: string }[]): Promise<void> {
    await this.tab.evaluate((given) => window.chat.load(given), turns);
  }

  /** Presses the copy button of an answer; negative counts from the end. */
  async copyAnswer(at = -1): Promise<void> {
    const { copy: name } = this.tool;
    const count = (await this.tab.page.findAll({ role: 'button', name })).length;
    await this.tab.page.click({ role: 'button', name, nth: at < 0 ? count + at : at });
  }

  async regenerate(answer: string): Promise<void> {
    await this.willAnswer(answer);
    await this.tab.page.click({ role: 'button', name: this.tool.regenerate });
    await this.waitForAnswer();
  }

  /** Selects a passage of what the page shows, as if with the mouse. */
  async select(text: string): Promise<void> {
    await this.tab.evaluate((wanted) => {
      (document.activeElement as HTMLElement | null)?.blur();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node as Text).data.indexOf(wanted);
        if (at < 0) continue;
        node.parentElement?.scrollIntoView({ block: 'center' });
        document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
      throw new Error(`nowhere: ${wanted}`);
    }, text);
  }

  async selectAndCopy(text: string): Promise<void> {
    await this.select(text);
    await this.tab.press('Mod+c');
  }

  /** Scrolls to the top, where older turns are mounted. */
  async scrollUp(): Promise<void> {
    await this.tab.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      window.scrollTo(0, document.body.scrollHeight);
      await frame();
      await frame();
      window.scrollTo(0, 0);
    });
  }

  /** Drags a passage to the box below. */
  async drag(text: string): Promise<void> {
    await this.select(text);
    const from = await this.tab.evaluate(() => {
      const { left, top, width, height } =
        document.getSelection()?.getRangeAt(0).getClientRects()[0] ?? new DOMRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const { mouse } = this.tab.raw;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 10, from.y + 30, { steps: 4 });
    await mouse.move(from.x + 20, from.y + 120, { steps: 8 });
    await mouse.up();
  }
}

/** There where the functions run: a page of the extension. */
declare const chrome: typeof import('@wxt-dev/browser').browser;

type Heard = { heard: CapturedGeneration[] };

/** Listens to what the capture sends, beside the background. */
export class CaptureListener {
  readonly #page: Tab;

  private constructor(page: Tab) {
    this.#page = page;
  }

  static async open(candor: CandorBrowser): Promise<CaptureListener> {
    const page = await candor.openPage('popup.html');
    await page.evaluate(() => {
      const here = globalThis as unknown as Heard;
      here.heard = [];
      chrome.runtime.onMessage.addListener(((message: { name?: string; input?: CapturedGeneration }) => {
        if (message?.name === 'remember-generation' && message.input) here.heard.push(message.input);
        return undefined;
      }) as never);
    });
    return new CaptureListener(page);
  }

  heard(): Promise<CapturedGeneration[]> {
    return this.#page.evaluate(() => (globalThis as unknown as Heard).heard);
  }

  /** The first generation captured in this way that contains the text. */
  waitFor(captured: CapturedGeneration['captured'], text: string): Promise<CapturedGeneration> {
    return until(
      async () => (await this.heard()).find((one) => one.captured === captured && one.text.includes(text)),
      { what: `${captured} of ${JSON.stringify(text.slice(0, 60))}`, timeout: 15_000 },
    );
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}
