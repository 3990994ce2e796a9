import type { Disguise } from './disguise.ts';
import { isKnown, type Observer } from './observer.ts';
import type { BodyReader } from './read-sent.ts';

/** Wraps `navigator.sendBeacon`. It tells the page at once that it was taken, so one that is held is sent afterwards. */
export const watchBeacon = (observer: Observer, reader: BodyReader, { replace }: Disguise): void => {
  const { natives, link } = observer;

  replace(Navigator.prototype as never, 'sendBeacon' as never, (native, self, args) => {
    const send = (): unknown => natives.apply(native, self as never, args as never);
    const candidate =
      observer.isNone('POST') || args.length === 0 ? undefined : observer.find('beacon', 'POST', args[0]);
    if (!candidate) return send();
    const body = reader.read(args[1]);

    const tell = (text: string | undefined): boolean => {
      const { request, isHeld } = observer.tell(candidate, text);
      if (isHeld) link.onVerdict(request, (pass) => pass && send());
      return isHeld;
    };
    if (isKnown(body)) return observer.publishes(candidate, body) && tell(body) ? true : send();

    const { holds } = link;
    void (async () => {
      const text = await body;
      const isHeld = observer.publishes(candidate, text) && tell(text);
      if (holds && !isHeld) send();
    })();
    return holds ? true : send();
  });
};
