import fc from 'fast-check';
import type { LabelledRole } from '#lib/label/label-words.ts';
import { type Identity, identitySchema } from '#lib/model/identity.ts';
import { LABEL_LANGUAGES } from '#lib/model/language.ts';
import { ROLES } from '#lib/model/role.ts';

export const ADA: Identity = { id: 'ada', name: 'Ada Example', form: 'person' };

export const LABELLED_ROLES = ROLES.filter((role): role is LabelledRole => role !== 'none');
export const role = fc.constantFrom(...LABELLED_ROLES);
export const language = fc.constantFrom(...LABEL_LANGUAGES);

const name = fc.oneof(
  fc.constantFrom(
    'Ada Example',
    'Dr. Ada [PhD]',
    'علي رضا',
    'می‌خواهم',
    '山田太郎',
    'Ada 👩‍💻',
    '@ada.example.com',
    'A\u200BB',
    '】x【',
    'O’Hara',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
);

export const identity: fc.Arbitrary<Identity | undefined> = fc.oneof(
  fc.constant(undefined),
  fc
    .record(
      {
        id: fc.constant('some'),
        name,
        organisation: name,
        form: fc.constantFrom('person', 'organisation', 'both'),
      },
      { requiredKeys: ['id', 'name', 'form'] },
    )
    .filter((one) => identitySchema.safeParse(one).success) as fc.Arbitrary<Identity>,
);

/** Texts as people write and as an adversary would. */
export const text = fc.oneof(
  fc.constantFrom(
    '',
    'Hello world',
    '\n\n\nHello',
    'https://example.com',
    '#ai #art #bot',
    'مرحبا بالعالم',
    '日本語の投稿です',
    '\u202Eabc',
    '  two',
  ),
  fc.lorem({ maxCount: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
