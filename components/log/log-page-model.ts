import { type ReadonlySignal, signal } from '@preact/signals';
import type { LogFacets, LogFilter, LogWeek, PostStory } from '#lib/model/log-query.ts';
import type { PostsPorts } from './contract.ts';
import { type LogPlace, readLogPlace, writeLogPlace } from './filters/log-address.ts';
import { createPostsModel } from './table/posts-model.ts';
import type { PostsModel } from './table/table-contract.ts';

/** The address bar, as far as the log needs it. */
export interface AddressPorts {
  read(): string;
  /** `step`: the back button comes back to what was before. */
  write(hash: string, how: 'step' | 'same'): void;
}

export type StoryState =
  | { is: 'closed' }
  | { is: 'reading'; post: string }
  | { is: 'open'; post: string; story: PostStory }
  /** The log knows no such post. */
  | { is: 'missing'; post: string }
  | { is: 'failed'; post: string; detail: string };

/** The section "Log" of the dashboard: charts, filters, posts, and the story of one post. */
export interface LogPageModel {
  posts: PostsModel;
  weeks: ReadonlySignal<readonly LogWeek[] | undefined>;
  facets: ReadonlySignal<LogFacets | undefined>;
  story: ReadonlySignal<StoryState>;
  ports: PostsPorts;
  load(): Promise<void>;
  /** `typed`: a letter more or less of the words is no step for the back button. */
  narrow(filter: LogFilter, how?: 'typed'): Promise<void>;
  open(post: string): Promise<void>;
  close(): void;
  /** The address has changed: back, forward, or typed. */
  follow(): Promise<void>;
  annotate(note: string): Promise<void>;
  report(source: string, by: 'mail' | 'form'): Promise<void>;
  /** Erases the kept texts of the post that is open. */
  erase(): Promise<void>;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const createLogPageModel = (
  ports: PostsPorts,
  address: AddressPorts,
  sizes: { pageSize: number; pagesKept: number } = { pageSize: 50, pagesKept: 4 },
): LogPageModel => {
  const posts = createPostsModel(ports, sizes);
  const weeks = signal<readonly LogWeek[] | undefined>(undefined);
  const facets = signal<LogFacets | undefined>(undefined);
  const story = signal<StoryState>({ is: 'closed' });

  const place = (): LogPlace => ({
    filter: posts.filter.value,
    post: story.value.is === 'closed' ? undefined : story.value.post,
  });

  const isShown = (post: string): boolean => story.value.is !== 'closed' && story.value.post === post;

  const read = async (post: string): Promise<void> => {
    try {
      const found = await ports.story(post);
      if (!isShown(post)) return;
      story.value = found ? { is: 'open', post, story: found } : { is: 'missing', post };
    } catch (error) {
      if (isShown(post)) story.value = { is: 'failed', post, detail: messageOf(error) };
    }
  };

  const show = (post: string): Promise<void> => {
    story.value = { is: 'reading', post };
    return read(post);
  };

  const follow = async (): Promise<void> => {
    const { filter, post } = readLogPlace(address.read());
    if (post === undefined) story.value = { is: 'closed' };
    await Promise.all([
      ...(post !== undefined && !isShown(post) ? [show(post)] : []),
      ...(writeLogPlace({ filter, post: undefined }) ===
      writeLogPlace({ filter: posts.filter.value, post: undefined })
        ? []
        : [posts.show(filter)]),
    ]);
  };

  /** Charts and choices of the filter stay away where they cannot be read; the list says what is wrong. */
  const readSums = async (): Promise<void> => {
    await Promise.allSettled([
      ports.weeks().then((found) => {
        weeks.value = found;
      }),
      ports.facets().then((found) => {
        facets.value = found;
      }),
    ]);
  };

  const requireOpen = (): string => {
    if (story.value.is !== 'open') throw new Error('no post is open');
    return story.value.post;
  };

  return {
    posts,
    weeks,
    facets,
    story,
    ports,
    follow,
    async load() {
      const { filter, post } = readLogPlace(address.read());
      const rows = posts.show(filter);
      // First rows first: the sums may take a while. Words may take longer still.
      const before = filter.words === undefined ? rows : Promise.resolve();
      await Promise.all([rows, before.then(readSums), ...(post === undefined ? [] : [show(post)])]);
    },
    narrow(filter, how) {
      const shown = posts.show(filter);
      address.write(writeLogPlace(place()), how === 'typed' ? 'same' : 'step');
      return shown;
    },
    open(post) {
      const reading = show(post);
      address.write(writeLogPlace(place()), 'step');
      return reading;
    },
    close() {
      if (story.value.is === 'closed') return;
      story.value = { is: 'closed' };
      address.write(writeLogPlace(place()), 'same');
    },
    async annotate(note) {
      const post = requireOpen();
      await ports.annotate(post, note);
      await read(post);
    },
    async report(source, by) {
      const post = requireOpen();
      await ports.recordReport(post, { source, by });
      await read(post);
    },
    async erase() {
      const post = requireOpen();
      await ports.erasePost(post);
      await Promise.all([read(post), posts.show(posts.filter.value)]);
    },
  };
};
