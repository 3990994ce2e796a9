import tokens from '../../assets/tokens.css?inline';
import tones from '../../assets/tones.css?inline';
import button from '../ui/button.css?inline';
import controls from '../ui/controls.css?inline';
import notice from './notice.css?inline';

/** For the closed root that holds the notice. */
export const noticeCss = [tokens, tones, button, controls, notice].join('\n');
