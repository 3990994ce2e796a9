import { readPicture, readPictureFile } from '../media/read-picture.ts';
import type { Draft } from '../model/draft.ts';
import type { ShownPicture } from '../model/picture.ts';
import type { Composer } from '../sites/composer.ts';
import { findMedia, readItems } from '../sites/read-draft.ts';

/** A preview that the site has not loaded by then is not waited for, milliseconds. */
const AT_LATEST = 1000;
/** Pictures of one page that are not read again. */
const MOST_KNOWN = 100;

type Reading = Promise<ShownPicture | undefined>;

/** Of an address on the network nothing is loaded; what carries its own bytes leaves nobody a request. */
const readPainted = (element: HTMLElement): Reading => {
  const address = /url\(["']?((?:blob|data):[^"')]+)/u.exec(element.style.backgroundImage)?.[1];
  if (address === undefined) return Promise.resolve(undefined);
  const image = new Image();
  image.src = address;
  return readPicture(image);
};

/** What the items of an element look like, in their order. */
const readElement = (element: HTMLElement): Reading[] => {
  if (element instanceof HTMLInputElement) return [...(element.files ?? [])].map(readPictureFile);
  return [element instanceof HTMLImageElement ? readPicture(element) : readPainted(element)];
};

const inTime = (reading: Reading): Reading =>
  Promise.race([reading, new Promise<undefined>((resolve) => setTimeout(resolve, AT_LATEST, undefined))]);

export type ReadPictures = (composer: Composer, draft: Draft) => Promise<Draft>;

/** Adds to a draft what its pictures look like, as far as the page lets that be read. No request leaves for it. */
export const createPictureReader = (): ReadPictures => {
  const known = new Map<string, Reading>();

  const note = (key: string, reading: Reading): void => {
    known.set(key, reading);
    const forget = (): void => void known.delete(key);
    // Perhaps it was not there yet.
    reading.then((picture) => picture ?? forget(), forget);
    const oldest = known.keys().next().value;
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  };

  return async (composer, draft) => {
    for (const element of findMedia(composer).flat()) {
      const items = readItems(element);
      if (items.every(({ key, kind }) => kind !== 'image' || known.has(key))) continue;
      readElement(element).forEach((reading, at) => {
        const item = items[at];
        if (item?.kind === 'image') note(item.key, inTime(reading));
      });
    }
    const parts = draft.parts.map(async (part) => ({
      ...part,
      media: await Promise.all(
        part.media.map(async (item) => {
          const picture = await known.get(item.key);
          return picture ? { ...item, picture } : item;
        }),
      ),
    }));
    return { ...draft, parts: await Promise.all(parts) };
  };
};
