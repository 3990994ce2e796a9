import type { ElementHandle } from 'puppeteer-core';
import type { Tab } from '#tests/harness/tab.ts';

/** How a person reaches and uses one composer of a fake site. */
export interface ComposerAddress {
  /** For test titles. */
  name: string;
  site: string;
  url: string;
  /** Presses that open it, if it is not open already. */
  opener?: string;
  editor: string;
  submit: string;
  /** Publishes by Ctrl/Cmd+Enter too. */
  hasKeys: boolean;
  /** Where the site has content warnings: what shows and hides the field, the field, and its name in the request. */
  warning?: { opener: string; field: string; sentAs: string };
}

export const COMPOSERS: readonly ComposerAddress[] = [
  {
    name: 'X, inline box (Draft.js)',
    site: 'x',
    url: 'https://x.com/home',
    editor: '[data-testid="tweetTextarea_0"]',
    submit: '[data-testid="tweetButtonInline"]',
    hasKeys: true,
  },
  {
    name: 'X, modal (Draft.js)',
    site: 'x',
    url: 'https://x.com/compose/post?inline=off',
    editor: '[role="dialog"] [data-testid="tweetTextarea_0"]',
    submit: '[data-testid="tweetButton"]',
    hasKeys: true,
  },
  {
    name: 'LinkedIn, classic share box (Quill in a shadow root)',
    site: 'linkedin',
    url: 'https://www.linkedin.com/feed/?shareActive=true',
    editor: '.ql-editor',
    submit: 'button.share-actions__primary-action',
    hasKeys: false,
  },
  {
    name: 'LinkedIn, new share box (TipTap in a modal dialog)',
    site: 'linkedin',
    url: 'https://www.linkedin.com/feed/?shareActive=true&box=dialog',
    editor: '[componentkey="ShareBox_textEditor"] .ProseMirror',
    submit: 'dialog button:not(:has(svg)):not([aria-label])',
    hasKeys: false,
  },
  {
    name: 'Bluesky (TipTap)',
    site: 'bluesky',
    url: 'https://bsky.app/',
    editor: '[data-testid="composePostView"] .ProseMirror',
    submit: '[data-testid="composerPublishBtn"]',
    hasKeys: true,
  },
  {
    name: 'Mastodon (textarea)',
    site: 'mastodon',
    url: 'https://mastodon.social/home',
    editor: 'form.compose-form textarea',
    submit: '.compose-form__submit button',
    hasKeys: true,
    warning: {
      opener: '[aria-label="Add content warning"]',
      field: '#cw-spoiler-input',
      sentAs: 'spoiler_text',
    },
  },
];

/** Not watched from the first start. */
export const MISSKEY: ComposerAddress = {
  name: 'Misskey (textarea)',
  site: 'misskey',
  url: 'https://misskey.example/',
  editor: '[data-cy-post-form-text]',
  submit: '[data-cy-open-post-form-submit]',
  hasKeys: true,
  warning: { opener: '[aria-label="Hide"]', field: '[placeholder="Comments"]', sentAs: 'cw' },
};

export const requireComposer = (name: string): ComposerAddress => {
  const found = COMPOSERS.find((composer) => composer.name.startsWith(name));
  if (!found) throw new Error(`no composer named ${name}`);
  return found;
};

interface SeenPost {
  path: string;
  body: unknown;
}

/** One composer of a fake site, as its user sees it, and what the site itself noticed. */
export class FixtureComposer {
  readonly tab: Tab;
  readonly address: ComposerAddress;

  constructor(tab: Tab, address: ComposerAddress) {
    this.tab = tab;
    this.address = address;
  }

  async open(): Promise<void> {
    await this.tab.goto(this.address.url);
    if (this.address.opener) await this.tab.click(this.address.opener);
    await this.tab.page.waitFor({ css: this.address.editor });
  }

  async write(text: string): Promise<void> {
    await this.tab.page.click({ css: this.address.editor });
    await this.tab.type(text);
  }

  async paste(text: string): Promise<void> {
    await this.tab.page.click({ css: this.address.editor });
    await this.tab.paste(text);
  }

  private get warning(): NonNullable<ComposerAddress['warning']> {
    if (!this.address.warning) throw new Error(`no content warnings: ${this.address.name}`);
    return this.address.warning;
  }

  /** Shows the field of the content warning, or hides it. */
  async toggleWarning(): Promise<void> {
    await this.tab.page.click({ css: this.warning.opener });
  }

  async warn(text: string): Promise<void> {
    await this.toggleWarning();
    await this.tab.page.click({ css: this.warning.field });
    await this.tab.type(text);
  }

  /** What stands in the field of the content warning. */
  warningText(): Promise<string | undefined> {
    return this.tab.evaluate(
      (css) => document.querySelector<HTMLInputElement>(css)?.value,
      this.warning.field,
    );
  }

  /** Selects a word in the box, as a double click does, and types another in its place. */
  async replaceWord(word: string, other: string): Promise<void> {
    await this.tab.evaluate(
      (css, wanted) => {
        const editor = document.querySelector<HTMLElement>(css);
        if (!editor) throw new Error(`no editor ${css}`);
        const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node as Text).data.indexOf(wanted);
          if (at < 0) continue;
          document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
          return;
        }
        throw new Error(`nowhere: ${wanted}`);
      },
      this.address.editor,
      word,
    );
    await this.tab.type(other);
    await this.tab.waitFor((wanted) => window.fixture.texts().some((text) => text.includes(wanted)), other);
  }

  /** Chooses a file in the site's file dialog. */
  async attach(file: string): Promise<void> {
    const input = await this.tab.raw.waitForSelector('input[type="file"]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
    await this.tab.waitFor(() => document.querySelector<HTMLImageElement>('img[src^="blob:"]')?.complete);
  }

  pressPost(): Promise<void> {
    return this.tab.page.click({ css: this.address.submit });
  }

  pressPostTwice(): Promise<void> {
    return this.tab.page.doubleClick({ css: this.address.submit });
  }

  pressPostKeys(): Promise<void> {
    return this.tab.press('Control+Enter');
  }

  /** Text of each box by the engine's own state. */
  texts(): Promise<string[]> {
    return this.tab.evaluate(() => window.fixture.texts());
  }

  /** What the page sent to publish. */
  posts(): Promise<SeenPost[]> {
    return this.tab.evaluate(() => window.fixture.posts);
  }

  /** Events that reached the site's own handlers for publishing. */
  events(): Promise<{ type: string; isTrusted: boolean; via: string }[]> {
    return this.tab.evaluate(() => window.fixture.log);
  }

  async waitForPost(count = 1): Promise<SeenPost[]> {
    await this.tab.waitFor((wanted) => window.fixture.posts.length >= wanted, count);
    return this.posts();
  }
}
