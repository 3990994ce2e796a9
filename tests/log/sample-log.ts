import { toBase64, utf8 } from '#lib/log/bytes.ts';
import { canonicalText, type LogValue } from '#lib/log/canonical.ts';
import { signCheckpoint } from '#lib/log/checkpoint.ts';
import {
  formatCheckpointLine,
  formatContent,
  formatHeader,
  formatManifest,
  MANIFEST_START,
} from '#lib/log/export-lines.ts';
import { contentDigest, leafHash } from '#lib/log/hash.ts';
import { SectionDigest } from '#lib/log/manifest.ts';
import { addLeaf, NO_PEAKS, rootOf } from '#lib/log/peaks.ts';
import { formatVerifierKey, type Signer } from '#lib/log/verifier-key.ts';
import { createSigner, createVerifySignature, generateKey } from '#lib/log/web-crypto.ts';
import { joinLines } from '#lib/log/whole-lines.ts';

export type SampleEntry = { [member: string]: LogValue };

export const verifySignature = createVerifySignature(crypto.subtle);

export const createSampleSigner = async (name = 'candor.example/log/test'): Promise<Signer> =>
  createSigner(crypto.subtle, await generateKey(crypto.subtle, name));

const salt = Uint8Array.from({ length: 32 }, (_, at) => at);
export const SAMPLE_TEXT = 'Größe, 大きさ, 📏\u2028 and "quotes"';

/** Entries without their links; `linkEntries` gives index and `previous`. */
export function createEntries(count: number, site = 'x'): SampleEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    v: 1,
    index: at,
    time: 1_700_000_000_000 + at * 1000,
    software: '0.1.0',
    previous: '',
    event: at === 0 ? 'log.opened' : 'post.held',
    site,
    post: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    ...(at === 2 && {
      contents: [
        { what: 'draft', digest: toBase64(contentDigest(salt, SAMPLE_TEXT)), length: SAMPLE_TEXT.length },
      ],
    }),
  }));
}

const hashLine = (line: string) => leafHash(utf8(line));

/** Gives each entry its index and the hash of the one before; the canonical lines. */
export function linkEntries(entries: readonly SampleEntry[]): string[] {
  let previous = '';
  return entries.map((entry, index) => {
    const line = canonicalText({ ...entry, index, previous });
    previous = toBase64(hashLine(line));
    return line;
  });
}

export function headOf(lines: readonly string[]) {
  const peaks = lines.reduce((before, line) => addLeaf(before, hashLine(line)), NO_PEAKS);
  return { size: peaks.size, root: rootOf(peaks) };
}

/** An export of these lines, signed. */
export async function createExport(lines: readonly string[], signer: Signer): Promise<string[]> {
  return withSections([
    formatHeader(formatVerifierKey(signer.key)),
    ...lines,
    formatCheckpointLine(await signCheckpoint(headOf(lines), signer)),
  ]);
}

/** These lines of an export with the manifest that fits them. */
export async function withSections(lines: readonly string[]): Promise<string[]> {
  const others = lines.filter((line) => !line.startsWith(MANIFEST_START));
  const sections = new SectionDigest();
  await sections.add(joinLines(others.slice(0, -1)));
  return [...others.slice(0, -1), formatManifest(await sections.finish()), ...others.slice(-1)];
}

/** The text that entry 2 commits to. */
export const sampleContentLine = (text = SAMPLE_TEXT): string =>
  formatContent(2, 'draft', toBase64(salt), text);
