import type { ExportChoice, ExportFormat } from '#lib/model/log-export.ts';

export interface ExportRequest extends ExportChoice {
  format: ExportFormat;
  /** CSV begins with a byte order mark: older Excel takes it for another encoding otherwise. */
  byteOrderMark: boolean;
}

/** `cancelled`: nothing that looks complete was left behind. */
export type ExportAnswer = { is: 'saved'; name: string; entries: number } | { is: 'cancelled' };

export interface ExportPorts {
  /** Sites that an export can be narrowed to. */
  readSites(): Promise<readonly { id: string; name: string }[]>;
  /**
   * Writes the file where the person says, and records that. To be called in the turn of a press, since browsers open
   * their save dialog only then. May reject; then no file that looks complete was left behind.
   */
  save(
    request: ExportRequest,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<ExportAnswer>;
}
