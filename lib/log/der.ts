import { type BaseBlock, fromBER, GeneralizedTime, ObjectIdentifier, OctetString, UTCTime } from 'asn1js';
import { type Bytes, concatBytes } from './bytes.ts';

/** Bytes that are not what the format says. */
export class DerError extends Error {}

const UNIVERSAL = 1;
const CONTEXT = 3;

/** Universal tags that are looked for. */
export const TAGS = { boolean: 1, integer: 2, bitString: 3, sequence: 16, set: 17 } as const;

/** First bytes of what is written: universal values, and a context tag 0 around others. */
export const WRITTEN = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

const lengthOf = (size: number): number[] =>
  size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];

/** One value in DER, shorter than 65,536 bytes. */
export function writeDer(
  tag: (typeof WRITTEN)[keyof typeof WRITTEN],
  ...parts: readonly Uint8Array[]
): Bytes {
  const content = concatBytes(...parts);
  return concatBytes(Uint8Array.of(tag, ...lengthOf(content.length)), content);
}

export const writeOid = (oid: string): Bytes => new Uint8Array(new ObjectIdentifier({ value: oid }).toBER());

/** One value of ASN.1, with the very bytes that it was read from: signatures cover those. */
export class Der {
  readonly #block: BaseBlock;

  private constructor(block: BaseBlock) {
    this.#block = block;
  }

  /** The one value that the bytes hold, with nothing behind it. */
  static read(bytes: Bytes): Der {
    const { offset, result } = fromBER(bytes);
    if (offset !== bytes.length || result.error) throw new DerError('no ASN.1');
    return new Der(result);
  }

  get bytes(): Bytes {
    return this.#block.valueBeforeDecodeView.slice() as Bytes;
  }

  is(tag: number): boolean {
    const { tagClass, tagNumber } = this.#block.idBlock;
    return tagClass === UNIVERSAL && tagNumber === tag;
  }

  /** Whether this is the value with that context tag. */
  isContext(tag: number): boolean {
    const { tagClass, tagNumber } = this.#block.idBlock;
    return tagClass === CONTEXT && tagNumber === tag;
  }

  /** Values inside; none in a value that is not made of others. */
  get parts(): Der[] {
    const { value } = this.#block.valueBlock as { value?: unknown };
    return Array.isArray(value) ? value.map((block) => new Der(block)) : [];
  }

  /** Throws where there is no such part. */
  part(at: number): Der {
    const found = this.parts[at];
    if (!found) throw new DerError('a part is missing');
    return found;
  }

  findContext(tag: number): Der | undefined {
    return this.parts.find((part) => part.isContext(tag));
  }

  /** The bytes of a value that is not made of others: a number (two's complement), a flag, a text. */
  get content(): Bytes {
    const { valueHexView } = this.#block.valueBlock as { valueHexView?: Uint8Array };
    if (!valueHexView) throw new DerError('no plain value');
    return valueHexView.slice() as Bytes;
  }

  get octets(): Bytes {
    if (!(this.#block instanceof OctetString)) throw new DerError('no octets');
    return new Uint8Array(this.#block.getValue());
  }

  get oid(): string {
    if (!(this.#block instanceof ObjectIdentifier)) throw new DerError('no identifier');
    return this.#block.getValue();
  }

  /** Milliseconds since 1970. */
  get time(): number {
    if (!(this.#block instanceof UTCTime || this.#block instanceof GeneralizedTime))
      throw new DerError('no time');
    return this.#block.toDate().getTime();
  }

  /** A text of whatever kind, and anything else as nothing. */
  get text(): string {
    const { value } = this.#block.valueBlock as { value?: unknown };
    return typeof value === 'string' ? value : '';
  }
}
