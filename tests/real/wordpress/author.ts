import type { Tab } from '#tests/harness/tab.ts';
import type { WordPressSite } from './start-wordpress.ts';

const PUBLISH = { css: '.editor-post-publish-panel .editor-post-publish-button' };
const UPDATE = { css: '.edit-post-header .editor-post-publish-button' };

interface EditorStore {
  editPost(edits: Record<string, string>): void;
}

/** Who writes on a WordPress, in the test's tab. */
export class WordPressAuthor {
  readonly tab: Tab;
  readonly origin: string;

  constructor(tab: Tab, origin: string) {
    this.tab = tab;
    this.origin = origin;
  }

  /** Unless the browser still is. The page puts the focus into the first field by itself, a little later. */
  async logIn({ user, password }: WordPressSite): Promise<void> {
    await this.tab.goto(`${this.origin}/wp-admin/`);
    if (await this.tab.page.find({ css: '#wpadminbar' })) return;
    await this.tab.waitFor(() => document.activeElement?.id === 'user_login');
    await this.tab.type(user);
    await this.tab.press('Tab');
    await this.tab.type(password);
    await this.tab.press('Enter');
    await this.tab.page.waitFor({ css: '#wpadminbar' });
  }

  /** A new post in the block editor. */
  async writePost(title: string, ...paragraphs: string[]): Promise<void> {
    await this.tab.goto(`${this.origin}/wp-admin/post-new.php`);
    await this.tab.page.click({ css: '.editor-post-title__input' });
    await this.tab.type(title);
    for (const paragraph of paragraphs) {
      await this.tab.press('Enter');
      await this.tab.type(paragraph);
    }
  }

  /** When it is to be published, in the editor's own store. */
  async setDate(date: string): Promise<void> {
    await this.tab.evaluate((when) => {
      const { wp } = window as unknown as { wp: { data: { dispatch(store: string): EditorStore } } };
      wp.data.dispatch('core/editor').editPost({ date: when });
    }, date);
  }

  openPublishPanel(): Promise<void> {
    return this.tab.page.click({ css: '.editor-post-publish-panel__toggle' });
  }

  /** The last step, by mouse. */
  pressPublish(): Promise<void> {
    return this.tab.page.click(PUBLISH);
  }

  /** The last step, by Enter: the editor puts the focus on it when the panel opens. */
  async publishByKeyboard(): Promise<void> {
    await this.tab.waitFor(() => document.activeElement?.classList.contains('editor-post-publish-button'));
    await this.tab.press('Enter');
  }

  /** The panel that says that the post is out covers the header. */
  async closePanel(): Promise<void> {
    await this.tab.page.click({ role: 'button', name: 'Close panel' });
  }

  pressUpdate(): Promise<void> {
    return this.tab.page.click(UPDATE);
  }

  /** Writes one more paragraph at the end. */
  async addParagraph(text: string): Promise<void> {
    await this.goToLastParagraph();
    await this.tab.press('Control+End');
    await this.tab.press('Enter');
    await this.tab.type(text);
  }

  goToLastParagraph(): Promise<void> {
    return this.tab.page.click({ css: '.wp-block-paragraph:last-of-type' });
  }

  /** The editor's own shortcut, with the focus in the text. */
  async save(): Promise<void> {
    await this.goToLastParagraph();
    await this.tab.press('Control+s');
  }

  waitForSnackbar(words: RegExp): Promise<unknown> {
    return this.tab.page.waitFor({ css: '.components-snackbar', text: words });
  }

  /** A new page, in the classic editor. */
  async writePage(title: string, text: string): Promise<void> {
    await this.tab.goto(`${this.origin}/wp-admin/post-new.php?post_type=page`);
    await this.tab.page.click({ css: '#title' });
    await this.tab.type(title);
    await this.tab.waitFor(() =>
      document
        .querySelector<HTMLIFrameElement>('#content_ifr')
        ?.contentDocument?.body.classList.contains('mce-content-body'),
    );
    await this.tab.click('#content_ifr');
    await this.tab.type(text);
  }

  pressPublishOfPage(): Promise<void> {
    return this.tab.click('#publish');
  }

  async writeComment(path: string, text: string): Promise<void> {
    await this.tab.goto(this.origin + path);
    await this.tab.click('#comment');
    await this.tab.type(text);
  }

  /** Below the first comment, in the dashboard. */
  async answerFirstComment(text: string): Promise<void> {
    await this.tab.goto(`${this.origin}/wp-admin/edit-comments.php`);
    await this.tab.hover('#comment-1');
    await this.tab.page.click({ css: '#comment-1 .vim-r' });
    await this.tab.waitFor(() => document.activeElement?.id === 'replycontent');
    await this.tab.page.type({ css: '#replycontent' }, text);
  }

  pressReply(): Promise<void> {
    return this.tab.page.click({ css: '#replyrow .save' });
  }

  pressPostComment(): Promise<void> {
    return this.tab.click('#commentform [type="submit"]');
  }
}
