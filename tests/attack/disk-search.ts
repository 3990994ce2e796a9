import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files below a folder that hold this text, as UTF-8 or as UTF-16. */
export const findOnDisk = async (folder: string, text: string): Promise<string[]> => {
  const wanted = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    // The browser may remove files while it runs.
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    if (wanted.some((bytes) => content.includes(bytes))) found.push(path.slice(folder.length + 1));
  }
  return found;
};
