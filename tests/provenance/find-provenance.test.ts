import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FingerprintIndex, Match } from '#lib/provenance/contract.ts';
import { findProvenance } from '#lib/provenance/find-provenance.ts';
import { createFingerprintKey } from '#lib/provenance/fingerprint.ts';
import { allGrams } from './all-grams.ts';
import { createMemoryIndex, type MemoryIndex } from './memory-index.ts';
import { createRandom } from './random.ts';

const key = createFingerprintKey(Uint8Array.from({ length: 32 }, (_, at) => at * 5));

const TIDES =
  'Tides are caused by the pull of the moon, and to a smaller degree by that of the sun. Where both act in line the water rises highest.';
const BREAD =
  'A sourdough starter needs flour, water and patience; after about a week of daily feeding it doubles within hours and smells pleasantly sour.';
const OWN = 'I walked along the beach this morning and my boots got wet again, as they do.';

let index: MemoryIndex;
beforeEach(() => {
  index = createMemoryIndex(key);
});

const find = (texts: string | readonly string[], leaveOutQuotes = false) =>
  findProvenance(typeof texts === 'string' ? [texts] : texts, index, key, { leaveOutQuotes });

const passagesOf = ({ spans }: Match, texts: readonly string[]) =>
  spans.map(({ part, start, end }) => texts[part]?.slice(start, end));

describe('ranges', () => {
  test('are exact where a whole answer stands in a draft', async () => {
    await index.add(TIDES);
    const draft = `${OWN} ${TIDES} ${OWN}`;
    const { matches, share } = await find(draft);
    expect(matches.flatMap((match) => passagesOf(match, [draft]))).toEqual([TIDES.slice(0, -1)]);
    expect(matches[0]).toMatchObject({ generation: 1, kept: 1000 });
    expect(share).toBe(matches[0]?.share);
  });

  test('are exact where a sentence of it does', async () => {
    await index.add(`${OWN.toUpperCase()} ${TIDES} ${BREAD}`);
    const sentence = 'Where both act in line the water rises highest.';
    const draft = `Quite so. ${sentence} Who knew?`;
    const { matches } = await find(draft);
    expect(matches.flatMap((match) => passagesOf(match, [draft]))).toEqual([sentence.slice(0, -1)]);
  });

  test('cover what was put in to disturb, and stay exact around it', async () => {
    await index.add(TIDES);
    const disturbed = [...TIDES]
      .map((letter) => `${letter}\u200B`)
      .join('')
      .replaceAll('the', '**thе** 👩‍💻');
    const draft = `𝐌e: ${disturbed}`;
    const { matches, share } = await find(draft);
    expect(matches[0]?.spans).toHaveLength(1);
    expect(matches[0]?.spans[0]?.start).toBe('𝐌e: '.length);
    expect(share).toBeGreaterThan(970);
  });

  test('of a draft with several parts name the part', async () => {
    await index.add(TIDES);
    await index.add(BREAD);
    const texts = [OWN, BREAD, '', `${TIDES}`];
    const { matches } = await find(texts);
    expect(matches.map(({ generation, spans }) => [generation, spans[0]?.part])).toEqual([
      [2, 1],
      [1, 3],
    ]);
    expect(matches.map((match) => passagesOf(match, texts))).toEqual([
      [BREAD.slice(0, -1)],
      [TIDES.slice(0, -1)],
    ]);
  });

  test('never reach from one part into the next', async () => {
    await index.add(TIDES);
    const { matches } = await find([TIDES.slice(0, 20), TIDES.slice(20, 40)]);
    expect(matches).toEqual([]);
  });

  test('hold nothing that does not stand in the generation, and lack little, whatever is cut out of it', async () => {
    const random = createRandom(1);
    const letters = (length: number, alphabet: string) =>
      Array.from({ length }, () => random.pick([...alphabet])).join('');
    const answer = letters(2000, 'abcdefghijklm');
    await index.add(answer);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1900 }),
        fc.integer({ min: 46, max: 300 }),
        async (from, length) => {
          const passage = answer.slice(from, from + length);
          const draft = `${letters(200, 'nopqrstuvwxyz')} ${passage} ${letters(200, 'nopqrstuvwxyz')}`;
          const { matches } = await find(draft);
          const spans = matches[0]?.spans ?? [];
          expect(spans).toHaveLength(1);
          const start = spans[0]?.start ?? 0;
          const end = spans[0]?.end ?? 0;
          expect(start).toBeGreaterThanOrEqual(201);
          expect(end).toBeLessThanOrEqual(201 + passage.length);
          expect(end - start).toBeGreaterThanOrEqual(passage.length - 2 * 7);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of one character taken apart do not overlap', async () => {
    const first = '바닷물은 달과 해가 당기는 힘 때문에 하루에 두 번씩 높아졌다가 다시 낮아집니다';
    const second = '그래서 배를 띄우려면 물때를 잘 살펴야 하고 그물을 걷는 시간도 날마다 달라집니다';
    const draft = `${first}간${second}`;
    let shared = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const other = createFingerprintKey(new Uint8Array(32).fill(seed));
      const answers = createMemoryIndex(other);
      await answers.add(`${first}각`);
      await answers.add(`난${second} 아침마다 바람을 살펴보는 일도 잊지 않습니다`);
      const { matches } = await findProvenance([draft], answers, other, { leaveOutQuotes: false });
      const [one, two] = matches.flatMap(({ spans }) => spans).sort((x, y) => x.start - y.start);
      expect(two?.start).toBeGreaterThanOrEqual(one?.end ?? Number.NaN);
      if (one?.end === two?.start) shared += 1;
    }
    expect(shared).toBeGreaterThan(0);
  });

  test('beyond the first million characters are not looked for', async () => {
    await index.add(TIDES);
    expect((await find(['x '.repeat(400_000), TIDES])).matches).toHaveLength(1);
    expect((await find(['x '.repeat(500_000), TIDES])).matches).toEqual([]);
  });
});

