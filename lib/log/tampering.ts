/** What an entry says about its place. */
export interface Place {
  readonly index: number;
  readonly previous: string;
  /** Leaf hash of the entry as it stands, base64. */
  readonly hash: string;
}

/** The first place where the chain does not hold, with its neighbours. Hashes in base64. */
export interface Break {
  /** Position in the file, from 0. */
  readonly position: number;
  readonly entry: Place;
  readonly next: Place | undefined;
  /** Leaf hash of the entry before; empty at the start, no hash at all where that entry is not known. */
  readonly before: string;
  /** Leaf hash of the one before that; empty at the start, missing where there is none. */
  readonly beforeThat: string | undefined;
}

export type Tampering = 'edited' | 'deleted' | 'swapped' | 'forged' | 'previous-mismatch';

/**
 * Names what was done to a log at the first break of its chain, and the first bad index. `previous` is the witness:
 * an entry whose successor vouches for it is intact, so the fault lies before it.
 */
export function nameTampering({ position, entry, next, before, beforeThat }: Break): {
  code: Tampering;
  index: number;
} {
  const isVouchedFor = next?.previous === entry.hash;
  if (entry.index > position) {
    const goesOn = next === undefined || next.index === entry.index + 1;
    return { code: goesOn ? 'deleted' : 'swapped', index: position };
  }
  if (entry.hash === before) return { code: 'forged', index: position };
  const isRightAfterTheOneBefore = beforeThat !== undefined && entry.previous === beforeThat;
  // The entry fits where the one before stands: that one was put in.
  if (isRightAfterTheOneBefore) return { code: 'forged', index: position - 1 };
  if (entry.index < position) return { code: 'forged', index: position };
  if (next?.previous === before)
    return { code: next.index === position ? 'forged' : 'swapped', index: position };
  if (position > 0 && (isVouchedFor || next === undefined)) return { code: 'edited', index: position - 1 };
  return { code: 'previous-mismatch', index: position };
}
