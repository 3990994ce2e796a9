import { readText } from '../editors/read-text.ts';
import type { Draft, DraftPart, MediaItem } from '../model/draft.ts';
import { innerOf, isVisible, query, queryAll, queryAllDeep } from './composed-tree.ts';
import type { Composer } from './composer.ts';
import { queryFramed } from './editor-frame.ts';
import { readNativeSwitch } from './read-native-switch.ts';

/** Text of each box, as the engine holds it. */
export const readTexts = (composer: Pick<Composer, 'editors'>): string[] => composer.editors.map(readText);

/** Longest key: addresses of pictures can be whole pictures (`data:`). Ends differ most. */
const MOST_KEY = 4096;
const shorten = (key: string): string => (key.length > MOST_KEY ? key.slice(-MOST_KEY) : key);

/** An input of files has several. */
export const readItems = (element: HTMLElement): MediaItem[] => {
  if (element.localName === 'input') {
    return [...((element as HTMLInputElement).files ?? [])].map((file) => ({
      kind: kindOf(file.type),
      key: shorten(`${file.name} ${file.size} ${file.lastModified}`),
    }));
  }
  const painted = /url\(["']?([^"')]+)/u.exec(element.style.backgroundImage)?.[1];
  const key =
    element.getAttribute('src') ??
    element.querySelector('source')?.getAttribute('src') ??
    element.getAttribute('href') ??
    painted ??
    element.textContent?.trim() ??
    '';
  const alt = element.getAttribute('alt') ?? '';
  return [
    { kind: kindOf(element.localName), key: shorten(key), ...(alt !== '' && { alt: alt.slice(0, 10_000) }) },
  ];
};

const kindOf = (name: string): MediaItem['kind'] => {
  if (name.startsWith('video')) return 'video';
  if (name.startsWith('audio')) return 'audio';
  return name === 'img' || name === 'div' || name.startsWith('image') ? 'image' : 'file';
};

const follows = (later: Node, earlier: Node): boolean =>
  (earlier.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Elements of what hangs on each box. In a thread a picture belongs to the box above it. */
export const findMedia = (composer: Composer): HTMLElement[][] => {
  const parts: HTMLElement[][] = composer.editors.map(() => []);
  const seen = new Set<HTMLElement>();
  for (const selector of composer.definition.media) {
    for (const element of queryFramed(composer.root, composer.definition, [selector])) {
      if (seen.has(element)) continue;
      seen.add(element);
      const above = composer.editors.findLastIndex((editor) => follows(element, editor));
      parts[Math.max(above, 0)]?.push(element);
    }
  }
  return parts;
};

export const readMedia = (composer: Composer): MediaItem[][] =>
  findMedia(composer).map((elements) => elements.flatMap(readItems));

/** Each selector is a field of its own; what stands in none of them is no title. */
const readTitle = ({ root, definition, editors: [editor] }: Composer): string | undefined => {
  if (!definition.title) return undefined;
  const fields = definition.title.flatMap((selector) => {
    const inside = queryAllDeep(root, [selector]);
    return inside.length > 0 ? inside : queryAllDeep((editor ?? root).ownerDocument, [selector]);
  });
  const lines = [...new Set(fields)]
    .map((field) => readText(innerOf(field, 'textarea, input')).trim())
    .filter((line) => line !== '');
  return lines.length > 0 ? lines.join('\n').slice(0, 10_000) : undefined;
};

/** The field of the content warning. Sites that only hide it keep what stood in it, and do not send it. */
export const findWarning = ({ root, definition }: Composer): HTMLElement | undefined =>
  queryAll(root, definition.warning ?? []).find((field) => isVisible(field) && !field.matches(':disabled'));

/** What the page says its limit is: the first number in the place the definition names. */
export const readLimit = (composer: Composer): number | undefined => {
  const from = composer.definition.limitFrom;
  if (!from) return undefined;
  const element =
    query(composer.root, [from.selector]) ?? query(composer.root.ownerDocument, [from.selector]);
  const text = from.attribute ? element?.getAttribute(from.attribute) : element?.textContent;
  const limit = Number(/\d+/u.exec(text ?? '')?.[0]);
  return Number.isSafeInteger(limit) && limit > 0 ? limit : undefined;
};

/** A frozen reading of the composer, as `draftSchema` wants it. */
export const readDraft = (composer: Composer): Draft => {
  const media = readMedia(composer);
  const parts: DraftPart[] = readTexts(composer).map((text, index) => ({ text, media: media[index] ?? [] }));
  const { kind, id, counter, fold, warningLimit } = composer.definition;
  const { location } = composer.root.ownerDocument;
  const limit = readLimit(composer);
  const title = readTitle(composer);
  const field = findWarning(composer);
  const warning = field && readText(field).slice(0, 10_000);
  const nativeSwitch = readNativeSwitch(composer);
  return {
    site: composer.site.id,
    composer: id,
    kind: parts.length > 1 && kind === 'post' ? 'thread' : kind,
    ...(title !== undefined && { title }),
    ...(warning?.trim() && { warning }),
    parts,
    ...(nativeSwitch && { nativeSwitch }),
    measures: { counter, ...(fold && { fold }), ...(warningLimit && { warningLimit }) },
    address: (location.origin + location.pathname + location.search).slice(0, 4096),
    ...(limit !== undefined && { limit }),
  };
};