describe('several generations', () => {
  test('are told apart', async () => {
    await index.add(TIDES);
    await index.add(BREAD);
    const draft = `${TIDES}\n${OWN}\n${BREAD}`;
    const { matches, share } = await find(draft);
    expect(matches.map(({ generation, kept }) => [generation, kept])).toEqual([
      [2, 1000],
      [1, 1000],
    ]);
    expect(share).toBeGreaterThan(700);
    expect(share).toBeLessThan(850);
  });

  test('that share a passage: it belongs to the one with the longer run', async () => {
    await index.add(`${TIDES} ${BREAD}`);
    await index.add(TIDES);
    const { matches } = await find(`${TIDES} ${BREAD}`);
    expect(matches.map(({ generation }) => generation)).toEqual([1]);
  });

  test('with the same text: the newest', async () => {
    await index.add(TIDES);
    await index.add(TIDES);
    const { matches } = await find(TIDES);
    expect(matches.map(({ generation }) => generation)).toEqual([2]);
  });

  test('of which one was forgotten meanwhile: the other', async () => {
    await index.add(TIDES);
    await index.add(TIDES);
    const forgetful: FingerprintIndex = {
      ...index,
      findGenerations: async (ids) => (await index.findGenerations(ids)).filter(({ id }) => id !== 2),
    };
    const { matches } = await findProvenance([TIDES], forgetful, key, { leaveOutQuotes: false });
    expect(matches.map(({ generation }) => generation)).toEqual([1]);
  });

  test('of which half was pasted twice: half was kept', async () => {
    await index.add(`${TIDES} ${BREAD}`);
    const { matches } = await find(`${TIDES}\n${OWN}\n${TIDES}`);
    expect(matches[0]?.kept).toBeLessThan(530);
  });

  test('of which half was kept', async () => {
    await index.add(`${TIDES} ${BREAD}`);
    const { matches } = await find(TIDES);
    expect(matches[0]?.share).toBe(1000);
    expect(matches[0]?.kept).toBeGreaterThan(420);
    expect(matches[0]?.kept).toBeLessThan(530);
  });
});

