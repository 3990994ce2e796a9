import { describe, expect, it } from 'vitest';
import { createOutbox } from '#lib/capture/outbox.ts';
import type { CapturePorts } from '#lib/capture/ports.ts';
import type { CapturedGeneration } from '#lib/model/generation.ts';

const generation = (
  text: string,
  captured: CapturedGeneration['captured'] = 'answer',
): CapturedGeneration => ({
  text,
  captured,
  prompts: [],
});

const setUp = (ports: Partial<CapturePorts> = {}) => {
  const sent: string[] = [];
  let stopped = 0;
  const outbox = createOutbox(
    {
      remember: async ({ text }) => sent.push(text),
      isOrphaned: () => false,
      ...ports,
    },
    () => {
      stopped += 1;
    },
  );
  return { outbox, sent, stops: () => stopped };
};

describe('the outbox', () => {
  it('sends an answer once, and another one as well', async () => {
    const { outbox, sent } = setUp();
    for (const text of ['one', 'one', 'two', 'one']) await outbox.sendOnce(generation(text));
    expect(sent).toEqual(['one', 'two']);
  });

  it('sends what was copied although it was captured before, but hears one press once', async () => {
    const { outbox, sent } = setUp();
    await outbox.sendOnce(generation('one'));
    outbox.sendNow(generation('one', 'copy-control'));
    outbox.sendNow(generation('one', 'copy-control'));
    outbox.sendNow(generation('one', 'drag'));
    outbox.sendNow(generation('two', 'copy'));
    expect(sent).toEqual(['one', 'one', 'one', 'two']);
  });

  it('sends one answer after the other, what was copied at once, and no more answers than any conversation has', async () => {
    const answers: (() => void)[] = [];
    const { outbox, sent } = setUp({
      remember: ({ text }) => {
        sent.push(text);
        return new Promise<void>((resolve) => answers.push(resolve));
      },
    });
    const all = Array.from({ length: 1000 }, (_, at) => outbox.sendOnce(generation(`${at}`)));
    await Promise.resolve();
    outbox.sendNow(generation('copied', 'copy'));
    expect(sent).toEqual(['0', 'copied']);
    while (answers.length > 0) {
      for (const answer of answers.splice(0)) answer();
      await new Promise((resolve) => setTimeout(resolve));
    }
    await Promise.all(all);
    expect(sent).toHaveLength(65);
    void outbox.sendOnce(generation('999'));
    await Promise.resolve();
    expect(sent.at(-1)).toBe('999');
  });

  it('sends nothing that is empty', async () => {
    const { outbox, sent } = setUp();
    await outbox.sendOnce(generation(' \n'));
    outbox.sendNow(generation(''));
    expect(sent).toEqual([]);
  });

  it('tries again what nobody took', async () => {
    let isSilent = true;
    const taken: string[] = [];
    const { outbox, stops } = setUp({
      remember: async ({ text }) => {
        if (isSilent) throw new Error('silent');
        taken.push(text);
      },
    });
    await outbox.sendOnce(generation('one'));
    isSilent = false;
    await outbox.sendOnce(generation('one'));
    expect(taken).toEqual(['one']);
    expect(stops()).toBe(0);
  });

  it('stops where the extension is gone, and sends nothing any more', async () => {
    const { outbox, sent, stops } = setUp({ isOrphaned: () => true });
    await outbox.sendOnce(generation('one'));
    outbox.sendNow(generation('two', 'copy'));
    expect(sent).toEqual([]);
    expect(stops()).toBe(2);
  });
});
