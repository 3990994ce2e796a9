import type { Bytes } from '../log/bytes.ts';
import { saveFile } from './save-file.ts';

/** Where a file goes piece by piece. It is not there, or not complete to look at, before `finish`. */
export interface FileSink {
  write(bytes: Bytes): Promise<void>;
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

export interface FileKind {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
}

/** Chromium's save dialog; the other browsers have none that gives a stream. */
type ShowSaveFilePicker = (options: {
  suggestedName: string;
}) => Promise<FileSystemFileHandle & { remove?(): Promise<void> }>;

const PREFIX = 'candor-export-';
/** Long enough for the browser to have copied the file to where it saves it. Milliseconds. */
const KEPT_FOR = 10 * 60_000;

const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Asks the person where to save. Nothing if they closed the dialog. */
export async function openSink(kind: FileKind): Promise<FileSink | undefined> {
  const { showSaveFilePicker } = globalThis as { showSaveFilePicker?: ShowSaveFilePicker };
  if (!showSaveFilePicker) return openOwnFile(kind);
  try {
    return await openPicked(await showSaveFilePicker({ suggestedName: kind.name }));
  } catch (error) {
    if (isCancelled(error)) return undefined;
    throw error;
  }
}

/** The browser writes beside the file and moves it there at the end: until then the person sees what was there before. */
async function openPicked(handle: Awaited<ReturnType<ShowSaveFilePicker>>): Promise<FileSink> {
  const wasEmpty = (await handle.getFile()).size === 0;
  const stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    finish: () => stream.close(),
    async discard() {
      await stream.abort();
      // The dialog made an empty file of that name.
      if (wasEmpty) await handle.remove?.();
    },
  };
}

/** A file of the extension's own, handed to the browser's download when it is complete: never all of it in memory. */
async function openOwnFile(kind: FileKind): Promise<FileSink> {
  const folder = await navigator.storage.getDirectory().catch(() => undefined);
  if (!folder) return collectInMemory(kind);
  await removeOld(folder);
  const name = `${PREFIX}${crypto.randomUUID()}`;
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    async finish() {
      await stream.close();
      const file = await handle.getFile();
      saveFile(new File([file], kind.name, { type: kind.type }), kind.name);
      setTimeout(() => void folder.removeEntry(name).catch(() => undefined), KEPT_FOR);
    },
    async discard() {
      await stream.abort();
      await folder.removeEntry(name);
    },
  };
}

/** What pages left that were closed too early. */
async function removeOld(folder: FileSystemDirectoryHandle): Promise<void> {
  const entries = folder as unknown as AsyncIterable<[string, FileSystemHandle]>;
  for await (const [name, handle] of entries) {
    if (!name.startsWith(PREFIX) || handle.kind !== 'file') continue;
    const { lastModified } = await (handle as FileSystemFileHandle).getFile();
    if (lastModified < Date.now() - KEPT_FOR) await folder.removeEntry(name).catch(() => undefined);
  }
}

/** Firefox that never remembers history gives extensions no files at all; its log is small, since it ends with it. */
function collectInMemory(kind: FileKind): FileSink {
  let parts: Bytes[] = [];
  return {
    write: async (bytes) => {
      parts.push(bytes);
    },
    finish: async () => saveFile(new Blob(parts, { type: kind.type }), kind.name),
    discard: async () => {
      parts = [];
    },
  };
}
