import { describe, expect, it } from 'vitest';
import type { SourcesPorts } from '#components/sources/contract.ts';
import { readToolOrigin } from '#components/sources/read-tool-origin.ts';
import { createRememberedModel } from '#components/sources/remembered-model.ts';
import { createSourcesModel } from '#components/sources/sources-model.ts';
import { DEFAULT_PROVENANCE, type Settings } from '#lib/model/settings.ts';
import type { SourcesOverview } from '#lib/model/sources-overview.ts';
import { DEFAULT_SETTINGS } from '#lib/storage/settings-store.ts';

const KNOWN = {
  sources: [
    { id: 'chatgpt', name: 'ChatGPT', hosts: ['chatgpt.com'] },
    { id: 'grok-in-x', name: 'Grok in X', hosts: ['x.com'] },
  ],
  sites: [
    { name: 'X', hosts: ['x.com'] },
    { name: 'LinkedIn', hosts: ['www.linkedin.com'] },
  ],
};
const overviewOf = (generations: number): SourcesOverview => ({ sources: [], generations, bytes: 0 });

/** Ports that answer with the defaults, and what they were asked. */
const setUp = (extra: Partial<SourcesPorts> = {}) => {
  const said: unknown[][] = [];
  const answer =
    <Result>(name: string, result: Result) =>
    async (...values: unknown[]): Promise<Result> => {
      said.push([name, ...values]);
      return result;
    };
  const ports: SourcesPorts = {
    readOverview: answer('readOverview', overviewOf(3)),
    readSettings: answer('readSettings', DEFAULT_SETTINGS),
    switchSource: answer('switchSource', DEFAULT_SETTINGS),
    addSource: answer('addSource', DEFAULT_SETTINGS),
    removeSource: answer('removeSource', DEFAULT_SETTINGS),
    changeMemory: answer('changeMemory', DEFAULT_SETTINGS),
    acceptLoss: answer('acceptLoss', true),
    forget: answer('forget', 3),
    ...extra,
  };
  return { model: createSourcesModel(ports, KNOWN), said };
};

const failing = () => Promise.reject(new Error('silent'));

describe('the model of AI tools', () => {
  it('reads again after each change, so that the list shows what holds', async () => {
    const { model, said } = setUp();
    await model.load();
    said.length = 0;
    await model.switchSource('chatgpt', false);
    expect(said).toEqual([['switchSource', 'chatgpt', false], ['readOverview']]);
  });

  it('shows the answer to the last question, whichever comes last', async () => {
    const answers: ((overview: SourcesOverview) => void)[] = [];
    const { model } = setUp({ readOverview: () => new Promise((resolve) => answers.push(resolve)) });
    const both = [model.load(), model.load()];
    answers[1]?.(overviewOf(2));
    answers[0]?.(overviewOf(1));
    await Promise.all(both);
    expect(model.overview.value?.generations).toBe(2);
  });

  it('says what was not saved, and sets the controls back', async () => {
    const { model } = setUp({ changeMemory: failing });
    await model.load();
    const before = model.memory.value;
    await model.changeMemory({ retentionDays: 7 });
    expect(model.problem.value).toEqual({ is: 'unsaved' });
    expect(model.memory.value).toEqual(DEFAULT_PROVENANCE);
    // A new object, or nothing would be drawn again.
    expect(model.memory.value).not.toBe(before);
  });

  it('reads again once a loss was accepted, and says where that was not saved', async () => {
    const { model, said } = setUp();
    await model.load();
    said.length = 0;
    await model.acceptLoss();
    expect(said).toEqual([['acceptLoss'], ['readOverview']]);
    const { model: other } = setUp({ acceptLoss: failing });
    await other.acceptLoss();
    expect(other.problem.value).toEqual({ is: 'unsaved' });
  });

  it('changes one thing and leaves the others as they are', async () => {
    const { model, said } = setUp();
    await model.load();
    await model.changeMemory({ keepTextDays: 7 });
    expect(said).toContainEqual(['changeMemory', { ...DEFAULT_PROVENANCE, keepTextDays: 7 }]);
  });

  it('takes over what the settings are after a change', async () => {
    const changed: Settings = {
      ...DEFAULT_SETTINGS,
      provenance: { ...DEFAULT_PROVENANCE, retentionDays: 90 },
    };
    const { model } = setUp({ changeMemory: async () => changed });
    await model.load();
    await model.changeMemory({ retentionDays: 90 });
    expect(model.memory.value?.retentionDays).toBe(90);
  });

  it('says that nobody answers, and no longer once somebody does', async () => {
    let isBroken = true;
    const { model } = setUp({
      readOverview: () => (isBroken ? failing() : Promise.resolve(overviewOf(1))),
    });
    await model.load();
    expect(model.problem.value).toEqual({ is: 'silent' });
    isBroken = false;
    await model.load();
    expect(model.problem.value).toBeUndefined();
    expect(model.overview.value?.generations).toBe(1);
  });
});

