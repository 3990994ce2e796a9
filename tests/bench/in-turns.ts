/**
 * Takes `count` samples of each kind in turns, each round beginning with another kind, after `warmUp` rounds that do
 * not count. A busy moment of the machine then favours none.
 */
export async function sampleInTurns<Kind extends string>(
  count: number,
  warmUp: number,
  kinds: Record<Kind, () => Promise<number>>,
): Promise<Record<Kind, number[]>> {
  const names = Object.keys(kinds) as Kind[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Kind, number[]>;
  for (let round = 0; round < warmUp + count; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length] as Kind;
      const sample = await kinds[name]();
      if (round >= warmUp) samples[name].push(sample);
    }
  }
  return samples;
}
