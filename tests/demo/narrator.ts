import { join } from 'node:path';
import type { Tab } from '#tests/harness/tab.ts';

/** A step of the driven demo. */
interface Step<T> {
  /** What it did, in words for a reader of the terminal. */
  words: string;
  /** Part of the name of its picture, e.g. `x-pasted`; no picture without it. */
  picture?: string;
  /** @throws Error where the step does not hold */
  take(): Promise<T>;
}

/** Tells what the demo does: a line a step, a picture a step. */
export interface Narrator {
  chapter(title: string): void;
  /** Takes a step and prints it. @throws Error that names the step; a picture of the tab is left */
  step<T>(tab: Tab, step: Step<T>): Promise<T>;
  /** Lines that a step brought to light. */
  quote(title: string, text: string): void;
}

/** Prints to the terminal; the pictures go to the folder. */
export function createNarrator(folder: string): Narrator {
  let current = '';
  let taken = 0;
  const takePicture = async (tab: Tab, name: string): Promise<string> => {
    taken += 1;
    const file = `${String(taken).padStart(2, '0')}-${name}.png`;
    await tab.screenshot(join(folder, file));
    return ` (${file})`;
  };
  return {
    chapter(title) {
      current = title;
      console.log(`\n${title}`);
    },
    async step(tab, { words, picture, take }) {
      try {
        const result = await take();
        console.log(`  ✓ ${words}${picture ? await takePicture(tab, picture) : ''}`);
        return result;
      } catch (error) {
        console.log(`  ✗ ${words}${await takePicture(tab, 'failed').catch(() => '')}`);
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`${current}: “${words}” did not hold: ${reason}`, { cause: error });
      }
    },
    quote(title, text) {
      console.log(`    ${title}`);
      for (const line of text.trimEnd().split('\n')) console.log(`      | ${line}`);
    },
  };
}
