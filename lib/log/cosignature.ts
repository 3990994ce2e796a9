import { type Bytes, concatBytes, isSameBytes, parseBase64, toBase64, toHex, utf8 } from './bytes.ts';
import { plainHash } from './hash.ts';
import { type Note, parseNote } from './note.ts';
import {
  createVerifierKey,
  isKeyName,
  SIGNATURE_TYPES,
  type Signer,
  type VerifierKey,
  type VerifySignature,
} from './verifier-key.ts';

/**
 * C2SP tlog-cosignature v1 by an Ed25519 key: "at this time, this is the largest head of that log that I saw, and it
 * extends every head of it that I saw before". The name of a witness is that of its own log.
 */
const COSIGNATURE_TYPE = 4;
const TIME_SIZE = 8;
const ED25519_SIGNATURE_SIZE = 64;
const ED25519_KEY_SIZE = 32;

/** The key of a witness has an id of its own, so that no cosignature can pass as the log's signature. */
const idOf = ({ name, publicKey }: VerifierKey): Bytes =>
  plainHash(concatBytes(utf8(`${name}\n`), Uint8Array.of(COSIGNATURE_TYPE), publicKey)).slice(0, 4);

/** `name+hex(id)+base64(4 ‖ key)`: what a witness gives away, to be recognised by. */
export const formatWitnessKey = (key: VerifierKey): string =>
  `${key.name}+${toHex(idOf(key))}+${toBase64(concatBytes(Uint8Array.of(COSIGNATURE_TYPE), key.publicKey))}`;

/** Nothing for text that is no key of a witness. */
export function parseWitnessKey(text: string): VerifierKey | undefined {
  const [name = '', , ...rest] = text.split('+');
  const encoded = parseBase64(rest.join('+'));
  if (encoded?.[0] !== COSIGNATURE_TYPE || encoded.length !== 1 + ED25519_KEY_SIZE || !isKeyName(name))
    return undefined;
  const key = createVerifierKey(name, SIGNATURE_TYPES.ed25519, encoded.slice(1));
  return formatWitnessKey(key) === text ? key : undefined;
}

const messageOf = (text: string, seconds: number): Bytes => utf8(`cosignature/v1\ntime ${seconds}\n${text}`);

function encodeTime(seconds: number): Bytes {
  const bytes = new Uint8Array(TIME_SIZE);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds));
  return bytes;
}

/** Adds the signature of a witness, who has made sure of what it says. `seconds` since 1970. */
export async function cosign(checkpoint: string, signer: Signer, seconds: number): Promise<string> {
  const note = parseNote(checkpoint);
  if (!note || signer.key.type !== SIGNATURE_TYPES.ed25519) throw new RangeError('nothing to cosign');
  const signature = await signer.sign(messageOf(note.text, seconds));
  const bytes = concatBytes(idOf(signer.key), encodeTime(seconds), signature);
  return `${checkpoint}— ${signer.key.name} ${toBase64(bytes)}\n`;
}

/** When this witness last signed the note, in seconds since 1970; nothing if it did not, or not as the format asks. */
export async function findCosignature(
  note: Note,
  witness: VerifierKey,
  verifySignature: VerifySignature,
): Promise<number | undefined> {
  const times: number[] = [];
  for (const { name, id, signature } of note.signatures) {
    const isOurs = name === witness.name && isSameBytes(id, idOf(witness));
    if (!isOurs || signature.length !== TIME_SIZE + ED25519_SIGNATURE_SIZE) continue;
    const seconds = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
    if (!Number.isSafeInteger(seconds)) continue;
    const message = messageOf(note.text, seconds);
    if (await verifySignature(witness, message, signature.slice(TIME_SIZE))) times.push(seconds);
  }
  return times.length === 0 ? undefined : Math.max(...times);
}
