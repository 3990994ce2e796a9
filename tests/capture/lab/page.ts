import { startCapture } from '#lib/capture/start-capture.ts';
import type { CapturedGeneration } from '#lib/model/generation.ts';
import { readAnswer } from '#lib/sources/read-answer.ts';
import { make } from '#tests/sites/fixtures/client/fixture.ts';
import { readPainted } from './painted-pictures.ts';

/** A page that no definition knows, with the capture in its own world and a stand-in for the background. */
export interface Lab {
  captured: CapturedGeneration[];
  start(settings?: { isOn?: boolean; answers?: boolean }): void;
  /** As after an update of the extension. */
  orphan(): void;
  show(html: string): void;
  /** Text of what was shown, and the milliseconds that reading took. */
  read(): { text: string; time: number };
  readPainted: typeof readPainted;
  /** Shows words one after the other, so many milliseconds between two. */
  grow(words: string[], into: string, pace: number): void;
}

declare global {
  interface Window {
    lab: Lab;
  }
}

const stage = make('div', { id: 'stage' });
document.querySelector('#root')?.append(stage);
let isOrphaned = false;

window.lab = {
  captured: [],
  start: ({ isOn = true, answers = false } = {}) =>
    startCapture({
      remember: async (generation) => window.lab.captured.push(generation),
      rememberPicture: async () => undefined,
      readSettings: async () => ({ isOn, answers }),
      isOrphaned: () => isOrphaned,
    }),
  orphan: () => {
    isOrphaned = true;
  },
  show: (html) => {
    stage.innerHTML = html;
  },
  read: () => {
    const start = performance.now();
    const text = readAnswer(stage);
    return { text, time: performance.now() - start };
  },
  readPainted,
  grow: (words, into, pace) => {
    const [word, ...left] = words;
    if (word === undefined) return;
    document.querySelector(into)?.append(`${word} `);
    setTimeout(() => window.lab.grow(left, into, pace), pace);
  },
};
