import type { Disguise } from './disguise.ts';
import { type Candidate, isKnown, NOWHERE, type Observer } from './observer.ts';
import { LONGEST_ANSWER } from './protocol.ts';
import type { BodyReader } from './read-sent.ts';

interface Opened {
  readonly candidate: Candidate;
  readonly isAsync: boolean;
  /** Waits for its verdict. */
  isHeld: boolean;
}

/** Wraps `open`, `send` and `abort` of `XMLHttpRequest`. */
export const watchXhr = (observer: Observer, reader: BodyReader, { replace }: Disguise): void => {
  const { natives, link } = observer;
  const { apply } = natives;
  const { prototype } = XMLHttpRequest;
  const open = prototype.open as (...args: unknown[]) => void;
  const opened = new natives.WeakMap<object, Opened>();

  const readAnswer = (xhr: XMLHttpRequest): string | undefined => {
    const type = natives.responseTypeOf(xhr);
    const body =
      type === '' || type === 'text'
        ? natives.responseTextOf(xhr)
        : type === 'json'
          ? natives.stringify(natives.responseOf(xhr))
          : undefined;
    return body === undefined || body.length > LONGEST_ANSWER ? undefined : body;
  };

  const follow = (request: number, xhr: XMLHttpRequest): void => {
    const onEnd = (): void => {
      natives.unlisten(xhr, 'loadend', onEnd);
      const status = natives.statusOfXhr(xhr);
      const body = status === 0 ? undefined : readAnswer(xhr);
      if (status === 0) link.report({ lost: request });
      else link.report({ answered: request, status, ...(body !== undefined && { body }) });
    };
    natives.listen(xhr, 'loadend', onEnd);
  };

  replace(prototype as never, 'open' as never, (native, self, args) => {
    const result = apply(native, self as never, args as never);
    // Only after the browser itself has taken it.
    natives.deleteFrom(opened, self as object);
    if (observer.isNone(args[0])) return result;
    const candidate = observer.find('xhr', args[0] as string, args[1]);
    const isAsync = args.length < 3 || Boolean(args[2]);
    if (candidate) natives.setIn(opened, self as object, { candidate, isAsync, isHeld: false });
    return result;
  });

  replace(prototype as never, 'send' as never, (native, self, args) => {
    const xhr = self as XMLHttpRequest;
    const known = natives.getFrom(opened, xhr) as Opened | undefined;
    const send = (): unknown => apply(native, xhr as never, args as never);
    if (!known) return send();
    const { candidate, isAsync } = known;
    if (known.isHeld)
      throw new natives.DOMException(
        "Failed to execute 'send' on 'XMLHttpRequest': The object's state must be OPENED.",
        'InvalidStateError',
      );

    /** The page may have aborted it meanwhile, or opened it for something else. */
    const isWanted = (): boolean => natives.getFrom(opened, xhr) === known && known.isHeld;

    const onVerdict = (request: number | undefined, pass: boolean): void => {
      if (!isWanted()) return;
      known.isHeld = false;
      natives.deleteFrom(opened, xhr);
      if (pass) {
        if (request !== undefined) follow(request, xhr);
        send();
        return;
      }
      apply(open, xhr, [candidate.method, NOWHERE, true]);
      send();
    };

    const body = reader.read(args[0]);
    if (isKnown(body)) {
      if (!observer.publishes(candidate, body)) return send();
      const { request, isHeld } = observer.tell(candidate, body);
      if (!isHeld) {
        follow(request, xhr);
        return send();
      }
      // Nobody can be asked while the page stands still.
      if (!isAsync)
        throw new natives.DOMException(
          `Failed to execute 'send' on 'XMLHttpRequest': Failed to load '${candidate.url}'.`,
          'NetworkError',
        );
      known.isHeld = true;
      link.onVerdict(request, (pass) => onVerdict(request, pass));
      return undefined;
    }
    const isHeldUnread = link.holds && isAsync;
    const result = isHeldUnread ? undefined : send();
    known.isHeld = isHeldUnread;
    void (async () => {
      const text = await body;
      if (!observer.publishes(candidate, text)) return onVerdict(undefined, true);
      const { request, isHeld } = observer.tell(candidate, text);
      if (!isHeldUnread) follow(request, xhr);
      else if (isHeld) link.onVerdict(request, (pass) => onVerdict(request, pass));
      else onVerdict(request, true);
    })();
    return result;
  });

  replace(prototype as never, 'abort' as never, (native, self, args) => {
    natives.deleteFrom(opened, self as object);
    return apply(native, self as never, args as never);
  });
};
