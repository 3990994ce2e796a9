/** Styles of Candor's own pages, in the order they build on each other. */
import '../../assets/tokens.css';
import '../../assets/tones.css';
import './button.css';
import './controls.css';
import './page.css';
import './switch.css';
