import { readPicture } from '#lib/media/read-picture.ts';
import type { ShownPicture } from '#lib/model/picture.ts';
import { createRandom, type Random } from '#tests/provenance/random.ts';

/** What a picture shows: light and grain everywhere, shapes in plain colours, lines of text on white, little on white. */
export type Motif = 'photo' | 'drawing' | 'page' | 'logo';

/** How it was saved again. */
export interface Saving {
  scale: number;
  type: 'image/png' | 'image/jpeg' | 'image/webp';
  quality?: number;
}

const colour = ({ below }: Random, opacity = 1): string =>
  `rgb(${below(256)} ${below(256)} ${below(256)} / ${opacity})`;

const PAINTERS: Record<Motif, (to: CanvasRenderingContext2D, random: Random) => void> = {
  photo(to, random) {
    const { width, height } = to.canvas;
    const sky = to.createLinearGradient(0, 0, 0, height);
    sky.addColorStop(0, colour(random));
    sky.addColorStop(1, colour(random));
    to.fillStyle = sky;
    to.fillRect(0, 0, width, height);
    for (let spot = 0; spot < 60; spot += 1) {
      const [x, y, radius] = [random.below(width), random.below(height), 30 + random.below(width / 4)];
      const light = to.createRadialGradient(x, y, 0, x, y, radius);
      light.addColorStop(0, colour(random, 0.6));
      light.addColorStop(1, 'transparent');
      to.fillStyle = light;
      to.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    }
    const grain = to.getImageData(0, 0, width, height);
    for (let at = 0; at < grain.data.length; at += 1)
      if (at % 4 !== 3) grain.data[at] = (grain.data[at] ?? 0) + random.below(24) - 12;
    to.putImageData(grain, 0, 0);
  },
  drawing(to, random) {
    const { width, height } = to.canvas;
    to.fillStyle = colour(random);
    to.fillRect(0, 0, width, height);
    for (let shape = 0; shape < 14; shape += 1) {
      to.fillStyle = colour(random);
      to.beginPath();
      to.ellipse(
        random.below(width),
        random.below(height),
        20 + random.below(width / 3),
        20 + random.below(height / 3),
        random.next() * 3,
        0,
        7,
      );
      to.fill();
    }
  },
  page(to, random) {
    const { width, height } = to.canvas;
    to.fillStyle = '#fff';
    to.fillRect(0, 0, width, height);
    to.fillStyle = '#222';
    to.font = '18px sans-serif';
    for (let y = 40; y < height - 20; y += 28) {
      const words = Array.from({ length: random.below(14) }, () => 'm'.repeat(1 + random.below(9)));
      to.fillText(words.join(' '), 30, y, width - 60);
    }
  },
  logo(to, random) {
    const { width, height } = to.canvas;
    to.fillStyle = '#fff';
    to.fillRect(0, 0, width, height);
    to.fillStyle = colour(random);
    to.fillRect(width * 0.4, height * (0.3 + random.next() * 0.2), width * 0.15, height * 0.15);
  },
};

const SIZES = [
  [1024, 1024],
  [1024, 1536],
  [1536, 1024],
] as const;

const paint = (motif: Motif, seed: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = SIZES[seed % SIZES.length] ?? SIZES[0];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  PAINTERS[motif](context, createRandom(seed));
  return canvas;
};

const save = async (from: HTMLCanvasElement, { scale, type, quality }: Saving): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(from.width * scale);
  canvas.height = Math.round(from.height * scale);
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(from, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(type))), type, quality);
  });
};

/** What Candor reads of one painted picture, saved in each of these ways, and the milliseconds that reading took. */
export const readPainted = async (
  motif: Motif,
  seed: number,
  savings: readonly Saving[],
): Promise<{ shown: ShownPicture | undefined; time: number }[]> => {
  const canvas = paint(motif, seed);
  const read = [];
  for (const saving of savings) {
    const image = new Image();
    image.src = URL.createObjectURL(await save(canvas, saving));
    await image.decode();
    const start = performance.now();
    const shown = await readPicture(image);
    read.push({ shown, time: performance.now() - start });
    URL.revokeObjectURL(image.src);
  }
  return read;
};