describe('adding an AI tool', () => {
  it('asks for the permission in the same turn as the press', () => {
    const { model, said } = setUp();
    void model.addSource('http://localhost:3000', true);
    expect(said).toEqual([['addSource', 'http://localhost:3000', true]]);
  });

  it('tells a permission that was declined', async () => {
    const { model } = setUp({ addSource: async () => undefined });
    expect(await model.addSource('chat.example', false)).toBe(false);
    expect(model.problem.value).toEqual({ is: 'declined' });
  });

  it.each([
    ['not an address', { is: 'not-an-address' }],
    ['https://chatgpt.com/c/1', { is: 'known', name: 'ChatGPT' }],
    ['www.linkedin.com/feed', { is: 'site', name: 'LinkedIn' }],
    ['https://x.com', { is: 'known', name: 'Grok in X' }],
  ])('asks nobody about %s', async (address, problem) => {
    const { model, said } = setUp();
    expect(await model.addSource(address, false)).toBe(false);
    expect([model.problem.value, said]).toEqual([problem, []]);
  });
});

describe('forgetting', () => {
  it('happens only after the question', async () => {
    const { model, said } = setUp();
    await model.forget();
    model.askToForget('chatgpt');
    model.keep();
    await model.forget();
    expect(said).toEqual([]);
    expect(model.forgetting.value).toEqual({ is: 'idle' });
  });

  it('forgets what the question was about, and says how much it was', async () => {
    const { model, said } = setUp();
    model.askToForget();
    model.askToForget('chatgpt');
    await model.forget();
    expect(said).toEqual([['forget', 'chatgpt'], ['readOverview']]);
    expect(model.forgetting.value).toEqual({ is: 'done', count: 3 });
  });

  it('names no source where everything goes', async () => {
    const { model, said } = setUp();
    model.askToForget();
    await model.forget();
    expect(said[0]).toEqual(['forget', undefined]);
  });

  it('is not asked about something else while it runs', async () => {
    let finish = (_: number): void => undefined;
    const { model } = setUp({
      forget: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    model.askToForget('chatgpt');
    const forgotten = model.forget();
    model.askToForget('claude');
    model.keep();
    expect(model.forgetting.value).toEqual({ is: 'running', source: 'chatgpt' });
    finish(1);
    await forgotten;
    expect(model.forgetting.value).toEqual({ is: 'done', count: 1 });
  });

  it('says when it did not work', async () => {
    const { model } = setUp({ forget: failing });
    model.askToForget();
    await model.forget();
    expect(model.forgetting.value).toEqual({ is: 'failed' });
  });
});

describe('what the popup remembers of AI tools', () => {
  it('says nothing rather than something wrong when nobody answers', async () => {
    const model = createRememberedModel({ readOverview: failing, findSourceOfTab: async () => 'chatgpt' });
    await model.load();
    expect(model.overview.value).toBeUndefined();
  });

  it('knows the sum also where the tab cannot be read', async () => {
    const model = createRememberedModel({
      readOverview: async () => overviewOf(7),
      findSourceOfTab: failing,
    });
    await model.load();
    expect([model.overview.value?.generations, model.here.value]).toEqual([7, undefined]);
  });
});

describe('readToolOrigin', () => {
  it.each([
    ['localhost:3000', 'http://localhost:3000'],
    ['LOCALHOST', 'http://localhost'],
    ['127.0.0.1:8080/chat', 'http://127.0.0.1:8080'],
    ['https://localhost:3000', 'https://localhost:3000'],
    ['localhost.example', 'https://localhost.example'],
    ['chat.example/a?b', 'https://chat.example'],
    ['http://192.168.1.5:11434', 'http://192.168.1.5:11434'],
  ])('reads %s', (typed, origin) => {
    expect(readToolOrigin(typed)).toBe(origin);
  });

  it.each(['', 'hello', 'file:///etc/passwd', 'chrome://settings'])('refuses %j', (typed) => {
    expect(readToolOrigin(typed)).toBeUndefined();
  });
});
