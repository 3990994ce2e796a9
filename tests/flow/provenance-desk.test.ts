import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCaptureLines } from '#lib/flow/capture-lines.ts';
import { createEvidenceFinder } from '#lib/flow/find-evidence.ts';
import { createProvenanceDesk } from '#lib/flow/provenance-desk.ts';
import type { Draft } from '#lib/model/draft.ts';
import type { ShownPicture } from '#lib/model/picture.ts';
import { DEFAULT_PROVENANCE, type Settings, settingsSchema } from '#lib/model/settings.ts';
import { openGenerationStore } from '#lib/provenance/store/open-generation-store.ts';
import { ProvenanceError } from '#lib/provenance/store/provenance-error.ts';
import type { GenerationStore } from '#lib/provenance/store/store-contract.ts';
import { compressAnew, makeFields, shownAs } from '../provenance/made-pictures.ts';
import { draftOf, gateOf } from './samples.ts';

const DAY = 86_400_000;
const CHATGPT = gateOf({ url: 'https://chatgpt.com/c/1' });
const ANSWER =
  'Give a rescue dog two quiet weeks before you ask anything of it, and keep the walks short and always the same.';
const CAPTURED = {
  text: ANSWER,
  captured: 'answer' as const,
  model: 'gpt-5-1',
  conversation: 'https://chatgpt.com/c/1',
  prompts: [],
};

let number = 0;
let now: number;
let settings: Settings;
let store: GenerationStore;
let desk: ReturnType<typeof createProvenanceDesk>;
const openDesk = () =>
  createProvenanceDesk({
    store,
    lines: createCaptureLines(() => performance.now()),
    readSettings: async () => settings,
    now: () => now,
  });
const findIn = (draft: Draft) =>
  createEvidenceFinder({ store, readSettings: async () => settings, now: () => now })(draft);
const findEvidence = (text: string) => findIn(draftOf(text));

