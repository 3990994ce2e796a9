import type { CapturedGeneration } from '../model/generation.ts';
import type { GeneratedPicture } from '../model/picture.ts';

/** Everything the capture needs from outside the page. */
export interface CapturePorts {
  /** Hands a generation to the background. May be refused there; rejects where nobody answered. */
  remember(generation: CapturedGeneration): Promise<unknown>;
  /** Hands over a picture that the tool made; as above. */
  rememberPicture(picture: GeneratedPicture): Promise<unknown>;
  /** Whether this page is captured at all, and whether finished answers are. */
  readSettings(): Promise<{ isOn: boolean; answers: boolean }>;
  /** The extension was updated or reloaded: this script has no background any more. */
  isOrphaned(): boolean;
}
