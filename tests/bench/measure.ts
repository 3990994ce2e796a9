/** One line of `npm run bench`. */
export interface Measure {
  readonly group: string;
  readonly name: string;
  /** Median of what we do. */
  readonly value: number;
  readonly unit: string;
  /** Median of the comparison, from the same run. */
  readonly floor: number;
  /** `value / floor`. */
  readonly ratio: number;
  /** What must not be exceeded: by the ratio, or by what is added to the floor. */
  readonly limit: number;
  readonly ok: boolean;
  /** Samples of each kind. */
  readonly n: number;
  /** 95th percentile of what we do. */
  readonly p95?: number;
  /** Where the limit is on what is added: the median of what each sample has more than its neighbour. */
  readonly added?: number;
}

/** Times of what we do and of the floor, taken in turns. */
export interface Samples {
  readonly values: readonly number[];
  readonly floors: readonly number[];
}

/** The value below which this share of the samples lies (0 to 1), between two samples in proportion. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Takes samples of both kinds in turns, the first of each pair changing, so that a busy moment of the machine or a
 * warm cache favours neither. Each function gives its own time.
 */
export async function sampleInterleaved(
  count: number,
  warmUp: number,
  value: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<Samples> {
  const values: number[] = [];
  const floors: number[] = [];
  for (let round = -warmUp; round < count; round += 1) {
    const isValueFirst = round % 2 === 0;
    const first = await (isValueFirst ? value() : floor());
    const second = await (isValueFirst ? floor() : value());
    if (round < 0) continue;
    values.push(isValueFirst ? first : second);
    floors.push(isValueFirst ? second : first);
  }
  return { values, floors };
}

export interface Goal {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly limit: number;
  /** What the limit is compared with. */
  readonly limits: 'ratio' | 'added' | 'value';
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** The line for these samples. */
export function createMeasure(
  { group, name, unit, limit, limits }: Goal,
  { values, floors }: Samples,
): Measure {
  const value = median(values);
  const floor = median(floors);
  const added = median(values.map((one, index) => one - (floors[index] ?? Number.NaN)));
  const compared = { ratio: value / floor, added, value }[limits];
  return {
    group,
    name,
    value: rounded(value),
    unit,
    floor: rounded(floor),
    ratio: rounded(value / floor),
    limit,
    ok: compared <= limit,
    n: values.length,
    p95: rounded(quantile(values, 0.95)),
    ...(limits === 'added' && { added: rounded(added) }),
  };
}
