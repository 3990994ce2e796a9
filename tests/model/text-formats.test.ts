import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FORMATS =
  /\b(?:email|url|jwt|emoji|guid|uuid\w*|nanoid|cuid2?|ulid|base64\w*|xid|ksuid|ipv[46]|cidrv[46]|e164|datetime|date|time|duration)\(/u;

test('no schema asks for a format of text by a method: the bundles leave those out (wxt.config.ts)', () => {
  const files = globSync(['lib/**/*.ts', 'components/**/*.ts', 'entrypoints/**/*.ts'], { cwd: ROOT });
  expect(files.length).toBeGreaterThan(200);
  const asking = files.filter((file) =>
    readFileSync(`${ROOT}${file}`, 'utf8')
      .split(/\bz\s*\.string\(\)/u)
      .slice(1)
      .some((rest) => FORMATS.test(/^(?:\s*\.\w+\([^()]*\))*/u.exec(rest)?.[0] ?? '')),
  );
  expect(asking).toEqual([]);
});
