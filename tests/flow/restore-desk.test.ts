import { expect, test } from 'vitest';
import type { LateRecord } from '#lib/flow/late-records.ts';
import { createRestoreDesk } from '#lib/flow/restore-desk.ts';
import { backUp, install, restoreInto } from '#tests/log/backup-parts.ts';

test('what a backup brought back is recorded by the log that is here, also where that has no entry yet', async () => {
  const backup = await backUp(await install(2));
  const here = await install();
  const waiting: LateRecord[] = [];
  const desk = createRestoreDesk({
    openLog: async () => here.log,
    lateStore: {
      read: async () => [...waiting],
      write: async (records) => void waiting.splice(0, waiting.length, ...records),
    },
    now: () => 1_700_000_000_000,
  });
  const takeIn = async (restored: string, as: Parameters<typeof desk.takeIn>[0]['as']) =>
    expect(await desk.takeIn({ restored, as })).toBe('taken');
  const { origin } = await restoreInto(here, backup, { takeIn });
  expect(waiting).toEqual([]);
  const [newest] = await here.log.read({ limit: 1 }, 'backward');
  expect(newest).toMatchObject({ event: 'log.restored', restored: { origin, size: 7, as: 'former' } });
});
