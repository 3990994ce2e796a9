import { describe, expect, it } from 'vitest';
import type { FileAnswer, VerifierPorts } from '#components/verifier/contract.ts';
import { createVerifierModel } from '#components/verifier/verifier-model.ts';

const file = (name: string): File => new File(['content'], name);

const answer = (text: string): FileAnswer => ({
  verdict: 'intact',
  answer: text,
  details: [],
  limits: [],
  marks: [],
});

const ports = (extra: Partial<VerifierPorts> = {}): VerifierPorts => ({
  useOf: async ({ name }) => (name.endsWith('.key') ? 'kept' : name.endsWith('.stamp') ? 'both' : 'checked'),
  check: async ({ name }, kept) => answer([name, ...kept.map((each) => each.name)].join(' + ')),
  ...extra,
});

/** A check that ends when the test says so. */
const slowCheck = () => {
  const running: { finish(): void; isWanted(): boolean }[] = [];
  const check: VerifierPorts['check'] = ({ name }, _, onProgress) =>
    new Promise((resolve) => {
      const isWanted = (): boolean => onProgress(1, 2);
      running.push({ isWanted, finish: () => resolve(isWanted() ? answer(name) : undefined) });
    });
  return { check, running };
};

const statesOf = (verifier: ReturnType<typeof createVerifierModel>): string[] =>
  verifier.files.value.map(({ state }) => (state.is === 'done' ? state.answer.answer : state.is));

describe('the verifier', () => {
  it('answers for each file, also two of one name', async () => {
    const verifier = createVerifierModel(ports());
    await verifier.add([file('a'), file('b')]);
    await verifier.add([file('a')]);
    expect(statesOf(verifier)).toEqual(['a', 'b', 'a']);
  });

  it('keeps what is only something to check against, and checks everything again', async () => {
    const verifier = createVerifierModel(ports());
    await verifier.add([file('a')]);
    await verifier.add([file('my.key')]);
    expect(statesOf(verifier)).toEqual(['a + my.key']);
    await verifier.keep([file('old')]);
    expect(statesOf(verifier)).toEqual(['a + my.key + old']);
  });

  it('shows how far it is, and stops', async () => {
    const { check, running } = slowCheck();
    const verifier = createVerifierModel(ports({ check }));
    const done = verifier.add([file('a'), file('b')]);
    await expect.poll(() => running.length).toBe(1);
    running[0]?.isWanted();
    expect(verifier.files.value[0]?.state).toEqual({ is: 'running', done: 1, size: 2 });
    expect(verifier.isRunning.value).toBe(true);
    verifier.stop();
    expect(running[0]?.isWanted()).toBe(false);
    running[0]?.finish();
    await done;
    expect(statesOf(verifier)).toEqual(['stopped', 'stopped']);
  });

  it('drops an answer that was found without what was kept meanwhile', async () => {
    const { check, running } = slowCheck();
    const verifier = createVerifierModel(ports({ check }));
    void verifier.add([file('a')]);
    await expect.poll(() => running.length).toBe(1);
    const again = verifier.keep([file('old')]);
    running[0]?.finish();
    await expect.poll(() => running.length).toBe(2);
    expect(statesOf(verifier)).toEqual(['running']);
    running[1]?.finish();
    await again;
    expect(statesOf(verifier)).toEqual(['a']);
  });

  it('says so where a file cannot be read', async () => {
    const verifier = createVerifierModel(ports({ check: () => Promise.reject(new Error('gone')) }));
    await verifier.add([file('a')]);
    expect(verifier.files.value[0]?.state).toEqual({ is: 'failed', detail: 'gone' });
  });

  it('begins anew', async () => {
    const verifier = createVerifierModel(ports());
    await verifier.add([file('a'), file('my.key')]);
    verifier.clear();
    expect([verifier.files.value, verifier.kept.value]).toEqual([[], []]);
  });
});
