import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const room = new URL('../../lib/label/', import.meta.url);
const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** Content scripts carry this room, so nothing in it may pull in zod: from the model it takes types only. */
test.each(files)('%s brings no other room along at run time', (file) => {
  const imports = readFileSync(new URL(file, room), 'utf8').matchAll(
    /^(import|export)\s+(type\s)?[^;]*?from '([^']+)';/gmu,
  );
  for (const [statement, , isType, from = ''] of imports)
    if (isType === undefined)
      expect(new URL(from, new URL(file, room)).pathname, statement).toContain('/lib/label/');
});
