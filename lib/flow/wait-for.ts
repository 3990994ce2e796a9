import { nextFrame } from './frames.ts';

/** Looks at every frame until there is something, or until time is up. Milliseconds. */
export const waitFor = async <Found>(
  find: () => Found | undefined,
  within: number,
): Promise<Found | undefined> => {
  const until = performance.now() + within;
  for (;;) {
    const found = find();
    if (found !== undefined || performance.now() > until) return found;
    await nextFrame();
  }
};
