import type { FixtureHost } from '#tests/harness/internet.ts';

/**
 * Ways of a page to publish without a press that the gate could see, each to be run in the page's own world
 * (`tab.evaluate`): nothing here may refer to anything outside of itself.
 */

export type Way = 'fetch' | 'request' | 'xhr' | 'beacon' | 'blob' | 'form';

/** Sends a status to the page's own Mastodon. Gives what the page itself hears of it. */
export const postFromPage = async (way: Way, text: string): Promise<string> => {
  const path = '/api/v1/statuses';
  const json = JSON.stringify({ status: text });
  const headers = { 'content-type': 'application/json' };
  const body = way === 'form' ? new URLSearchParams({ status: text }) : json;
  if (way === 'beacon') return String(navigator.sendBeacon(path, json));
  if (way === 'blob') return String(navigator.sendBeacon(path, new Blob([json])));
  if (way === 'xhr')
    return new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      const heard: string[] = [];
      for (const type of ['load', 'error', 'abort', 'loadend'])
        xhr.addEventListener(type, () => {
          heard.push(type);
          if (type === 'loadend') resolve(`${heard.join()} ${xhr.status}`);
        });
      xhr.open('POST', path);
      xhr.setRequestHeader('content-type', 'application/json');
      xhr.send(json);
    });
  const sent =
    way === 'request'
      ? fetch(new Request(path, { method: 'POST', headers, body }))
      : fetch(path, { method: 'POST', body });
  return sent.then(
    async (response) => `${response.status} ${((await response.json()) as { id?: string }).id === undefined}`,
    (error: unknown) => String(error),
  );
};

/** The page takes the first line, which is the label, off whatever it sends. */
export const stripFirstLine = (): void => {
  const { fetch } = window;
  window.fetch = (input, init) => {
    const body = JSON.parse(String(init?.body)) as { status: string };
    body.status = body.status.slice(body.status.indexOf('\n') + 1);
    return fetch(input, { ...init, body: JSON.stringify(body) });
  };
};

/** The page takes the label off the content warning of whatever it sends. */
export const stripWarning = (field: string): void => {
  const { fetch } = window;
  window.fetch = (input, init) => {
    const body = JSON.parse(String(init?.body)) as Record<string, string>;
    body[field] = body[field]?.replace(/^\[[^\]]*\] /u, '') ?? '';
    return fetch(input, { ...init, body: JSON.stringify(body) });
  };
};

/** The page's field gives back what stood in it before. */
export const refuseChange = (css: string): void => {
  const field = document.querySelector<HTMLInputElement>(css);
  const before = field?.value ?? '';
  field?.addEventListener('input', () => {
    field.value = before;
  });
};

/** The page has every post published on this day instead of now. */
export const scheduleAll = (day: string): void => {
  const { fetch } = window;
  window.fetch = (input, init) =>
    fetch(input, {
      ...init,
      body: JSON.stringify({ ...(JSON.parse(String(init?.body)) as object), scheduled_at: day }),
    });
};

/** After the guard came, everything it could lean on lies, and the page puts itself around `fetch`. */
export const poisonGuard = (): void => {
  const { fetch } = window;
  const { stringify } = JSON;
  window.fetch = (input, init) => fetch(input, init);
  JSON.stringify = ((value: unknown) => (stringify(value) ?? '').replace('request', 'nothing')) as never;
  JSON.parse = () => ({ rules: [], holds: false });
  EventTarget.prototype.dispatchEvent = () => true;
  EventTarget.prototype.addEventListener = () => undefined;
  document.dispatchEvent = () => true;
  Object.defineProperty(CustomEvent.prototype, 'detail', { get: () => '', configurable: true });
  window.CustomEvent = Event as never;
  String.prototype.includes = () => false;
  Array.prototype[Symbol.iterator] = () => {
    throw new Error('no lists for you');
  };
  Object.defineProperty(Object.prototype, 'body', { value: undefined, configurable: true, writable: true });
  WeakMap.prototype.get = () => undefined;
  Response.prototype.clone = () => {
    throw new Error('no copy for you');
  };
  Reflect.apply = () => undefined as never;
  Object.defineProperty(Object.prototype, 'get', { value: () => 'caught', configurable: true });
};

/** Says to whoever listens what the guard says to the gate. */
export const forgeReports = async (text: string): Promise<boolean[]> => {
  const request = JSON.stringify({
    request: 1,
    kind: 'fetch',
    method: 'POST',
    url: `${location.origin}/api/v1/statuses`,
    body: JSON.stringify({ status: text }),
  });
  const names = ['candor-meets', 'candor-meets>', 'candor-guard', 'request', ''];
  return names.flatMap((name) =>
    [request, 'mine', '', '{"rules":[],"holds":false}', '{"key":"mine"}'].map((detail) =>
      document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true })),
    ),
  );
};

/** A page at Mastodon's address whose first script posts, before anybody can have asked what the policy says. */
export const POSTS_AT_ONCE: FixtureHost = {
  hosts: ['mastodon.social'],
  handle: async (request) => {
    if (request.method === 'POST') {
      const { status } = (await request.json()) as { status: string };
      return Response.json({ id: '1', url: 'https://mastodon.social/@fixture/1', content: status });
    }
    const send = `fetch('/api/v1/statuses', { method: 'POST', body: '{"status":"Before the first word."}' })`;
    const page = `<!doctype html><title>Posting</title><script>
      window.heard = ${send}.then(({ status }) => String(status), String);
    </script>`;
    return new Response(page, { headers: { 'content-type': 'text/html' } });
  },
};

/** Runs in that page: what its request came to. */
export const hearFirstPost = (): Promise<string> => (window as unknown as { heard: Promise<string> }).heard;
