import type { Finding } from './decision.ts';
import type { Identity } from './identity.ts';
import type { LabelLanguage } from './language.ts';
import type { Role } from './role.ts';

/** What the person chose in the dialog. */
export interface Choice {
  role: Role;
  identity: Identity | undefined;
  language: LabelLanguage;
  /** About the site's own AI switch: `set` Candor is to switch it on, `taken` the person says it was done by hand. */
  nativeSwitch?: 'set' | 'taken' | undefined;
  /** Why the person says less than the evidence suggests. */
  roleReason?: string;
}

/** The label as it will appear, computed anew for each choice. */
export interface LabelPreview {
  /** Empty when the role needs no label or the text already carries one. */
  label: string;
  /** Text of each part as it will be sent. */
  parts: string[];
  /** The content warning as it will be sent, where the draft has one. `count`: where it has a limit of its own. */
  warning?: { text: string; count?: { count: number; limit: number } };
  /** Per part: what the site will count, in the site's unit. `limit` 0: none stated. */
  counts: { count: number; limit: number }[];
  /** Which form was chosen so that it fits; `none` when even the short one is too long. */
  form: 'long' | 'short' | 'none';
  /** Characters too many with the short form; 0 when it fits. */
  tooMany: number;
  /** What would still be wrong with the final text. */
  findings: Finding[];
}
