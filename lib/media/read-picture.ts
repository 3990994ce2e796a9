import type { ShownPicture } from '../model/picture.ts';
import { PICTURE_SIDE } from '../model/picture-side.ts';

/** Pixels. Smaller ones are icons, larger ones take too long to draw. */
const LIMITS = { leastSide: 64, mostSide: 16_384, mostArea: 4096 ** 2 };
/** First drawn so small, then halved: each field of the result is the mean of many pixels, in every browser. */
const FIRST_SIDE = 8 * PICTURE_SIDE;
const LONGEST_ADDRESS = 4096;

const draw = (picture: CanvasImageSource, side: number): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(side, side);
  // In main memory: what another picture looks like must not depend on the graphics card, and is read back at once.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  // Transparent is white, as where it is shown.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.drawImage(picture, 0, 0, side, side);
  return canvas;
};

/** Throws where the browser does not let anybody read the picture. */
const shrink = (picture: CanvasImageSource): string => {
  let canvas = draw(picture, FIRST_SIDE);
  while (canvas.width > PICTURE_SIDE) canvas = draw(canvas, canvas.width / 2);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const data = context?.getImageData(0, 0, PICTURE_SIDE, PICTURE_SIDE).data;
  if (!data) throw new Error('no canvas');
  let bytes = '';
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    bytes += String.fromCharCode(Math.round(0.299 * red + 0.587 * green + 0.114 * blue));
  }
  return btoa(bytes);
};

/** Nothing where the picture is from another host that did not allow it: its address is all there is. */
const tryToShrink = (picture: CanvasImageSource): string | undefined => {
  try {
    return shrink(picture);
  } catch {
    return undefined;
  }
};

const isInLimits = (width: number, height: number): boolean =>
  Math.min(width, height) >= LIMITS.leastSide &&
  Math.max(width, height) <= LIMITS.mostSide &&
  width * height <= LIMITS.mostArea;

/**
 * What a picture looks like that the page has loaded. No request leaves for it: one that is still on its way, or waits to
 * be scrolled to, is none yet. Nothing for icons, and where neither address nor pixels say what it is.
 */
export const readPicture = async (image: HTMLImageElement): Promise<ShownPicture | undefined> => {
  const source = image.currentSrc || image.src;
  const carriesBytes = /^(?:blob|data):/u.test(source);
  if (!image.complete && !carriesBytes) return undefined;
  // Off the page's own thread, if it was not done for showing it.
  await image.decode().catch(() => undefined);
  const { naturalWidth: width, naturalHeight: height } = image;
  if (!isInLimits(width, height)) return undefined;
  const address = !carriesBytes && source.length <= LONGEST_ADDRESS ? source : undefined;
  const small = tryToShrink(image);
  return address || small
    ? { ...(address && { address }), width, height, ...(small && { small }) }
    : undefined;
};

/** A picture that the page holds as a file. */
export const readPictureFile = async (file: Blob): Promise<ShownPicture | undefined> => {
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = bitmap;
    const picture = isInLimits(width, height) ? { width, height, small: shrink(bitmap) } : undefined;
    bitmap.close();
    return picture;
  } catch {
    // Not a picture, or one that this browser does not know.
    return undefined;
  }
};
