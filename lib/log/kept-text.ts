import type { ContentRow, ErasedRow } from './database.ts';

/** The row where it still holds a text. */
export const keptText = (row: ContentRow | ErasedRow | undefined): ContentRow | undefined =>
  row && 'text' in row ? row : undefined;

/** When the text was erased; nothing for one that is kept, or never was. Milliseconds since 1970. */
export const erasedOn = (row: ContentRow | ErasedRow | undefined): number | undefined =>
  row && 'erased' in row ? row.erased : undefined;
