import { type Bytes, concatBytes, isSameBytes, parseBase64, toBase64, utf8 } from './bytes.ts';
import { isKeyName, type Signer, type VerifierKey, type VerifySignature } from './verifier-key.ts';

/** A C2SP signed note, taken apart but not yet believed. */
export interface Note {
  /** Ends in a line feed; what the signatures cover. */
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly id: Bytes; readonly signature: Bytes }[];
}

export type NoteTrust = 'verified' | 'bad-signature' | 'foreign-key';

const LARGEST_NOTE = 100_000;
const MOST_SIGNATURES = 100;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids exactly these
const FORBIDDEN = /[\u0000-\u0009\u000B-\u001F]/u;
const SIGNATURE_LINE = /^— (\S+) (\S+)$/u;

/** Signs a text that ends in a line feed. */
export async function signNote(text: string, signer: Signer): Promise<string> {
  if (!text.endsWith('\n') || FORBIDDEN.test(text) || !text.isWellFormed())
    throw new RangeError('no text for a note');
  const signature = await signer.sign(utf8(text));
  return `${text}\n— ${signer.key.name} ${toBase64(concatBytes(signer.key.id, signature))}\n`;
}

/** Nothing for text that is no signed note. */
export function parseNote(note: string): Note | undefined {
  if (note.length > LARGEST_NOTE || FORBIDDEN.test(note) || !note.isWellFormed() || !note.endsWith('\n')) {
    return undefined;
  }
  const border = note.lastIndexOf('\n\n');
  if (border === -1) return undefined;
  const lines = note.slice(border + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures: Note['signatures'][number][] = [];
  for (const line of lines) {
    const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = parseBase64(encoded);
    if (!isKeyName(name) || !bytes || bytes.length < 5) return undefined;
    signatures.push({ name, id: bytes.slice(0, 4), signature: bytes.slice(4) });
  }
  return { text: note.slice(0, border + 1), signatures };
}

/** Whether this key signed the note. Signatures of other keys (witnesses) are passed over, as the format asks. */
export async function checkNote(
  note: Note,
  key: VerifierKey,
  verifySignature: VerifySignature,
): Promise<NoteTrust> {
  const own = note.signatures.filter(({ name, id }) => name === key.name && isSameBytes(id, key.id));
  if (own.length === 0) return 'foreign-key';
  for (const { signature } of own) {
    if (!(await verifySignature(key, utf8(note.text), signature))) return 'bad-signature';
  }
  return 'verified';
}
