import type { Evidence, GeneratedEvidence } from '#lib/model/decision.ts';

/** Ways of drawing that are told apart without colour. */
const PATTERNS = 4;
/** More passages of one part are not drawn, the short ones first: a hostile draft cannot make 50,000 elements. */
const MOST_PASSAGES = 1000;

/** One remembered answer, or picture, that is in the draft. */
export interface Origin {
  /** From 1, as on its badge. */
  number: number;
  /** 0 to 3, the same for all answers of one tool. */
  pattern: number;
  /** What a screen reader hears at the beginning and end of its passages. */
  spoken: string;
  evidence: GeneratedEvidence;
}

/** Model names are read from pages: what turns the reading order or cannot be seen has no place in a sentence. */
export const cleanName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');

export const listOrigins = (evidence: readonly Evidence[]): Origin[] => {
  const found = evidence.filter((piece) => piece.kind === 'generated');
  const sources = [...new Set(found.map(({ source }) => source))];
  return found.map((piece, index) => {
    const name = cleanName(piece.sourceName);
    const isAlone = found.every((other) => other === piece || cleanName(other.sourceName) !== name);
    return {
      number: index + 1,
      pattern: sources.indexOf(piece.source) % PATTERNS,
      spoken: isAlone ? name : `${name} ${index + 1}`,
      evidence: piece,
    };
  });
};

/** Those that are about text. */
export const listTextOrigins = (origins: readonly Origin[]): Origin[] =>
  origins.filter(({ evidence }) => evidence.picture === undefined);

/** What a picture of the draft was recognised as. */
export const findPictureOrigin = (
  origins: readonly Origin[],
  part: number,
  item: number,
): Origin | undefined =>
  origins.find(({ evidence: { picture } }) => picture?.part === part && picture.item === item);

/** Where passages of these origins stand in one part of the draft. */
export const listPassages = (origins: readonly Origin[], part: number) => {
  const passages = origins.flatMap(({ number, evidence }) =>
    evidence.spans
      .filter((span) => span.part === part)
      .map(({ start, end }) => ({ start, end, origin: number })),
  );
  if (passages.length <= MOST_PASSAGES) return passages;
  return passages.sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, MOST_PASSAGES);
};

/** Share of the draft in thousandths that is in any of them. */
export const sumShares = (origins: readonly Origin[]): number =>
  Math.min(
    1000,
    origins.reduce((sum, { evidence }) => sum + evidence.share, 0),
  );
