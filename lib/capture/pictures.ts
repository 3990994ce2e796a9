import { readPicture } from '../media/read-picture.ts';
import type { SourceDefinition } from '../model/source.ts';
import { findAncestor, matches, query, queryAll } from '../sites/composed-tree.ts';
import { LIMITS } from '../sources/limits.ts';
import { readModel } from '../sources/read-generation.ts';
import { workWhenIdle } from './idle.ts';
import { readConversation } from './place.ts';
import type { CapturePorts } from './ports.ts';
import { createRecent } from './text-mark.ts';

/** The newest of a page are looked at; older ones were, when they were new. */
const MOST_PICTURES = 30;
/** Addresses of one page that are known to be remembered. */
const MOST_ADDRESSES = 500;

interface PictureOptions {
  ports: CapturePorts;
  signal: AbortSignal;
  /** A picture is not there yet. */
  again(): void;
}

/** Some addresses are whole pictures: their ends differ most. */
const addressOf = ({ currentSrc, src }: HTMLImageElement): string => {
  const address = currentSrc || src;
  return address.length > LIMITS.address ? `${address.length} ${address.slice(-LIMITS.address)}` : address;
};

/**
 * Pictures that the tool made, each once, when the page has loaded it and has time. They are read from the page's own
 * memory: no request leaves for it.
 */
export const createPictures = ({ ports, signal, again }: PictureOptions) => {
  const taken = createRecent(MOST_ADDRESSES);
  const awaited = new WeakSet<HTMLImageElement>();

  const take = async (source: SourceDefinition, image: HTMLImageElement): Promise<void> => {
    const picture = await readPicture(image);
    if (!picture || signal.aborted || ports.isOrphaned()) return;
    const message = findAncestor(image, (element) => matches(element, source.message));
    const model = message && readModel(source, document, message);
    const conversation = readConversation();
    await ports.rememberPicture({
      picture,
      ...(model && { model }),
      ...(conversation.length <= LIMITS.address && { conversation }),
    });
  };

  const isNew = (image: HTMLImageElement): boolean => {
    if (taken.has(addressOf(image))) return false;
    if (image.complete) return true;
    if (!awaited.has(image)) image.addEventListener('load', again, { once: true, signal });
    awaited.add(image);
    return false;
  };

  return (source: SourceDefinition): void => {
    const images = queryAll(document, source.image)
      .filter((image): image is HTMLImageElement => image.localName === 'img')
      .slice(-MOST_PICTURES)
      .filter(isNew);
    if (images.length === 0) return;
    // What it shows while it is being made is not the picture.
    if (query(document, source.done.absent)) {
      again();
      return;
    }
    const work = (image: HTMLImageElement): void => {
      const address = addressOf(image);
      if (taken.has(address)) return;
      taken.add(address);
      // Nobody has it: for when it is mounted again.
      take(source, image).catch(() => taken.remove(address));
    };
    workWhenIdle(images, work, signal);
  };
};
