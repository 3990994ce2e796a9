import { canonicalBytes } from '#lib/log/canonical.ts';
import { parseCheckpoint } from '#lib/log/checkpoint.ts';
import { leafHash } from '#lib/log/hash.ts';
import { addLeaf, NO_PEAKS, rootOf } from '#lib/log/peaks.ts';
import { type Members, splitMembers } from '#lib/log/private-facts.ts';
import type { LogEntry } from '#lib/model/log-entry.ts';
import { readHeadRow } from '../attack/log-rows.ts';
import type { CandorBrowser } from '../harness/browser.ts';
import { expect, test } from './fixtures.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { readLog, verifyLog } from './pages/log-page.ts';

/** Case 4. More than these by hand: `CANDOR_KILLS=200 npm run e2e -- kill`. */
const KILLS = Number(process.env.CANDOR_KILLS ?? 10);

/** On average, between two kills: 200 for ten of them. */
const APPENDS = 20;

/** Milliseconds: about as long as an append with its answer, so that every part of one is hit. */
const LONGEST = 12;

const randomUpTo = (most: number): number => Math.floor(Math.random() * (most + 1));

/** Has the background append, one after the other, until the browser is gone; `acknowledged` counts the answers. */
const keepAppending = async (
  candor: CandorBrowser,
  isKilled: () => boolean,
  acknowledged: () => void,
): Promise<void> => {
  for (let turn = 0; ; turn += 1) {
    try {
      await sendAsPage(candor, 'choose-gate-when', { when: turn % 2 === 0 ? 'always' : 'evidence' });
    } catch (error) {
      if (isKilled()) return;
      throw error;
    }
    acknowledged();
  }
};

/** Kills the browser a moment after one of the next appends was acknowledged; gives the number of those that were. */
const killWhileAppending = async (candor: CandorBrowser): Promise<{ acknowledged: number; wait: number }> => {
  const last = 1 + randomUpTo(2 * APPENDS - 2);
  const wait = randomUpTo(LONGEST);
  let acknowledged = 0;
  let isKilled = false;
  let reached: () => void = () => {};
  const isTime = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const appending = keepAppending(
    candor,
    () => isKilled,
    () => {
      acknowledged += 1;
      if (acknowledged === last) reached();
    },
  );
  await Promise.race([isTime, appending]);
  await new Promise((resolve) => setTimeout(resolve, wait));
  isKilled = true;
  await candor.kill();
  await appending;
  return { acknowledged, wait };
};

/** The leaf holds no private facts, which `readLog` puts beside the rest. */
const leafOf = (entry: LogEntry) => leafHash(canonicalBytes(splitMembers(entry as unknown as Members).shown));

const treeOf = (entries: readonly LogEntry[]) =>
  entries.reduce((peaks, entry) => addLeaf(peaks, leafOf(entry)), NO_PEAKS);

test('case 4: killed by signal 9 at any moment of 200 appends, no acknowledged entry is ever missing', async ({
  candor,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000);
  const table: Record<string, number>[] = [];
  await sendAsPage(candor, 'choose-preset', { preset: 'creator' });
  let before = await readLog(candor);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const { acknowledged, wait } = await killWhileAppending(candor);
    await candor.restart();
    const found = await readLog(candor);
    const more = found.length - before.length - acknowledged;
    table.push({
      kill,
      acknowledged,
      'ms after the last answer': wait,
      unanswered: more,
      size: found.length,
    });

    // All that was answered, and at most the one that was on its way.
    expect([0, 1]).toContain(more);
    expect(found.slice(0, before.length)).toEqual(before);
    expect(found.map(({ index }) => index)).toEqual(found.map((_, place) => place));
    // Nothing was found to be amiss when the log was opened again.
    expect(found.filter(({ event }) => event === 'log.opened')).toHaveLength(1);

    const popup = await candor.openPage('popup.html');
    await verifyLog(popup.page);
    await popup.close();
    const tree = treeOf(await readLog(candor));
    const { size, peaks, checkpoint } = await readHeadRow(candor);
    expect(size).toBe(tree.size);
    expect(peaks).toEqual(tree.hashes.flatMap((hash) => [...hash]));
    expect(parseCheckpoint(checkpoint ?? '')).toMatchObject({ size: tree.size, root: rootOf(tree) });
    before = await readLog(candor);
  }
  console.table(table);
  const appends = table.reduce((sum, { acknowledged = 0 }) => sum + acknowledged, 0);
  console.log(`${candor.name}: ${KILLS} kills in ${appends} appends, none of them lost`);
  await sendAsPage(candor, 'choose-gate-when', { when: 'evidence' });
  expect(await readLog(candor)).toHaveLength(before.length + 1);
});
