import type { IncomingMessage, RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { utf8 } from '#lib/log/bytes.ts';
import { type AskAnswer, askAuthority } from '#lib/pages/ask-authority.ts';
import { readStampAddress } from '#lib/pages/stamp-address.ts';
import { STAMP_REPLY, withServer } from './stamp-server.ts';

const LONGEST = 100_000;

async function ask(listener: RequestListener, timeout = 5000): Promise<AskAnswer> {
  let answer: AskAnswer | undefined;
  await withServer(listener, async (address) => {
    answer = await askAuthority({ fetch, address, query: utf8('query'), timeout, longest: LONGEST });
  });
  if (!answer) throw new Error('nobody answered');
  return answer;
}

test('one POST with the question and nothing that tells who asks', async () => {
  const seen: { message: IncomingMessage; body: string }[] = [];
  const answer = await ask((message, response) => {
    let body = '';
    message.setEncoding('utf8');
    message.on('data', (piece: string) => {
      body += piece;
    });
    message.on('end', () => {
      seen.push({ message, body });
      response.writeHead(200, { 'Content-Type': `${STAMP_REPLY}; charset=x` }).end('answer');
    });
  });
  expect(answer).toEqual({ ok: true, answer: utf8('answer') });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ body: 'query', message: { method: 'POST', url: '/tsr' } });
  expect(seen[0]?.message.headers).toMatchObject({ 'content-type': 'application/timestamp-query' });
  expect(seen[0]?.message.headers).not.toHaveProperty('cookie');
  expect(seen[0]?.message.headers).not.toHaveProperty('referer');
});

test('10 MB are not read to their end', async () => {
  const { promise: wasSent, resolve } = Promise.withResolvers<boolean>();
  const answer = await ask((_, response) => {
    response.on('close', () => resolve(response.writableFinished));
    response.writeHead(200, { 'Content-Type': STAMP_REPLY }).end(Buffer.alloc(10_000_000, 0x30));
  });
  expect(answer).toEqual({ ok: false, code: 'too-long' });
  expect(await wasSent).toBe(false);
});

test.each([
  ['HTML', 200, 'text/html; charset=utf-8', { code: 'no-reply', detail: 'text/html' }],
  ['a fault', 503, STAMP_REPLY, { code: 'refused', detail: '503' }],
  ['nothing', 204, STAMP_REPLY, { code: 'refused', detail: '204' }],
])('%s is no answer', async (_, status, type, expected) => {
  const answer = await ask((_message, response) => {
    response.writeHead(status, { 'Content-Type': type }).end(status === 204 ? '' : '<!doctype html>');
  });
  expect(answer).toEqual({ ok: false, ...expected });
});

test('an authority that sends on elsewhere, hangs up, or is not there, is unreachable', async () => {
  const unreachable = { ok: false, code: 'unreachable' };
  const asked: (string | undefined)[] = [];
  const sendOn: RequestListener = ({ url }, response) => {
    asked.push(url);
    response.writeHead(307, { Location: '/elsewhere' }).end();
  };
  expect(await ask(sendOn)).toEqual(unreachable);
  expect(asked).toEqual(['/tsr']);
  expect(await ask((message) => message.destroy())).toEqual(unreachable);
  const gone = {
    fetch,
    address: 'http://127.0.0.1:1/',
    query: utf8('query'),
    timeout: 5000,
    longest: LONGEST,
  };
  expect(await askAuthority(gone)).toEqual(unreachable);
});

test('an authority that takes its time: before its first byte, and before its last', async () => {
  const timedOut = { ok: false, code: 'timed-out' };
  expect(await ask(() => undefined, 50)).toEqual(timedOut);
  const neverEnds: RequestListener = (_, response) => {
    response.writeHead(200, { 'Content-Type': STAMP_REPLY }).write('a');
  };
  expect(await ask(neverEnds, 50)).toEqual(timedOut);
});

test('addresses: HTTPS, and HTTP on this machine only', () => {
  const accepted = [
    'https://time.example/tsr',
    ' https://time.example ',
    'http://localhost:3000/',
    'http://127.0.0.1/',
  ];
  for (const each of accepted) expect(readStampAddress(each)?.href, each).toBeDefined();
  const refused = [
    '',
    'time.example',
    'http://time.example',
    'http://localhost.example/',
    'http://127.0.0.1.example/',
    'https://name:word@time.example/',
    'https://name@time.example/',
    'file:///etc/passwd',
    'data:,x',
    'javascript:alert(1)',
  ];
  for (const each of refused) expect(readStampAddress(each)?.href, each).toBeUndefined();
  expect(readStampAddress('https://time.example/tsr?a=b#c')?.href).toBe('https://time.example/tsr?a=b');
});
