import { parseObject } from '../export-lines.ts';

/** A text that was kept once: its digest, base64, and when it was erased, milliseconds since 1970. */
export type Erasure = readonly [digest: string, time: number];

export const formatErasures = (erasures: readonly Erasure[]): string => JSON.stringify({ erasures });

const isErasure = (value: unknown): value is Erasure =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === 'string' &&
  Number.isSafeInteger(value[1]) &&
  value[1] >= 0;

export function parseErasures(line: string): readonly Erasure[] | undefined {
  const erasures = parseObject(line)?.erasures;
  return Array.isArray(erasures) && erasures.every(isErasure) ? erasures : undefined;
}
