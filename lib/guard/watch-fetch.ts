import type { Disguise } from './disguise.ts';
import { type Candidate, isKnown, NOWHERE, type Observer } from './observer.ts';
import { LONGEST_ANSWER } from './protocol.ts';
import type { BodyReader, SentText } from './read-sent.ts';

type Fetch = typeof fetch;

/** Wraps `fetch`. What publishes nothing goes straight to the page's own. */
export const watchFetch = (observer: Observer, reader: BodyReader, { replace }: Disguise): void => {
  const { natives, link } = observer;
  const { apply, listen } = natives;

  const methodOfRequest = (input: unknown): string | undefined => {
    try {
      return natives.methodOfRequest(input);
    } catch {
      return undefined;
    }
  };

  const findCandidate = (input: unknown, init: RequestInit | undefined): Candidate | undefined => {
    const ofRequest = typeof input === 'string' ? undefined : methodOfRequest(input);
    const method = init?.method ?? ofRequest;
    if (observer.isNone(method)) return undefined;
    return observer.find(
      'fetch',
      method as string,
      ofRequest === undefined ? input : natives.urlOfRequest(input),
    );
  };

  /** Reads the copy of an answer, as far as it is told. */
  const readAnswer = async (copy: Response): Promise<string | undefined> => {
    const stream = natives.bodyOf(copy);
    if (!stream) return '';
    const source = natives.getReader(stream);
    const decoder = new natives.TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await natives.read(source);
      if (done) return text;
      text += natives.decode(decoder, value, { stream: true } as TextDecodeOptions);
      if (text.length <= LONGEST_ANSWER) continue;
      await natives.cancel(source);
      return undefined;
    }
  };

  const tellAnswer = async (request: number, status: number, copy: Response): Promise<void> => {
    let body: string | undefined;
    try {
      body = await readAnswer(copy);
    } catch {
      // The status is known all the same.
    }
    link.report({ answered: request, status, ...(body !== undefined && { body }) });
  };

  /** The page gets a promise of its own, so that an error nobody catches is still one nobody catches. */
  const follow = (request: number, sent: Promise<Response>): Promise<Response> =>
    natives.chain(
      sent,
      (response) => {
        try {
          void tellAnswer(request, natives.statusOf(response), natives.cloneResponse(response));
        } catch {
          link.report({ lost: request });
        }
        return response;
      },
      (error) => {
        link.report({ lost: request });
        throw error;
      },
    );

  /** Sends it after the verdict. What the page changes meanwhile about its own objects changes nothing. */
  const hold = (
    candidate: Candidate,
    body: SentText,
    told: number | undefined,
    { native, self, args }: { native: Fetch; self: unknown; args: unknown[] },
  ): Promise<Response> =>
    new natives.Promise((resolve) => {
      const call = (input: unknown, init?: RequestInit): Promise<Response> =>
        apply(native, self, [input, init] as never);
      let request: Request;
      try {
        request = new natives.Request(args[0] as RequestInfo, args[1] as RequestInit);
      } catch {
        resolve(apply(native, self, args as never));
        return;
      }
      const signal = natives.signalOf(request);
      let number = told;
      let isOver = false;
      const onAbort = (): void => {
        if (isOver) return;
        isOver = true;
        if (number !== undefined) link.report({ lost: number });
        // The browser itself refuses it, with the reason the page gave.
        resolve(call(request));
      };
      const onVerdict = (pass: boolean): void => {
        if (isOver) return;
        isOver = true;
        if (pass) resolve(number === undefined ? call(request) : follow(number, call(request)));
        else resolve(call(NOWHERE, { method: candidate.method }));
      };
      if (natives.isAborted(signal)) return onAbort();
      listen(signal, 'abort', onAbort);
      const awaitVerdict = (): void => link.onVerdict(number as number, onVerdict);
      if (number !== undefined) return awaitVerdict();
      void (async () => {
        const text = await body;
        if (isOver || !observer.publishes(candidate, text)) return onVerdict(true);
        const { request: made, isHeld } = observer.tell(candidate, text);
        number = made;
        if (isHeld) awaitVerdict();
        else onVerdict(true);
      })();
    });

  replace(window, 'fetch', (native, self, args) => {
    const call = { native: native as unknown as Fetch, self, args };
    const init = args[1] as RequestInit | undefined;
    let candidate: Candidate | undefined;
    let body: SentText;
    try {
      candidate = typeof args[0] === 'string' && !init ? undefined : findCandidate(args[0], init);
      if (candidate)
        body =
          init?.body === undefined && typeof args[0] === 'object'
            ? reader.readRequest(args[0] as Request)
            : reader.read(init?.body);
    } catch {
      candidate = undefined;
    }
    if (!candidate) return apply(native, self as never, args as never);
    if (isKnown(body)) {
      if (!observer.publishes(candidate, body)) return apply(native, self as never, args as never);
      const { request, isHeld } = observer.tell(candidate, body);
      if (isHeld) return hold(candidate, body, request, call);
      return follow(request, apply(call.native, self, args as never));
    }
    if (link.holds) return hold(candidate, body, undefined, call);
    const sent: Promise<Response> = apply(call.native, self, args as never);
    const found = candidate;
    return followLater(found, body, sent);
  });

  /** It is on its way already; told as soon as its body is read. */
  const followLater = (
    candidate: Candidate,
    body: Promise<string | undefined>,
    sent: Promise<Response>,
  ): Promise<Response> => {
    const told = (async (): Promise<number | undefined> => {
      const text = await body;
      return observer.publishes(candidate, text) ? observer.tell(candidate, text).request : undefined;
    })();
    return natives.chain(
      sent,
      (response) => {
        try {
          const copy = natives.cloneResponse(response);
          const status = natives.statusOf(response);
          void (async () => {
            const request = await told;
            if (request !== undefined) await tellAnswer(request, status, copy);
          })();
        } catch {
          // Nothing to tell.
        }
        return response;
      },
      (error) => {
        void (async () => {
          const request = await told;
          if (request !== undefined) link.report({ lost: request });
        })();
        throw error;
      },
    );
  };
};
