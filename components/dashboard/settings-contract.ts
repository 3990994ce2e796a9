import type { ReadonlySignal } from '@preact/signals';
import type { Identity } from '#lib/model/identity.ts';
import type { GateWhen } from '#lib/model/policy.ts';
import type { Settings } from '#lib/model/settings.ts';

/** A site that Candor knows from the start. `verified`: ISO date on which its description was last checked. */
export interface KnownSite {
  id: string;
  name: string;
  hosts: readonly string[];
  verified: string;
}

/** An AI tool that Candor knows from the start, where all of its hosts is the tool. */
export interface KnownTool {
  name: string;
  hosts: readonly string[];
}

/** A preset of the policy. `when`: what its gate does unless the person chose otherwise. */
export interface KnownPreset {
  id: string;
  version: string;
  when: GateWhen;
}

/** Each answers with the settings as they are now, or rejects. */
export interface SettingsPorts {
  readSettings(): Promise<Settings>;
  saveIdentity(identity: Identity, makeDefault: boolean): Promise<Settings>;
  removeIdentity(id: string): Promise<Settings>;
  choosePreset(preset: string): Promise<Settings>;
  chooseGateWhen(when: GateWhen): Promise<Settings>;
  keepText(keep: boolean): Promise<Settings>;
  /** 0: for ever. */
  keepTextDays(days: number): Promise<Settings>;
  /** Asks for the permission inside the press. `undefined`: declined. */
  addSite(origin: string): Promise<Settings | undefined>;
  removeSite(origin: string): Promise<Settings>;
  newId(): string;
}

/**
 * What went wrong with the last wish. `unread`: the settings cannot be read. `unsaved`: they stayed as they were.
 * `tool`: the address is that of an AI tool.
 */
export type SettingsProblem =
  | { is: 'unread' | 'unsaved' | 'declined' | 'not-an-address' }
  | { is: 'tool'; name: string };

export interface SettingsModel {
  settings: ReadonlySignal<Settings | undefined>;
  problem: ReadonlySignal<SettingsProblem | undefined>;
  sites: readonly KnownSite[];
  presets: readonly KnownPreset[];
  load(): Promise<void>;
  saveIdentity(identity: Omit<Identity, 'id'> & { id?: string }): Promise<void>;
  removeIdentity(id: string): Promise<void>;
  makeDefault(id: string): Promise<void>;
  choosePreset(preset: string): Promise<void>;
  chooseGateWhen(when: GateWhen): Promise<void>;
  keepText(keep: boolean): Promise<void>;
  keepTextDays(days: number): Promise<void>;
  addSite(address: string): Promise<void>;
  removeSite(origin: string): Promise<void>;
}
