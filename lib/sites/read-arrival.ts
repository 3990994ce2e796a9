import type { Draft } from '../model/draft.ts';
import { foldDraft, foldText } from '../model/draft-key.ts';
import type { SiteDefinition } from '../model/site.ts';
import { isVisible, queryAll, queryAllDeep } from './composed-tree.ts';
import type { Composer } from './composer.ts';
import { findComposerAgain } from './find-composer.ts';
import { GENERIC } from './generic.ts';
import { readDraft, readMedia, readTexts } from './read-draft.ts';
import { readOwnAddress } from './read-next-page.ts';

/** What the page showed just before the post was let go. Old toasts and links prove nothing. */
export interface ArrivalBefore {
  composer: Composer;
  draft: Draft;
  /** Text and media, white space folded; empty when there is neither. */
  content: string;
  toasts: ReadonlySet<Element>;
  permalinks: ReadonlySet<string>;
  failures: ReadonlySet<string>;
}

/** What the page shows now. Pure reading: the caller watches and decides. */
export interface Arrival {
  /** `gone`: no composer with this draft is left. `emptied`: it is there without the text. */
  composer: 'gone' | 'emptied' | 'changed' | 'unchanged';
  toast: boolean;
  /** Absolute address of the post. */
  permalink: string | undefined;
  /** What the site says went wrong, only while the text is still there. */
  failure: string | undefined;
}

const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/gu, ' ').trim();

const shown = (doc: Document, selectors: readonly string[]): HTMLElement[] =>
  selectors.flatMap((selector) => queryAll(doc, [selector])).filter(isVisible);

/** Where the site has changed, its toasts may have too: what any site might show counts as well. */
const confirmOf = ({ site, found }: Composer): SiteDefinition['confirm'] => {
  if (found === 'definition' || site === GENERIC) return site.confirm;
  const { toast, permalink, failure } = GENERIC.confirm;
  return {
    toast: [...site.confirm.toast, ...toast],
    permalink: [...site.confirm.permalink, ...permalink],
    failure: [...site.confirm.failure, ...failure],
  };
};

const readPermalinks = (confirm: SiteDefinition['confirm'], doc: Document): string[] =>
  confirm.permalink
    .flatMap((selector) => queryAllDeep(doc, [selector]))
    .flatMap((link) => {
      const address = link.getAttribute('href');
      if (!address) return [];
      const url = URL.parse(address, doc.baseURI);
      return url && (url.protocol === 'https:' || url.protocol === 'http:') ? [url.href] : [];
    });

const readContent = (composer: Composer): string =>
  foldText(
    [...readTexts(composer), ...readMedia(composer).flatMap((items) => items.map((item) => item.key))].join(
      ' ',
    ),
  );

export const readBeforeArrival = (composer: Composer): ArrivalBefore => {
  const confirm = confirmOf(composer);
  const doc = composer.root.ownerDocument;
  return {
    composer,
    draft: readDraft(composer),
    content: readContent(composer),
    toasts: new Set(shown(doc, confirm.toast)),
    permalinks: new Set(readPermalinks(confirm, doc)),
    failures: new Set(shown(doc, confirm.failure).map(textOf)),
  };
};

const readComposer = (before: ArrivalBefore): Arrival['composer'] => {
  const now = findComposerAgain(before.composer);
  const content = now && readContent(now);
  const isMounted = before.composer.root.isConnected;
  if (content === undefined) return 'gone';
  if (content === before.content) return content === '' && !isMounted ? 'gone' : 'unchanged';
  if (!isMounted) return 'gone';
  return content === '' ? 'emptied' : 'changed';
};

export const readArrival = (before: ArrivalBefore): Arrival => {
  const confirm = confirmOf(before.composer);
  const doc = before.composer.root.ownerDocument;
  const composer = readComposer(before);
  // The site may have led to the page of the post without loading a new one.
  const hasLeft = composer === 'gone' || composer === 'emptied';
  const failure = shown(doc, confirm.failure)
    .map(textOf)
    .find((text) => text !== '' && !before.failures.has(text));
  return {
    composer,
    toast: shown(doc, confirm.toast).some((toast) => !before.toasts.has(toast)),
    permalink:
      readPermalinks(confirm, doc).find((address) => !before.permalinks.has(address)) ??
      (hasLeft
        ? readOwnAddress({ ...before.draft, text: foldDraft(before.draft) }, confirm, doc)
        : undefined),
    failure: composer === 'unchanged' ? failure : undefined,
  };
};
