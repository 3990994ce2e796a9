/** The parts of a body that values are looked up in: one JSON document, or several, or the fields of a form. */
export interface ReadableBody {
  readonly raw: string;
  readonly documents: readonly unknown[];
}

/** Deepest structure and most values that are looked at: a body may be anything. */
const DEEPEST = 40;
const MOST = 500;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readFields = (raw: string): Record<string, string> | undefined => {
  if (!raw.includes('=') || /[\s{<]/u.test(raw.slice(0, 200).split('=')[0] ?? '')) return undefined;
  return Object.fromEntries(new URLSearchParams(raw));
};

const readMultipart = (raw: string): Record<string, string> | undefined => {
  const boundary = /^--[^\r\n]{1,200}/u.exec(raw)?.[0];
  if (boundary === undefined) return undefined;
  const fields = raw.split(boundary).flatMap((part) => {
    const [head, ...body] = part.split(/\r?\n\r?\n/u);
    const name = /\bname="([^"]*)"/u.exec(head ?? '')?.[1];
    return name === undefined ? [] : [[name, body.join('\n\n').replace(/\r?\n$/u, '')]];
  });
  return Object.fromEntries(fields);
};

const readDocuments = (raw: string): unknown[] => {
  const whole = parse(raw);
  if (whole !== undefined) return [whole];
  const fields = readMultipart(raw) ?? readFields(raw);
  if (fields) return [fields];
  // One JSON document a line, some sites with a guard before the first.
  return raw
    .split('\n')
    .map(parse)
    .filter((document) => typeof document === 'object' && document !== null);
};

export const readBody = (raw: string): ReadableBody => ({ raw, documents: readDocuments(raw) });

const isStructure = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A form field may hold JSON. */
const unfold = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*[[{]/u.test(value) ? (parse(value) ?? value) : value;

const follow = (value: unknown, keys: readonly string[]): unknown[] => {
  const [key, ...rest] = keys;
  if (key === undefined) return value === undefined || value === null ? [] : [value];
  const structure = unfold(value);
  if (!isStructure(structure)) return [];
  // The name of a form field may have dots in it.
  const whole = keys.join('.');
  if (rest.length > 0 && Object.hasOwn(structure, whole)) return follow(structure[whole], []);
  if (key === '*')
    return Object.values(structure)
      .slice(0, MOST)
      .flatMap((inner) => follow(inner, rest));
  return Object.hasOwn(structure, key) ? follow(structure[key], rest) : [];
};

const findWord = (raw: string, prefix: string): string[] => {
  const at = raw.indexOf(prefix);
  const word = at < 0 ? undefined : /^[\w:.~%-]+/u.exec(raw.slice(at, at + 500))?.[0];
  return word === undefined ? [] : [word];
};

/** All that one path leads to, in order. */
export const findValues = (body: ReadableBody, path: string): unknown[] =>
  path.startsWith('~')
    ? findWord(body.raw, path.slice(1))
    : body.documents.flatMap((document) => follow(document, path.split('.'))).slice(0, MOST);

/** Every `text` in a structure, in order. */
export const findTexts = (value: unknown, depth = 0): string[] => {
  const structure = depth === 0 ? unfold(value) : value;
  if (!isStructure(structure) || depth > DEEPEST) return [];
  return Object.entries(structure)
    .slice(0, MOST)
    .flatMap(([key, inner]) =>
      key === 'text' && typeof inner === 'string' ? [inner] : findTexts(inner, depth + 1),
    );
};
