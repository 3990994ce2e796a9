import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (raw: unknown, sender: unknown) => Promise<{ ok: boolean; code?: string; value?: unknown }>;

const world = vi.hoisted(() => ({ listener: undefined as unknown }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'candor',
      getURL: (path: string) => `chrome-extension://candor${path}`,
      onMessage: {
        addListener: (listener: unknown) => {
          world.listener = listener;
        },
      },
    },
  },
}));

const { handleMessages, identifySender } = await import('#lib/messaging/handle.ts');
const { MESSAGES } = await import('#lib/messaging/messages.ts');
type Handlers = Parameters<typeof handleMessages>[0];

const called: [string, unknown, unknown][] = [];
const handlers = Object.fromEntries(
  Object.keys(MESSAGES).map((name) => [
    name,
    async (input: unknown, sender: unknown) => {
      called.push([name, input, sender]);
      if (name === 'read-settings') throw new Error('the disk is full');
      return 'done';
    },
  ]),
) as unknown as Handlers;
handleMessages(handlers);

const GATE = { id: 'candor', tab: { id: 7, incognito: false }, frameId: 0, url: 'https://x.com/home' };
const PAGE = { id: 'candor', url: 'chrome-extension://candor/popup.html' };
const send = (raw: unknown, sender: unknown) => (world.listener as Listener)(raw, sender);

beforeEach(() => {
  called.length = 0;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

const SAMPLES: Partial<Record<keyof typeof MESSAGES, unknown>> = {
  'wake-up': { protection: 'protected' },
  'inject-review': {},
  'release-post': { post: '00000000-0000-4000-8000-000000000001' },
  'read-protection': { tab: 1 },
  'keep-text': { keep: true },
  'remove-identity': { id: 'first' },
};

test.each(Object.entries(SAMPLES))('%s is taken from its own side only', async (name, input) => {
  const isGate = MESSAGES[name as keyof typeof MESSAGES].from === 'gate';
  expect(await send({ name, input }, isGate ? GATE : PAGE)).toEqual({ ok: true, value: 'done' });
  expect(await send({ name, input }, isGate ? PAGE : GATE)).toMatchObject({ ok: false, code: 'not-allowed' });
  expect(called).toHaveLength(1);
});

test('case 26: whatever may change settings, sites or names is refused to content scripts', () => {
  const open = Object.entries(MESSAGES).filter(([, { from }]) => from === 'gate');
  expect(open.map(([name]) => name).sort()).toEqual([
    'approve-post',
    'capture-settings',
    'decide-draft',
    'find-own-posts',
    'hold-post',
    'inject-guard',
    'inject-review',
    'open-log',
    'read-held-text',
    'release-post',
    'remember-generation',
    'remember-picture',
    'report-altered',
    'report-bypass',
    'report-protection',
    'report-shown',
    'review-elsewhere',
    'settle-post',
    'wake-up',
  ]);
});

test.each([
  ['another extension', { ...PAGE, id: 'other' }],
  ['another extension in a tab', { ...GATE, id: 'other' }],
  ['nobody', {}],
  ['a page without a frame', { id: 'candor', tab: { id: 1 }, url: 'https://x.com/' }],
  [
    'an address that only begins alike',
    { id: 'candor', url: 'chrome-extension://candor.example/popup.html' },
  ],
])('case 26: %s is nobody', async (_, sender) => {
  expect(identifySender(sender as never)).toBeUndefined();
  for (const [name, input] of Object.entries(SAMPLES))
    expect(await send({ name, input }, sender)).toMatchObject({ ok: false, code: 'not-allowed' });
  expect(called).toEqual([]);
});

test('case 26: a content script is what the browser says it is, whatever its message says', async () => {
  await send(
    {
      name: 'wake-up',
      input: { protection: 'protected' },
      sender: PAGE,
      tab: 99,
      url: 'chrome-extension://candor/',
    },
    GATE,
  );
  expect(called[0]?.[2]).toEqual({
    from: 'gate',
    tab: 7,
    frame: 0,
    url: 'https://x.com/home',
    isPrivate: false,
  });
});

test('case 26: an extension page in a tab is a page, a web page in it a gate', () => {
  expect(identifySender({ ...PAGE, tab: { id: 3, incognito: false }, frameId: 0 } as never)).toEqual({
    from: 'page',
  });
});

test.each([
  ['nothing', undefined],
  ['text', 'wake-up'],
  ['no name', { input: {} }],
  ['an unknown name', { name: 'erase-log', input: {} }],
  ['a name of every object', { name: 'constructor', input: {} }],
  ['a name that is a list', { name: ['wake-up'], input: {} }],
  ['too much input', { name: 'wake-up', input: { protection: 'protected', extra: 1 } }],
  ['too little input', { name: 'release-post', input: {} }],
  ['the wrong type', { name: 'release-post', input: { post: 7 } }],
])('%s is refused', async (_, raw) => {
  expect(await send(raw, GATE)).toMatchObject({ ok: false, code: 'not-allowed' });
  expect(called).toEqual([]);
});

test('a handler that throws answers with a code', async () => {
  expect(await send({ name: 'read-settings', input: {} }, PAGE)).toMatchObject({
    ok: false,
    code: 'storage-failed',
  });
});
