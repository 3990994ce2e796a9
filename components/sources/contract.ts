import type { ReadonlySignal } from '@preact/signals';
import type { ProvenanceSettings, Settings } from '#lib/model/settings.ts';
import type { SourcesOverview } from '#lib/model/sources-overview.ts';

/** An AI tool that Candor knows from the start. */
export interface KnownSource {
  id: string;
  name: string;
  hosts: readonly string[];
}

/** A site that Candor knows from the start. */
export interface PostingSite {
  name: string;
  hosts: readonly string[];
}

/** What the model needs from the outside. Changes answer with the settings as they are now. Every call may reject. */
export interface SourcesPorts {
  readOverview(): Promise<SourcesOverview>;
  readSettings(): Promise<Settings>;
  switchSource(source: string, isOn: boolean): Promise<Settings>;
  /** Asks for the permission inside the press. `undefined`: declined. */
  addSource(origin: string, answers: boolean): Promise<Settings | undefined>;
  removeSource(origin: string): Promise<Settings>;
  changeMemory(memory: ProvenanceSettings): Promise<Settings>;
  /** No longer asks about posts for what was lost. */
  acceptLoss(): Promise<true>;
  /** All of one source, or everything; gives how many answers. */
  forget(source?: string): Promise<number>;
}

/** `source`: the one that it is about; missing: everything. `asking`: the person has yet to confirm. */
export type ForgetState =
  | { is: 'idle' | 'failed' }
  | { is: 'asking' | 'running'; source?: string }
  /** `count`: answers forgotten. */
  | { is: 'done'; count: number };

/**
 * What went wrong with the last wish. `silent`: nothing could be read. `unsaved`: it stayed as it was. `known`: the
 * address belongs to a tool that is there already. `site`: it belongs to a site that people post on.
 */
export type SourcesProblem =
  | { is: 'silent' | 'unsaved' | 'declined' | 'not-an-address' }
  | { is: 'known' | 'site'; name: string };

export interface SourcesModel {
  /** Missing until the background has answered. */
  overview: ReadonlySignal<SourcesOverview | undefined>;
  memory: ReadonlySignal<ProvenanceSettings | undefined>;
  problem: ReadonlySignal<SourcesProblem | undefined>;
  forgetting: ReadonlySignal<ForgetState>;
  known: readonly KnownSource[];
  load(): Promise<void>;
  switchSource(source: string, isOn: boolean): Promise<void>;
  /** True once it is there. */
  addSource(address: string, answers: boolean): Promise<boolean>;
  removeSource(origin: string): Promise<void>;
  changeMemory(change: Partial<ProvenanceSettings>): Promise<void>;
  acceptLoss(): Promise<void>;
  /** Opens the question. */
  askToForget(source?: string): void;
  keep(): void;
  /** Does what was asked about. */
  forget(): Promise<void>;
}

export interface RememberedPorts {
  readOverview(): Promise<SourcesOverview>;
  /** Source id or origin of the tab the popup was opened on. Missing where nothing is remembered whatever it is. */
  findSourceOfTab(): Promise<string | undefined>;
}

/** What the popup says of AI tools. */
export interface RememberedModel {
  overview: ReadonlySignal<SourcesOverview | undefined>;
  here: ReadonlySignal<string | undefined>;
  load(): Promise<void>;
}
