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
