import { createReadStream } from 'node:fs';

/** The longest line an export can hold is a text of a million characters; anything beyond is not one. */
const LONGEST_LINE = 16_000_000;
const LINE_FEED = 0x0a;

/**
 * Lines of a file, without line feeds, a piece of the file at a time. Only U+000A ends a line: Node's own line reader
 * also splits at U+2028, which texts may hold. A line that is not UTF-8 comes out empty, which no format here allows.
 */
export async function* readLines(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes: Uint8Array): string => {
    try {
      return decoder.decode(bytes);
    } catch {
      return '';
    }
  };
  let pending: Buffer[] = [];
  let size = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
      const rest = piece.subarray(start, end);
      yield decode(pending.length === 0 ? rest : Buffer.concat([...pending, rest]));
      pending = [];
      size = 0;
      start = end + 1;
    }
    if (start === piece.length) continue;
    pending.push(piece.subarray(start));
    size += piece.length - start;
    if (size <= LONGEST_LINE) continue;
    yield '';
    return;
  }
  if (size > 0) yield decode(Buffer.concat(pending));
}
