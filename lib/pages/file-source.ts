import type { SourceFile } from '../log/source-file.ts';

/** A file that the person chose, read in pieces. */
export const asSource = (file: File): SourceFile => ({
  name: file.name,
  size: file.size,
  read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
});
