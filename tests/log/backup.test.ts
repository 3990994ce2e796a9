import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import type { RestoreOptions } from '#lib/log/backup/restore.ts';
import { parseCheckpoint } from '#lib/log/checkpoint.ts';
import { listFormerLogs, openLogReader } from '#lib/log/open-log-reader.ts';
import {
  backUp,
  copyProfile,
  entriesOf,
  everything,
  install,
  open,
  post,
  putBack,
  refusalOf,
  restoreInto,
} from './backup-parts.ts';
import { collect, dump, held, openWithArchive, uuid, WHOLE } from './test-log.ts';

describe('on another machine', () => {
  test('a log comes back whole, beside the one that is there, which records it', async () => {
    const old = await install(3);
    await old.log.eraseText({ post: uuid(2) });
    const backup = await backUp(old);
    const exported = await collect(old.log.exportLines(WHOLE));
    const signed = await old.log.checkpoint();

    const other = await install(1);
    const own = await entriesOf(other.options.name);
    const { origin, size, root } = parseCheckpoint(signed) ?? {};
    expect(await restoreInto(other, backup)).toEqual({ is: 'former', origin, size });
    expect(await entriesOf(other.options.name)).toEqual(own);

    const [former, ...more] = await listFormerLogs(other.options);
    expect(more).toEqual([]);
    expect(former).toMatchObject({ from: 'restored', origin, size, root, checkpoint: signed });
    const name = former?.database ?? '';
    expect(await entriesOf(name)).toEqual(await entriesOf(old.options.name));
    const reader = openLogReader({ name, crypto, isFormer: true });
    expect(await collect(reader.exportLines(WHOLE))).toEqual(exported);
    expect(await reader.verify()).toMatchObject({ ok: true, size });
    expect(await reader.story(uuid(2))).toEqual(await old.log.story(uuid(2)));
    expect((await reader.story(uuid(2)))?.erased).toHaveLength(2);
    expect(await reader.weeks()).toEqual(await old.log.weeks());
    // Nothing in it can sign.
    await expect(reader.cosign(signed, 1)).rejects.toMatchObject({ code: 'corrupt' });
    await reader.close();
  });

  test('never twice; a longer backup takes the place of a shorter one', async () => {
    const old = await install(1);
    const first = await backUp(old);
    await post(old.log, 2);
    const second = await backUp(old);
    const other = await install(1);
    expect(await restoreInto(other, first)).toMatchObject({ is: 'former', size: 4 });
    expect(await restoreInto(other, first)).toMatchObject({ is: 'nothing', size: 4 });
    expect(await restoreInto(other, second)).toMatchObject({ is: 'former', size: 7 });
    expect(await restoreInto(other, first)).toMatchObject({ is: 'nothing', size: 7 });
    const former = await listFormerLogs(other.options);
    expect(former).toMatchObject([{ from: 'restored', size: 7 }]);
    expect(Object.keys(await everything(other.options.name))).toHaveLength(2);
  });

  test('logs of two machines lie beside each other, also after a key was lost', async () => {
    const other = await install(1);
    for (let machine = 0; machine < 2; machine += 1) {
      const old = await install(1 + machine);
      expect(await restoreInto(other, await backUp(old))).toMatchObject({ is: 'former' });
    }
    await other.log.close();
    const database = await openDB(other.options.name);
    await database.delete('meta', 'key');
    database.close();
    const { log } = await openWithArchive(other.options);
    await log.append(held(9));
    const former = await listFormerLogs(other.options);
    expect(former.map(({ from, size }) => [from, size])).toEqual([
      ['ended', 4],
      ['restored', 4],
      ['restored', 7],
    ]);
  });
});

