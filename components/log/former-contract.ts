/** A log that nothing is added to any more, and that can be read here. */
export interface FormerLog {
  /** For `save`. */
  id: string;
  /** `ended`: its key was lost here. `restored`: brought here from a backup. */
  from: 'ended' | 'restored';
  /** Name of the log, where it is known. */
  origin: string | undefined;
  size: number;
  /** Entries covered by the last checkpoint that it signed itself; missing where there is none. */
  signed: number | undefined;
}

/** Every call may reject. */
export interface FormerPorts {
  list(): Promise<readonly FormerLog[]>;
  /** Hands its export to the person, as far as it was signed. */
  save(id: string): Promise<void>;
}
