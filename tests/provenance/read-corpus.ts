import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Pair } from './derive-drafts.ts';

/** The corpus that belongs to the tests. */
export const SMALL_CORPUS = fileURLToPath(new URL('corpus', import.meta.url));

/**
 * Reads a folder with `questions.txt` (one a line, `N) question`), `human/N.txt` and `chatgpt/N.txt`: two answers to
 * question N. Throws where one of the three is missing.
 */
export async function readCorpus(folder: string): Promise<Pair[]> {
  const read = (path: string) => readFile(`${folder}/${path}`, 'utf8');
  const questions = new Map(
    [...(await read('questions.txt')).matchAll(/^(\d+)\) (.+)$/gmu)].map(([, number, question]) => [
      number,
      question,
    ]),
  );
  const names = (await readdir(`${folder}/human`)).sort(
    (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
  );
  return Promise.all(
    names.map(async (name) => {
      const question = questions.get(name.replace('.txt', ''));
      if (question === undefined) throw new Error(`no question for ${name}`);
      return { question, human: await read(`human/${name}`), answer: await read(`chatgpt/${name}`) };
    }),
  );
}
