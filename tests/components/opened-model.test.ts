import { describe, expect, it } from 'vitest';
import type { OpenAnswer, OpenedPorts, OpenedPosts } from '#components/log/opened/opened-contract.ts';
import { createOpenedModel, labelOf } from '#components/log/opened/opened-model.ts';
import { fakePosts } from '#tests/gallery/fake-posts.ts';

const answer = { verdict: 'broken', answer: 'changed', details: [], limits: [], marks: [] } as const;
const refused: OpenAnswer = { is: 'refused', answer };
const verified = { is: 'verified', posts: 3 } as OpenAnswer;

/** Answers by name; a name without one never comes to an end by itself. */
const createPorts = (answers: Record<string, OpenAnswer | Error>) => {
  const calls: string[] = [];
  const ports: OpenedPorts = {
    ...fakePosts([], () => undefined),
    async open({ file: { name } }, onBytes) {
      calls.push(`open ${name}`);
      const found = answers[name];
      if (found instanceof Error) throw found;
      if (found) return found;
      while (onBytes(1, 2)) await new Promise((resolve) => setTimeout(resolve));
      return undefined;
    },
    async look({ file: { name } }): Promise<OpenedPosts> {
      calls.push(`look ${name}`);
      return { posts: 2, unreadable: 1 };
    },
    close: (id) => calls.push(`close ${id}`),
    idOf: (post) => Number(post),
  };
  return { calls, model: createOpenedModel(ports) };
};

const files = (...names: string[]): File[] => names.map((name) => new File(['x'], name));

describe('opened exports', () => {
  it('are checked one after the other, and looked at where they are', async () => {
    const { model, calls } = createPorts({ a: verified, b: refused, c: { is: 'useless', why: 'empty' } });
    expect(model.isShown.value).toBe(false);
    await model.add(files('a', 'b', 'c'));
    expect(model.isShown.value).toBe(true);
    expect(model.files.value.map(({ label, state: { is } }) => `${label} ${is}`)).toEqual([
      'A verified',
      'B refused',
      'C useless',
    ]);
    expect(calls).toEqual(['open a', 'open b', 'open c']);
    expect(model.fileOf('1')?.label).toBe('A');
  });

  it('shows what does not hold only when asked to, and keeps the reason', async () => {
    const { model } = createPorts({ a: verified, b: refused });
    await model.add(files('a', 'b'));
    await model.lookAnyway(1);
    await model.lookAnyway(2);
    expect(model.files.value.map(({ state }) => state)).toEqual([
      verified,
      { is: 'unverified', answer, posts: 2, unreadable: 1 },
    ]);
  });

  it('stops one file and goes on with the next; it can be checked again', async () => {
    const { model, calls } = createPorts({ b: verified });
    const added = model.add(files('a', 'b'));
    await expect.poll(() => model.files.value[0]?.state).toEqual({ is: 'running', done: 1, size: 2 });
    model.stop(1);
    await added;
    expect(model.files.value.map(({ state: { is } }) => is)).toEqual(['stopped', 'verified']);
    const again = model.again(1);
    await expect.poll(() => model.files.value[0]?.state.is).toBe('running');
    await model.remove(1);
    await again;
    expect(model.files.value.map(({ label }) => label)).toEqual(['B']);
    expect(calls.filter((call) => call === 'close 1').length).toBeGreaterThan(0);
  });

  it('holds what is open against a checkpoint that is given later, and again once that is taken away', async () => {
    const { model, calls } = createPorts({ a: verified, b: refused, k: { is: 'kept' } });
    await model.add(files('a', 'b'));
    await model.add(files('k'));
    expect(calls).toEqual(['open a', 'open b', 'open k', 'close 1', 'close 2', 'open a', 'open b']);
    await model.remove(3);
    expect(calls.slice(7)).toEqual(['close 3', 'close 1', 'close 2', 'open a', 'open b']);
  });

  it('says what the browser says of a file that cannot be read', async () => {
    const { model } = createPorts({ a: new Error('NotReadableError'), b: verified });
    await model.add(files('a', 'b'));
    expect(model.files.value.map(({ state }) => state)).toEqual([
      { is: 'failed', detail: 'NotReadableError' },
      verified,
    ]);
    await model.removeAll();
    expect(model.files.value).toEqual([]);
  });

  it('has a label for each of any number', () => {
    expect([0, 25, 26, 52].map(labelOf)).toEqual(['A', 'Z', 'A2', 'A3']);
  });
});
