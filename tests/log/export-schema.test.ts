import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { formatAlias, formatManifest, formatOmitted } from '#lib/log/export-lines.ts';
import { collect, held, openTestLog, uuid, WHOLE } from './test-log.ts';

const path = new URL('../../lib/log/export-1.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(path, 'utf8')) as { oneOf: { $ref: string }[]; $defs: object };
const ajv = new Ajv2020({ formats: { uuid: /^[0-9a-f-]{36}$/u } });
const isLine = ajv.compile(schema);

/** Each kind of line of the schema, as itself. */
const kinds = new Map(
  schema.oneOf.map(({ $ref }) => {
    const name = $ref.replace('#/$defs/', '');
    return [name, ajv.compile({ ...schema, $id: `kind:${name}`, oneOf: [{ $ref }] })] as const;
  }),
);

async function exportLines(): Promise<string[]> {
  const log = await openTestLog();
  const identity = { name: 'Ada Example' };
  await log.append(
    held(1, { address: 'https://x.com/home' }),
    [{ what: 'draft', text: 'one '.repeat(100) }],
    {
      keepText: true,
    },
  );
  await log.append({ event: 'post.approved', post: uuid(1), role: 'assisted', identity });
  await log.append({ event: 'policy.changed', policy: { id: 'creator', version: '2' } });
  const choices = [WHOLE, { ...WHOLE, texts: 'excerpts', names: 'pseudonyms', sites: ['x'] }] as const;
  const all: string[] = [];
  for (const choice of choices) all.push(...(await collect(log.exportLines({ ...choice, sites: ['x'] }))));
  return all;
}

test('every line of an export is of exactly one kind of the schema, and each kind occurs', async () => {
  const seen = new Set<string>();
  for (const line of await exportLines()) {
    const value: unknown = JSON.parse(line);
    expect(isLine(value), `${line}: ${JSON.stringify(isLine.errors)}`).toBe(true);
    for (const [name, isKind] of kinds) if (isKind(value)) seen.add(name);
  }
  expect([...seen].sort()).toEqual([...kinds.keys()].sort());
});

test.each([
  ['an entry without an event', '{"v":1,"index":0,"time":1,"previous":"","software":"0.1.0"}'],
  ['a header of another format', '{"candor":"log","format":2,"key":"k"}'],
  ['an alias without a name', '{"alias":{"index":1}}'],
  ['an alias with more', formatAlias(1, 'Person 1').replace('}}', ',"real":"Ada"}}')],
  ['no entries left out', formatOmitted({ from: 3, count: 0, hashes: [] })],
  ['an empty manifest', formatManifest([])],
  ['a list', '[]'],
])('%s is none', (_, line) => {
  expect(isLine(JSON.parse(line))).toBe(false);
});
