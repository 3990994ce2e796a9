import { LineCounter, parseDocument } from 'yaml';
import { MOST_PACK_CHARACTERS, type PackProblem, type SitePack, sitePackSchema } from '../model/site-pack.ts';
import { findClaims } from './pack-claims.ts';

export type ReadPack = { ok: true; pack: SitePack } | { ok: false; problems: PackProblem[] };

/** So many are told at once. */
const MOST_PROBLEMS = 20;

/** Finds the places by a second reading: only a broken pack pays for it. */
const locate = (
  text: string,
  faults: readonly { path: readonly PropertyKey[]; message: string }[],
): PackProblem[] => {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'json', lineCounter: lines, uniqueKeys: true });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = document.errors.map(({ pos, message }) => ({
    ...at(pos[0]),
    path: '',
    // The rest of the message draws the line again.
    reason: message.split(/ at line \d/u)[0] ?? message,
  }));
  if (broken.length > 0) return broken;
  return faults.map(({ path, message }) => {
    let offset = 0;
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (!node?.range) continue;
      [offset] = node.range;
      break;
    }
    return { ...at(offset), path: path.map(String).join('.'), reason: message };
  });
};

/** Reads a pack as it comes from a file: all of it is right, or all that is wrong is told. */
export const readPack = (text: string): ReadPack => {
  if (text.length > MOST_PACK_CHARACTERS) {
    const reason = `the file has ${text.length} characters; at most ${MOST_PACK_CHARACTERS} are read`;
    return { ok: false, problems: [{ line: 1, column: 1, path: '', reason }] };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const problems = locate(text, []);
    const reason = error instanceof Error ? error.message : String(error);
    // YAML forgives more than JSON does: then only JSON's own words are left.
    return {
      ok: false,
      problems: (problems.length > 0 ? problems : [{ line: 1, column: 1, path: '', reason }]).slice(
        0,
        MOST_PROBLEMS,
      ),
    };
  }
  const parsed = sitePackSchema.safeParse(value);
  const faults = parsed.success ? findClaims(parsed.data) : parsed.error.issues;
  if (parsed.success && faults.length === 0) return { ok: true, pack: parsed.data };
  return { ok: false, problems: locate(text, faults.slice(0, MOST_PROBLEMS)) };
};
