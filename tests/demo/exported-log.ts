import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '#tests/harness/poll.ts';
import type { Drive } from './drive.ts';

const VERIFY = fileURLToPath(new URL('../../lib/cli/verify.ts', import.meta.url));

/** The check that `npm run verify -- FILE` makes. */
function verify(file: string): { status: number | null; words: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [VERIFY, file], { encoding: 'utf8' });
  return { status, words: stdout || stderr };
}

/** The exported log, once the browser has written all of it. */
async function findExport(folder: string): Promise<string | undefined> {
  const names = await readdir(folder);
  const name = names.find((one) => one.startsWith('candor-log-') && one.endsWith('.jsonl'));
  if (name === undefined) return undefined;
  const path = join(folder, name);
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  return lines.at(-1)?.startsWith('{"checkpoint":') ? path : undefined;
}

/** Writes a copy with one byte of one entry changed; gives its path. */
async function writeTampered(file: string, folder: string): Promise<string> {
  const bytes = await readFile(file);
  const at = bytes.indexOf('post.published');
  assert.ok(at >= 0, 'the log has no published post');
  bytes.write('P', at);
  const copy = join(folder, 'tampered.jsonl');
  await writeFile(copy, bytes);
  return copy;
}

/** Exports the log by the dashboard's own button, verifies it, and shows that a changed copy does not pass. */
export async function exportAndVerify({ candor, narrator, world }: Drive, folder: string): Promise<void> {
  narrator.chapter('The log');
  const { posts } = world.progress;
  const labelled = posts.filter(({ text }) => text.startsWith('[AI')).length;
  const dashboard = await candor.openPage('dashboard.html');
  await narrator.step(dashboard, {
    words: `Opened it: ${labelled} posts, the human one is not in it`,
    picture: 'log',
    async take() {
      await dashboard.page.waitFor({ css: 'tbody tr' });
      assert.equal((await dashboard.page.findAll({ css: 'tbody tr' })).length, labelled);
    },
  });
  await narrator.step(dashboard, {
    words: 'Verified it in the browser',
    picture: 'log-verified',
    async take() {
      await dashboard.page.click({ role: 'button', name: 'Verify now' });
      await dashboard.page.waitFor({ role: 'status', text: /Entries shown here have not been changed/ });
    },
  });
  const file = await narrator.step(dashboard, {
    words: 'Exported it',
    async take() {
      await dashboard.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
      await dashboard.page.click({ role: 'button', name: 'Export' });
      await dashboard.page.click({ role: 'button', name: 'Save the file' });
      return until(() => findExport(folder), { what: 'the exported log', timeout: 10_000 });
    },
  });
  const good = verify(file);
  await narrator.step(dashboard, {
    words: 'Verified the file from the command line: intact',
    take: async () => assert.equal(good.status, 0, good.words),
  });
  narrator.quote('npm run verify says:', good.words);
  const bad = verify(await writeTampered(file, folder));
  await narrator.step(dashboard, {
    words: 'Changed one byte of a copy: refused',
    take: async () => assert.equal(bad.status, 1, `a changed log was not refused: ${bad.words}`),
  });
  narrator.quote('npm run verify says:', bad.words);
}

/** Nothing asked for a host outside the fake internet. */
export async function checkClosedWorld({ narrator, world, tab }: Drive): Promise<void> {
  const { requests, refused, faults } = world.internet;
  narrator.chapter('The network');
  await narrator.step(tab, {
    words: `${requests.length} requests, every one to a stand-in on this machine`,
    async take() {
      assert.deepEqual(refused, [], 'something asked for a host outside this machine');
      assert.deepEqual(faults, [], 'a stand-in failed');
    },
  });
}