describe('what counts for nothing', () => {
  const PHRASE = 'it is important to note that there are several';

  test('a phrase that stands in many generations', async () => {
    for (const [at, text] of [TIDES, BREAD, OWN, 'Bees', 'Wool', 'Snow'].entries()) {
      await index.add(`${text} ${at} ${PHRASE} ${text}`);
    }
    expect((await find(`Hm, ${PHRASE} ways home.`)).matches).toEqual([]);
  });

  test('but a long passage does count, however often it was given', async () => {
    for (let time = 0; time < 9; time += 1) await index.add(TIDES);
    expect((await find(TIDES)).share).toBe(1000);
  });

  test('and a phrase inside a passage belongs to it', async () => {
    for (const text of [BREAD, OWN, 'Bees', 'Wool', 'Snow']) await index.add(`${text} ${PHRASE} ${text}`);
    const answer = `Tides are caused by the pull of the moon, and ${PHRASE} kinds of them in the seas of the world.`;
    await index.add(answer);
    expect((await find(answer)).matches).toMatchObject([
      { generation: 6, share: 1000, spans: [{ start: 0 }] },
    ]);
  });

  test('the words of one’s own prompt', async () => {
    const question = 'Do you agree that parents are the best teachers a child can have?';
    await index.add(
      `Whether parents are the best teachers a child can have depends on much. ${TIDES}`,
      question,
    );
    expect((await find('I think parents are the best teachers a child can have!')).matches).toEqual([]);
  });

  test('one’s own text that was only corrected', async () => {
    const mine = `${OWN} Then I met Ruth, who had forgotten her hat on the pier and was in a terrible mood about it.`;
    await index.add(mine.replace('forgotten', 'misplaced'), `Please correct my text: ${mine}`);
    expect((await find(mine)).share).toBe(0);
    expect((await find(mine.replace('forgotten', 'misplaced'))).share).toBe(0);
  });

  test('what an answer added to one’s own text is not one’s own', async () => {
    await index.add(`${OWN}\n${TIDES}`, `Please go on: ${OWN}`);
    const draft = `${OWN}\n${TIDES}`;
    const { matches } = await find(draft);
    expect(matches.flatMap((match) => passagesOf(match, [draft]))).toEqual([TIDES.slice(0, -1)]);
  });

  test('an answer that was pasted into the next prompt does not become one’s own', async () => {
    await index.add(TIDES, 'What are tides?');
    await index.add('The moon pulls at the sea.', 'What are tides?', `Shorter, please: ${TIDES} ${OWN}`);
    expect((await find(TIDES)).matches).toMatchObject([{ generation: 1, share: 1000 }]);
    await index.add(`${OWN} ${BREAD}`);
    expect((await find(OWN)).matches).toEqual([]);
  });

  test('one’s own text stays that through several rounds of corrections', async () => {
    const once = OWN.replace('morning', 'fine morning');
    await index.add(once, `Correct this: ${OWN}`);
    await index.add(once.replace('again', 'once more'), `Correct this: ${OWN}`, `And again: ${once}`);
    expect((await find(OWN)).share).toBe(0);
    expect((await find(once.replace('again', 'once more'))).share).toBeLessThan(300);
  });

  test('quotations, where they are left out', async () => {
    await index.add(TIDES);
    const draft = `> ${TIDES}\n\n${OWN}`;
    expect((await find(draft, true)).matches).toEqual([]);
    expect((await find(draft, false)).share).toBeGreaterThan(500);
    const mixed = `> ${BREAD}\n${TIDES}`;
    expect((await find(mixed, true)).share).toBe(1000);
  });

  test('a gram that is met by chance, also where it is long', async () => {
    for (const text of [
      TIDES,
      'Xの習慣を身につけるためには、起きる時間よりも先に寝る時間を整えることが大切です。',
    ]) {
      const grams = allGrams(text, key);
      expect(grams.length).toBeGreaterThan(20);
      for (const gram of grams) {
        const chance: FingerprintIndex = {
          ...index,
          findPostings: async () => new Map([[gram, [{ generation: 1, position: 7 }]]]),
          findGenerations: async () => [{ id: 1, length: 500 }],
        };
        const { matches } = await findProvenance([text], chance, key, { leaveOutQuotes: false });
        expect(matches).toEqual([]);
      }
    }
  });

  test('a single gram: 32 bits are met by chance', async () => {
    await index.add('the pull of the moon and the sun');
    expect((await find('Look at the pull of the moon and the s, he said, and laughed.')).matches).toEqual([]);
  });

  test('nothing at all', async () => {
    await index.add(TIDES);
    for (const text of ['', '🚀', 'short', OWN]) {
      expect(await find(text)).toEqual({ matches: [], share: 0, longest: 0 });
    }
    expect(await find([])).toEqual({ matches: [], share: 0, longest: 0 });
  });
});

test('Chinese, Japanese and German are found', async () => {
  const texts = [
    '在城市里养狗,首先需要了解当地的管理规定。许多城市要求为犬只办理登记、按时接种疫苗。',
    '早起きの習慣を身につけるためには、起きる時間よりも先に寝る時間を整えることが大切です。',
    'Der größte Hebel beim Stromsparen liegt in der Regel bei den Geräten, die dauerhaft laufen.',
  ];
  for (const text of texts) await index.add(text);
  for (const [at, text] of texts.entries()) {
    expect((await find(`Hm: ${text}`)).matches).toMatchObject([{ generation: at + 1, kept: 1000 }]);
  }
});

test('an index that cannot answer is never taken for "nothing found"', async () => {
  const broken: FingerprintIndex = {
    ...index,
    findPostings: () => Promise.reject(new Error('rebuilding')),
  };
  await expect(findProvenance([TIDES], broken, key, { leaveOutQuotes: false })).rejects.toThrow('rebuilding');
});

test('text built to meet itself everywhere takes bounded work', { timeout: 60_000 }, async () => {
  const period = Array.from({ length: 97 }, (_, at) => String.fromCharCode(97 + ((at * at) % 26))).join('');
  for (const text of ['a'.repeat(200_000), 'ab'.repeat(100_000), period.repeat(2000)]) {
    for (let time = 0; time < 20; time += 1) await index.add(text);
  }
  for (const text of [
    'a'.repeat(1_000_000),
    'ab'.repeat(500_000),
    period.repeat(10_000),
    '](`'.repeat(300_000),
  ]) {
    const { share, matches } = await find(text);
    expect(share).toBeLessThanOrEqual(1000);
    expect(matches.length).toBeLessThanOrEqual(60);
  }
});