beforeEach(() => {
  number += 1;
  now = 1_800_000_000_000;
  settings = settingsSchema.parse({ identities: [], preset: 'creator', addedSites: [], keepText: true });
  store = openGenerationStore({
    name: `provenance ${number}`,
    now: () => now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  desk = openDesk();
});
afterEach(() => store.close());

test('an answer is known again, with where it stands in the draft', async () => {
  await expect(desk.remember(CAPTURED, CHATGPT)).resolves.toEqual({ remembered: true });
  const own = 'My sister called. ';
  const [piece, ...more] = await findEvidence(`${own}${ANSWER}`);
  expect(more).toEqual([]);
  expect(piece).toMatchObject({
    kind: 'generated',
    source: 'chatgpt',
    sourceName: 'ChatGPT',
    model: 'gpt-5-1',
  });
  expect(piece).toMatchObject({ time: now, kept: 1000, spans: [{ part: 0, start: own.length }] });
  await expect(
    findEvidence('We picked ours up on a rainy Tuesday and she hid until Friday.'),
  ).resolves.toEqual([]);
});

test('the label takes no part in the shares', async () => {
  await desk.remember(CAPTURED, CHATGPT);
  const label = '[AI-generated: drafted by AI, reviewed and approved by Ada Lovelace]\n';
  expect(await findEvidence(`${label}${ANSWER}`)).toMatchObject([
    { share: 1000, spans: [{ start: label.length }] },
  ]);
});

test.each([
  ['a page that is no AI tool', gateOf({ url: 'https://blog.example/' }), {}],
  ['a private window', gateOf({ url: CHATGPT.url, isPrivate: true }), {}],
  ['a tool that is switched off', CHATGPT, { sourcesOff: ['chatgpt'] }],
  ['finished answers, switched off', CHATGPT, { provenance: { ...DEFAULT_PROVENANCE, answers: false } }],
] as const)('nothing is remembered of %s', async (_, gate, change) => {
  settings = { ...settings, ...change, sourcesOff: [...('sourcesOff' in change ? change.sourcesOff : [])] };
  await expect(desk.remember(CAPTURED, gate)).resolves.toEqual({ remembered: false });
  await expect(findEvidence(ANSWER)).resolves.toEqual([]);
});

test('an added address is a source by its origin alone', async () => {
  const gate = gateOf({ url: 'http://localhost:3000/chat' });
  settings = {
    ...settings,
    addedSources: [{ origin: 'http://localhost:3000', addedAt: 1, answers: false }],
  };
  await expect(desk.captureSettings(gate)).resolves.toEqual({ isOn: true, answers: false });
  await expect(desk.remember({ ...CAPTURED, captured: 'copy' }, gate)).resolves.toEqual({ remembered: true });
  await expect(desk.captureSettings(gateOf({ url: 'http://localhost:8080/' }))).resolves.toEqual({
    isOn: false,
    answers: false,
  });
  expect(
    (await desk.overview()).sources.find(({ source }) => source === 'http://localhost:3000'),
  ).toMatchObject({
    name: 'localhost:3000',
    generations: 1,
  });
});

test('the address of a conversation is kept only where the person wants that', async () => {
  await desk.remember(CAPTURED, CHATGPT);
  expect((await store.findFacts([1]))[0]?.conversation).toBeUndefined();
  settings = { ...settings, provenance: { ...DEFAULT_PROVENANCE, keepConversation: true } };
  await desk.remember({ ...CAPTURED, text: `${ANSWER} And now something else entirely.` }, CHATGPT);
  expect((await store.findFacts([1, 2])).map(({ conversation }) => conversation)).toContain(
    CAPTURED.conversation,
  );
});

test('what is past its time counts for nothing, and is gone after a look', async () => {
  await desk.remember(CAPTURED, CHATGPT);
  now += 31 * DAY;
  await expect(findEvidence(ANSWER)).resolves.toEqual([]);
  expect(await desk.overview()).toMatchObject({ generations: 0 });
});

test('words of one’s own question are no evidence', async () => {
  const question = 'What does a dog from a shelter need in the first two weeks with a new family at home?';
  await desk.remember({ ...CAPTURED, text: `${question} ${ANSWER}`, prompts: [question] }, CHATGPT);
  await expect(findEvidence(question)).resolves.toEqual([]);
});

test.each([
  ['rebuilding', 'rebuilding'],
  ['unreadable', 'unreadable'],
] as const)('a store that is %s is never taken for no evidence', async (code, reason) => {
  store = {
    ...store,
    findPostings: () => Promise.reject(new ProvenanceError(code, 'test')),
  };
  await expect(findEvidence(ANSWER)).resolves.toEqual([{ kind: 'unknown', role: 'none', reason }]);
});

test('what finds nothing means nothing once the memory is lost, until the person accepts that', async () => {
  await desk.remember(CAPTURED, CHATGPT);
  const lost = { generations: 3, until: now + DAY };
  let isAccepted = false;
  store = {
    ...store,
    findLoss: async () => (isAccepted ? undefined : lost),
    acceptLoss: async () => {
      isAccepted = true;
    },
  };
  desk = openDesk();
  const unknown = { kind: 'unknown', role: 'none', reason: 'lost' };
  await expect(findEvidence('Something else that I wrote myself on a Tuesday.')).resolves.toEqual([unknown]);
  await expect(findEvidence(ANSWER)).resolves.toMatchObject([{ kind: 'generated' }]);
  expect(await desk.overview()).toMatchObject({ generations: 1, lost });
  await desk.forget({ source: 'chatgpt' });
  const before = await desk.readStanding();
  expect(before.remembers).toBe(true);
  await desk.acceptLoss();
  const after = await desk.readStanding();
  expect(after.remembers).toBe(false);
  expect(after.mark).not.toBe(before.mark);
  await expect(findEvidence(ANSWER)).resolves.toEqual([]);
  expect((await desk.overview()).lost).toBeUndefined();
});

test('where the browser keeps no database, nothing was ever remembered', async () => {
  const refused = () => Promise.reject(new ProvenanceError('refused', 'test'));
  store = { ...store, readSecret: refused, findPostings: refused, overview: refused };
  desk = openDesk();
  await expect(findEvidence(ANSWER)).resolves.toEqual([]);
  expect((await desk.readStanding()).remembers).toBe(false);
});

test('the gate’s profile changes with what is remembered', async () => {
  const before = await desk.readStanding();
  expect(before.remembers).toBe(false);
  await desk.remember(CAPTURED, CHATGPT);
  const after = await desk.readStanding();
  expect(after.remembers).toBe(true);
  expect(after.mark).not.toBe(before.mark);
  expect(await desk.forget({})).toBe(1);
  expect((await desk.readStanding()).remembers).toBe(false);
});

test('evidence names the kept text of an answer, while there is one to show', async () => {
  await desk.remember(CAPTURED, CHATGPT);
  const keeping = { ...settings, provenance: { ...DEFAULT_PROVENANCE, keepTextDays: 7 } };
  const textIds = async () =>
    (await findEvidence(ANSWER)).map((piece) => (piece.kind === 'generated' ? piece.textId : piece.kind));
  expect(await textIds()).toEqual([undefined]);
  settings = keeping;
  expect(await textIds()).toEqual([undefined]);
  await desk.remember(CAPTURED, CHATGPT);
  expect(await textIds()).toEqual([1]);
  settings = { ...settings, provenance: DEFAULT_PROVENANCE };
  expect(await textIds()).toEqual([undefined]);
  settings = keeping;
  now += 7 * DAY;
  expect(await textIds()).toEqual([undefined]);
});

const PICTURE = {
  picture: shownAs(makeFields(1), { address: 'https://chatgpt.com/p?id=1' }),
  model: 'gpt-5-1',
};

/** A text with pictures; `undefined`: one that could not be read. */
const withPictures = (text: string, ...pictures: (ShownPicture | undefined)[]): Draft =>
  draftOf(text, {
    parts: [
      {
        text,
        media: pictures.map((picture, at) => ({
          kind: 'image' as const,
          key: `blob:${at}`,
          ...(picture && { picture }),
        })),
      },
    ],
  });

test('a picture is known again, with its source, time, size and place in the draft', async () => {
  await expect(desk.rememberPicture(PICTURE, CHATGPT)).resolves.toEqual({ remembered: true });
  const draft = withPictures('Look what I made.', undefined, shownAs(makeFields(1)));
  await expect(findIn(draft)).resolves.toEqual([
    {
      kind: 'generated',
      role: 'coauthored',
      source: 'chatgpt',
      sourceName: 'ChatGPT',
      model: 'gpt-5-1',
      time: now,
      share: 0,
      kept: 1000,
      spans: [],
      picture: { part: 0, item: 1, width: 1024, height: 1024, digest: expect.any(String), by: 'pixels' },
    },
  ]);
  await expect(findIn(withPictures('My own.', shownAs(makeFields(2))))).resolves.toEqual([]);
});

test('a picture alone makes the whole post the tool’s', async () => {
  await desk.rememberPicture(PICTURE, CHATGPT);
  const alike = shownAs(compressAnew(makeFields(1), 3), { width: 512, height: 512 });
  expect(await findIn(withPictures(' ', alike))).toMatchObject([
    { role: 'generated-reviewed', picture: { by: 'likeness' } },
  ]);
});

test('text and picture of a post are told apart', async () => {
  await desk.remember(CAPTURED, CHATGPT);
  await desk.rememberPicture(PICTURE, CHATGPT);
  const found = await findIn(withPictures(ANSWER, PICTURE.picture));
  expect(found.map((piece) => piece.kind === 'generated' && [piece.share, piece.picture?.by])).toEqual([
    [1000, undefined],
    [0, 'pixels'],
  ]);
});

test.each([
  ['a page that is no AI tool', gateOf({ url: 'https://blog.example/' }), {}],
  ['a private window', gateOf({ url: CHATGPT.url, isPrivate: true }), {}],
  ['a tool that is switched off', CHATGPT, { sourcesOff: ['chatgpt'] }],
  ['finished answers, switched off', CHATGPT, { provenance: { ...DEFAULT_PROVENANCE, answers: false } }],
] as const)('no picture is remembered of %s', async (_, gate, change) => {
  settings = { ...settings, ...change, sourcesOff: [...('sourcesOff' in change ? change.sourcesOff : [])] };
  await expect(desk.rememberPicture(PICTURE, gate)).resolves.toEqual({ remembered: false });
  await expect(findIn(withPictures('', PICTURE.picture))).resolves.toEqual([]);
});

test('pictures are answers to the person, and change the gate’s profile', async () => {
  const before = await desk.readStanding();
  await desk.rememberPicture(PICTURE, CHATGPT);
  const after = await desk.readStanding();
  expect(after.remembers).toBe(true);
  expect(after.mark).not.toBe(before.mark);
  const { sources, generations } = await desk.overview();
  expect(generations).toBe(1);
  expect(sources.find(({ source }) => source === 'chatgpt')).toMatchObject({ generations: 1, pictures: 1 });
  expect(await desk.forget({ source: 'chatgpt' })).toBe(1);
  expect((await desk.readStanding()).remembers).toBe(false);
});

test('a picture past its time counts for nothing', async () => {
  await desk.rememberPicture(PICTURE, CHATGPT);
  now += 31 * DAY;
  await expect(findIn(withPictures('', PICTURE.picture))).resolves.toEqual([]);
  expect(await desk.overview()).toMatchObject({ generations: 0 });
});

test('pictures that cannot be looked up are never taken for no evidence', async () => {
  store = { ...store, findPictures: () => Promise.reject(new ProvenanceError('unreadable', 'test')) };
  await expect(findIn(withPictures('', PICTURE.picture))).resolves.toMatchObject([{ kind: 'unknown' }]);
});