describe('on the machine that it was made on', () => {
  test('a log that was put back gets what it lacks, goes on with its key, and verifies', async () => {
    const { log, options } = await install(2);
    await log.eraseText({ post: uuid(1) });
    await log.checkpoint();
    await log.close();
    const putBack = await copyProfile(options.name);
    const later = (await openWithArchive(options)).log;
    for (let number = 3; number < 120; number += 1) await post(later, number);
    await later.close();
    const again = (await openWithArchive(options)).log;
    const backup = await backUp({ log: again });
    const exported = await collect(again.exportLines(WHOLE));
    const whole = await entriesOf(options.name);
    await again.close();
    await putBack();

    const back = await open(options);
    // Erased since: what the backup holds of it must not come back.
    await back.log.eraseText({ post: uuid(2) });
    expect(await restoreInto(back, backup)).toMatchObject({ is: 'continued', size: 358 });
    expect((await back.log.story(uuid(2)))?.texts).toEqual([]);
    expect((await back.log.story(uuid(2)))?.erased).toHaveLength(2);
    expect((await back.log.story(uuid(1)))?.erased).toHaveLength(2);
    // The same writer goes on, and nothing is left where the log was before.
    expect(await back.log.append(held(200))).toMatchObject({ index: 358 });
    expect(await back.log.verify()).toMatchObject({ ok: true, size: 359, extends: 358 });
    const { meta: _, ...left } = await dump(options.name);
    expect(Object.values(left).flat()).toEqual([]);
    expect(await listFormerLogs(options)).toEqual([]);
    await back.log.close();

    const { log: opened, condition } = await openWithArchive(options);
    expect(condition).toEqual({ is: 'kept' });
    expect(await opened.size()).toBe(359);
    const lines = await collect(opened.exportLines(WHOLE));
    const known = parseCheckpoint(await opened.checkpoint());
    expect(known?.size).toBe(359);
    const isEntry = (line: string): boolean => !/^\{"(?:content|checkpoint|manifest)"/u.test(line);
    expect(lines.filter(isEntry).slice(0, -1)).toEqual(exported.filter(isEntry));
    const name = (await indexedDB.databases()).find((each) =>
      each.name?.startsWith(`${options.name}+`),
    )?.name;
    const now = await entriesOf(name ?? '');
    expect(now.tiles).toEqual(whole.tiles);
    expect(now.nodes).toEqual(whole.nodes);
    expect(now.leaves).toEqual(whole.leaves);
  });

  test('a longer log is not overwritten: there is nothing to do', async () => {
    const here = await install(2);
    const backup = await backUp(here);
    expect(await restoreInto(here, backup)).toMatchObject({ is: 'nothing', size: 7 });
    for (let number = 3; number < 100; number += 1) await post(here.log, number);
    // Its tiles are sealed by then.
    await here.log.close();
    const before = await everything(here.options.name);
    expect(await restoreInto(here, backup)).toMatchObject({ is: 'nothing', size: 298 });
    expect(await everything(here.options.name)).toEqual(before);
  });

  test('a log that went another way is refused, and both are named', async () => {
    const { back, backup } = await putBack(1, 2);
    for (const length of [5, 7, 10]) {
      while ((await back.log.size()) < length) await back.log.append(held(50));
      const before = await everything(back.options.name);
      const refusal = await restoreInto(back, backup).catch((error: unknown) => error);
      const { origin, root } = parseCheckpoint(await back.log.checkpoint()) ?? {};
      expect(refusal).toMatchObject({
        code: 'forked',
        heads: [
          { origin, size: 7 },
          { origin, size: length, root },
        ],
      });
      expect(await everything(back.options.name)).toEqual(before);
    }
  });

  test('a log that goes on while it is restored is left alone', async () => {
    const { back, backup } = await putBack(1, 2);
    const takeIn: RestoreOptions['takeIn'] = async (restored, as) => {
      await back.log.append(held(77));
      return back.log.takeIn(restored, as);
    };
    expect(await refusalOf(restoreInto(back, backup, { takeIn }))).toBe('moved');
    expect(await back.log.size()).toBe(5);
    expect(await back.log.append(held(78))).toMatchObject({ index: 5 });
    expect(await back.log.verify()).toMatchObject({ ok: true });
  });
});
