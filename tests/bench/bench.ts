import { parseArgs } from 'node:util';
import { benchGate } from './gate.ts';
import { benchGuard } from './guard.ts';
import { benchLogExport } from './log-export.ts';
import { benchLogInBrowser } from './log-group.ts';
import { benchLogScale } from './log-scale.ts';
import { benchLogVerify } from './log-verify.ts';
import type { Measure } from './measure.ts';
import { benchProvenance } from './provenance.ts';
import { benchSites } from './sites.ts';

/** Told on the command line: `--corpus DIR` for texts other than those of the tests. */
interface Options {
  readonly corpus?: string;
}

const GROUPS: Readonly<Record<string, (options: Options) => AsyncGenerator<Measure>>> = {
  gate: benchGate,
  guard: benchGuard,
  log: benchLogInBrowser,
  'log-scale': benchLogScale,
  'log-export': benchLogExport,
  'log-verify': benchLogVerify,
  provenance: benchProvenance,
  sites: benchSites,
};

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { corpus: { type: 'string' } },
});
const unknown = wanted.filter((name) => !(name in GROUPS));

if (unknown.length > 0) {
  console.error(`No group ${unknown.join(', ')}. Groups: ${Object.keys(GROUPS).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(GROUPS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for await (const measure of bench(options)) {
      console.log(JSON.stringify(measure));
      if (!measure.ok) process.exitCode = 1;
    }
  }
}
