/**
 * Everything a page can find out about the functions it sends with. Runs in the page's own world: two pages, one with
 * the guard, must say the same.
 */
export const describeNatives = async (): Promise<Record<string, unknown>> => {
  const said: Record<string, unknown> = {};
  const words = (error: unknown): string =>
    error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const trying = (work: () => unknown): string => {
    try {
      return `fine ${String(work())}`;
    } catch (error) {
      return words(error);
    }
  };
  const later = (work: () => unknown): Promise<string> =>
    new Promise<unknown>((resolve) => resolve(work())).then((value) => `fine ${String(value)}`, words);
  const owners: [string, object, string][] = [
    ['fetch', window, 'fetch'],
    ['open', XMLHttpRequest.prototype, 'open'],
    ['send', XMLHttpRequest.prototype, 'send'],
    ['abort', XMLHttpRequest.prototype, 'abort'],
    ['sendBeacon', Navigator.prototype, 'sendBeacon'],
    ['toString', Function.prototype, 'toString'],
  ];
  for (const [name, owner, key] of owners) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, key);
    const native = descriptor?.value as (() => unknown) & { toString(): string };
    said[name] = {
      name: native.name,
      length: native.length,
      type: typeof native,
      tag: Object.prototype.toString.call(native),
      text: Function.prototype.toString.call(native),
      own: native.toString(),
      inText: `${native}`,
      names: Reflect.ownKeys(native).map(String),
      hasPrototype: 'prototype' in native,
      isPlain: Object.getPrototypeOf(native) === Function.prototype,
      isExtensible: Object.isExtensible(native),
      isStable: (owner as Record<string, unknown>)[key] === native,
      made: trying(() => Reflect.construct(native as never, [])).replace(/^TypeError.*/u, 'TypeError'),
      flags: [descriptor?.writable, descriptor?.enumerable, descriptor?.configurable],
      place: Object.getOwnPropertyNames(owner).indexOf(key) >= 0,
    };
  }
  said.order = Object.getOwnPropertyNames(XMLHttpRequest.prototype);
  said.globals = Object.getOwnPropertyNames(window).filter((name) => /candor|guard/iu.test(name));

  const call = fetch as unknown as (...args: unknown[]) => Promise<Response>;
  said.fetchErrors = [
    await later(() => call()),
    await later(() => call.call({}, '/x')),
    await later(() => call('http://[')),
    await later(() => call('/x', { method: 'bad method' })),
    await later(() => call('/x', { body: 'on GET' })),
    await later(() =>
      call({
        toString: () => {
          throw new Error('mine');
        },
      }),
    ),
    await later(() =>
      call('/x', {
        get method() {
          throw new Error('mine too');
        },
      }),
    ),
    await later(() => call('/api/v1/statuses', { method: 'POST', signal: AbortSignal.abort('enough') })),
    await later(() => call('/api/v1/statuses', { method: 'POST', body: new ReadableStream() })),
    await later(() => call('blob:null/1', { method: 'POST' })),
  ].map((text) => text.replace(/https?:\/\/[^/\s]+/gu, ''));
  const xhr = new XMLHttpRequest();
  const loose = xhr as unknown as Record<'open' | 'send', (...args: unknown[]) => unknown>;
  said.xhrErrors = [
    trying(() => loose.send('x')),
    trying(() => loose.open()),
    trying(() => loose.open('POST')),
    trying(() => loose.open('bad method', '/')),
    trying(() => loose.open('POST', 'http://[')),
    trying(() => loose.open.call({}, 'POST', '/')),
    trying(() => navigator.sendBeacon('http://[')),
    trying(() => (navigator.sendBeacon as () => unknown)()),
    trying(() => Navigator.prototype.sendBeacon.call({} as never, '/')),
    trying(() => Function.prototype.toString.call({})),
  ].map((text) => text.replace(/https?:\/\/[^/\s]+/gu, ''));

  // A request object is used up in the same task, and its signal and streams are the page's own.
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"status":"Hi"}' };
  const request = new Request('/api/v1/statuses', post);
  const sending = fetch(request);
  said.bodyUsed = [request.bodyUsed, await later(() => fetch(request))];
  const response = await sending;
  said.response = [
    response.constructor === Response,
    Object.getPrototypeOf(sending) === Promise.prototype,
    Reflect.ownKeys(sending).length,
    response.bodyUsed,
    response.type,
    response.body instanceof ReadableStream,
    Object.keys((await response.json()) as object).join(),
    response.bodyUsed,
  ];

  const aborting = new AbortController();
  const aborted = fetch('/api/v1/statuses', { ...post, signal: aborting.signal });
  aborting.abort(new Error('enough'));
  said.abort = await later(() => aborted);

  const heard: string[] = [];
  const events = new XMLHttpRequest();
  const types = ['readystatechange', 'loadstart', 'progress', 'load', 'loadend', 'error', 'abort'];
  await new Promise<void>((resolve) => {
    for (const type of types)
      events.addEventListener(type, () => {
        heard.push(`${type} ${events.readyState}`);
        if (type === 'loadend') resolve();
      });
    events.open('POST', '/api/v1/statuses');
    events.setRequestHeader('content-type', 'application/json');
    events.responseType = 'json';
    events.send(post.body);
  });
  said.xhr = [heard, typeof events.response, events.status];

  const order: string[] = [];
  const first = fetch('/api/v1/statuses', post).then(() => order.push('first'));
  order.push('sync');
  await Promise.resolve().then(() => order.push('microtask'));
  await first;
  said.promises = order;

  const unhandled: string[] = [];
  const note = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    unhandled.push(String((event.reason as Error).name));
  };
  addEventListener('unhandledrejection', note);
  // Not held by anybody: the page must hear of it as ever, and once.
  void fetch('/api/v1/statuses', { ...post, signal: AbortSignal.abort() });
  await fetch('/api/v1/statuses', { ...post, signal: AbortSignal.abort() }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => setTimeout(resolve));
  removeEventListener('unhandledrejection', note);
  said.unhandled = unhandled;
  return said;
};
