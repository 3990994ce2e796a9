import type { Natives } from './natives.ts';

/** The text of a body: at once, later, or not at all (streams, documents, objects of the page's own). */
export type SentText = string | undefined | Promise<string | undefined>;

const attempt = <Value>(work: () => Value): Value | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** Reads a body without using it up. */
export const createBodyReader = (natives: Natives) => {
  const { append, byteLengthOf, decode, forEachField, isView, sizeOfBlob, textOfBlob, textOfParams } =
    natives;

  /** Files are left out: the text of a post is none. */
  const readForm = (form: FormData): string => {
    const params = new natives.URLSearchParams();
    forEachField(form, (value, name) => {
      if (typeof value === 'string') append(params, name, value);
    });
    return textOfParams(params);
  };

  const later = async (text: Promise<string>): Promise<string | undefined> => {
    try {
      return await text;
    } catch {
      return undefined;
    }
  };

  return {
    read(body: unknown): SentText {
      if (body === undefined || body === null) return '';
      if (typeof body === 'string') return body;
      if (typeof body !== 'object') return undefined;
      const form =
        attempt(() => textOfParams(body as URLSearchParams)) ?? attempt(() => readForm(body as FormData));
      if (form !== undefined) return form;
      if (isView(body) || attempt(() => byteLengthOf(body)) !== undefined)
        return attempt(() => decode(new natives.TextDecoder(), body as ArrayBuffer));
      if (attempt(() => sizeOfBlob(body)) !== undefined) return later(textOfBlob(body as Blob));
      return undefined;
    },
    readRequest: (request: Request): SentText => {
      const copy = attempt(() => natives.cloneRequest(request));
      return copy && later(natives.textOfRequest(copy));
    },
  };
};

export type BodyReader = ReturnType<typeof createBodyReader>;
