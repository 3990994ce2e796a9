import { open } from 'node:fs/promises';
import type { SourceFile } from '#lib/log/source-file.ts';

/** A file on disk, open while it is used. */
export async function withDiskFile<Result>(
  path: string,
  use: (file: SourceFile) => Promise<Result>,
): Promise<Result> {
  await using handle = await open(path);
  const { size } = await handle.stat();
  return await use({
    name: path,
    size,
    async read(from, to) {
      const wanted = Math.max(0, Math.min(to, size) - from);
      const { buffer, bytesRead } = await handle.read(new Uint8Array(wanted), 0, wanted, from);
      return buffer.subarray(0, bytesRead);
    },
  });
}
