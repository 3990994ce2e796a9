import tokens from '../../assets/tokens.css?inline';
import tones from '../../assets/tones.css?inline';
import button from '../ui/button.css?inline';
import controls from '../ui/controls.css?inline';
import switches from '../ui/switch.css?inline';
import changes from './changes.css?inline';
import frame from './frame.css?inline';
import origins from './origins.css?inline';
import review from './review.css?inline';

/** Everything the filled dialog needs; contains what the shell brought. */
export const reviewCss = [tokens, tones, button, frame, controls, switches, review, origins, changes].join(
  '\n',
);
