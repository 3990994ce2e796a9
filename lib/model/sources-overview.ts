/** What is remembered of one source. Background to Candor's own pages. */
export interface SourceState {
  /** Source id, or the origin of an added source. */
  source: string;
  name: string;
  isOn: boolean;
  /** Added by the person; for those `answers` says whether finished answers are found by how they grow. */
  added?: { answers: boolean };
  /** Known from the start: ISO date on which its description was last checked. */
  verified?: string;
  /** Answers, pictures among them. */
  generations: number;
  /** How many of them are pictures. */
  pictures?: number;
  /** When something was captured last, milliseconds since 1970. */
  newest?: number;
  /** When the newest is forgotten, if nothing is captured again. */
  expiresAt?: number;
  /** On disk, estimated. */
  bytes: number;
}

export interface SourcesOverview {
  sources: SourceState[];
  generations: number;
  bytes: number;
  /** `rebuilding`, `unreadable`: the store cannot answer now, and the numbers are not to be trusted. */
  problem?: 'rebuilding' | 'unreadable';
  /** What was lost with an earlier database. There until the person has accepted it or it would have been forgotten. */
  lost?: {
    /** About how many answers. */
    generations: number;
    /** Until when posts are asked about for it, milliseconds since 1970. */
    until: number;
  };
}
