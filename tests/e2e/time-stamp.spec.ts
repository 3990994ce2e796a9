import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FixtureHost } from '#tests/harness/internet.ts';
import type { Tab } from '#tests/harness/tab.ts';
import { STAMP_REPLY } from '#tests/log/stamp-server.ts';
import { TimeStampAuthority } from '#tests/log/time-stamp-authority.ts';
import { test as base, expect } from './fixtures.ts';
import { buildWithPermissions } from './pages/build-with-permissions.ts';
import { catchDownload } from './pages/download.ts';
import { VerifierPage } from './pages/verifier-page.ts';

const HOST = 'time.lighthouse.example';
const ADDRESS = `https://${HOST}/tsr`;

type Answering = (query: Uint8Array) => Response | Promise<Response>;
interface Asked {
  headers: Record<string, string>;
  query: Uint8Array;
}

const test = base.extend<
  { tools: Tab; serve(answering: Answering): Asked[] },
  { authority: TimeStampAuthority }
>({
  extensionDir: [
    async ({ engine }, use) => buildWithPermissions(engine, [`https://${HOST}`], use),
    { scope: 'worker' },
  ],
  authority: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from it
    async ({}, use) => {
      const authority = new TimeStampAuthority();
      await use(authority);
      authority.close();
    },
    { scope: 'worker' },
  ],
  serve: async ({ internet }, use) => {
    const undo: (() => void)[] = [];
    await use((answering) => {
      const asked: Asked[] = [];
      const host: FixtureHost = {
        hosts: [HOST],
        async handle(request) {
          const query = new Uint8Array(await request.arrayBuffer());
          asked.push({ headers: Object.fromEntries(request.headers), query });
          return answering(query);
        },
      };
      undo.push(internet.serve(host));
      return asked;
    });
    for (const each of undo) each();
  },
  tools: async ({ candor }, use) => {
    const tab = await candor.openPage('dashboard.html');
    await tab.page.click({ css: '.stamp summary' });
    await use(tab);
    await tab.close();
  },
});

const offer = async (tools: Tab, address = ADDRESS): Promise<void> => {
  await tools.page.click({ css: '#stamp-address' });
  // In the place of what stands there.
  await tools.press('Mod+a');
  await tools.type(address);
  await tools.page.click({ role: 'button', name: 'Show what would be sent' });
};
const send = (tools: Tab): Promise<void> => tools.page.click({ role: 'button', name: `Send to ${HOST}` });
const reply = (bytes: Uint8Array<ArrayBuffer>): Response =>
  new Response(bytes, { headers: { 'Content-Type': STAMP_REPLY } });

test('a time stamp: shown before it is asked for, checked, saved, and held by OpenSSL and by the verifier', async ({
  tools,
  serve,
  authority,
  internet,
  tab,
}) => {
  const asked = serve((query) => reply(authority.reply(query)));
  await offer(tools);
  const shown = await tools.page.waitFor({ css: '.stamp-digest' });
  expect(await tools.page.axe()).toEqual([]);
  expect(internet.requests).toEqual([]);

  const file = `${(await catchDownload(tools, () => send(tools))).join('\n')}\n`;
  await tools.page.waitFor({
    css: '.stamp .banner.good',
    text: /says CN=Lighthouse Time, O=Lighthouse, C=DE/u,
  });
  expect(await tools.page.axe()).toEqual([]);

  expect(tools.errors).toEqual([]);

  expect(internet.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${ADDRESS}`]);
  const [{ headers, query } = { headers: {}, query: new Uint8Array() }] = asked;
  expect(headers).toMatchObject({ 'content-type': 'application/timestamp-query' });
  // What the page says of them: Candor (in Firefox this installation), name and language of the browser. No cookie.
  const usual =
    /^(accept(-encoding|-language)?|content-(length|type)|host|origin|user-agent|cache-control|pragma|priority)$/u;
  expect(
    Object.keys(headers).filter((name) => !usual.test(name) && !/^sec-(fetch|ch-ua)/u.test(name)),
  ).toEqual([]);
  expect(Buffer.from(query).toString('hex')).toContain(shown.text.trim());
  // SHA-256 and a number of eight bytes, and what names them.
  expect(query.length).toBe(69);

  const [, encoded = '', , ...note] = file.split('\n');
  expect(authority.verify(Buffer.from(encoded, 'base64'), note.join('\n'))).toContain('Verification: OK');

  const folder = mkdtempSync(join(tmpdir(), 'candor-stamp-'));
  const path = join(folder, 'log.stamp');
  writeFileSync(path, file);
  const verifier = new VerifierPage(tab);
  await verifier.open();
  await verifier.check(path);
  const answer = await verifier.answerFor('log.stamp');
  expect(answer).toMatch(/existed on .*says CN=Lighthouse Time/u);
  expect(answer).toContain('yours to judge');
  expect(verifier.requests).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('answers that do not hold: the reason, and nothing is saved', async ({ tools, serve, authority }) => {
  const html = () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } });
  const stale = authority.reply(
    (() => {
      authority.run([
        'ts',
        '-query',
        '-data',
        authority.write('else', 'else'),
        '-sha256',
        '-cert',
        '-out',
        'else.tsq',
      ]);
      return authority.read('else.tsq');
    })(),
  );
  const cases: [Answering, RegExp][] = [
    [html, /something that is no time stamp \(text\/html\)/u],
    [() => reply(stale), /for something else than this checkpoint/u],
    [() => reply(Uint8Array.of(0x30, 0)), /no time stamp that Candor can read/u],
    [() => reply(new Uint8Array(10_000_000)), /far longer than a time stamp/u],
    [() => Response.error(), /cannot be reached/u],
    [() => Response.redirect(`https://${HOST}/elsewhere`, 307), /cannot be reached/u],
  ];
  await tools.evaluate(() => {
    HTMLAnchorElement.prototype.click = () => Object.assign(window, { saved: true });
  });
  for (const [answering, reason] of cases) {
    const asked = serve(answering);
    await offer(tools);
    await send(tools);
    await tools.page.waitFor({ css: '.stamp .banner.danger', text: reason });
    expect(asked).toHaveLength(1);
  }
  expect(await tools.evaluate(() => 'saved' in window)).toBe(false);
});

test('an address that may not be asked gets no question', async ({ tools, internet }) => {
  for (const address of ['http://time.example/', 'time.example', `https://me:word@${HOST}/`]) {
    await offer(tools, address);
    await tools.page.waitFor({ css: '#stamp-address[aria-invalid="true"]' });
  }
  expect(internet.requests).toEqual([]);
});

test('the address is known again, and nobody is asked for that', async ({ candor, tools, serve }) => {
  const asked = serve(() => Response.error());
  await offer(tools);
  await tools.page.waitFor({ css: '.stamp-digest' });
  const again = await candor.openPage('dashboard.html');
  await again.page.click({ css: '.stamp summary' });
  await again.waitFor(
    (address) => document.querySelector<HTMLInputElement>('#stamp-address')?.value === address || undefined,
    ADDRESS,
  );
  await again.close();
  expect(asked).toEqual([]);
});
