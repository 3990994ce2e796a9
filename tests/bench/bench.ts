import { benchGate } from './gate.ts';
import { benchLogInBrowser } from './log-group.ts';
import type { Measure } from './measure.ts';

const GROUPS: Readonly<Record<string, () => AsyncGenerator<Measure>>> = {
  gate: benchGate,
  log: benchLogInBrowser,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in GROUPS));

if (unknown.length > 0) {
  console.error(`No group ${unknown.join(', ')}. Groups: ${Object.keys(GROUPS).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(GROUPS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for await (const measure of bench()) {
      console.log(JSON.stringify(measure));
      if (!measure.ok) process.exitCode = 1;
    }
  }
}
