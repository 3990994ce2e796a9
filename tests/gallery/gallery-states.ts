import { PAGE_STATE_NAMES } from './page-state-names.ts';
import { REVIEW_STATES } from './review-states.ts';

/** Every state the gallery can show, as `?state=` takes it. */
export const GALLERY_STATES: readonly string[] = [
  'shell/deciding',
  'shell/problem',
  ...Object.keys(REVIEW_STATES).map((state) => `review/${state}`),
  ...PAGE_STATE_NAMES,
  ...['mine', 'needs-review', 'approved', 'press-again', 'not-protected', 'open'].map(
    (state) => `chip/${state}`,
  ),
  ...['bypassed', 'altered', 'stopped', 'label-gone', 'part-without-label'].map((state) => `notice/${state}`),
];

/** One way of looking at a state. */
export interface View {
  name: string;
  query: string;
  width: number;
  height: number;
  dark: boolean;
  /** A phone: fingers instead of a mouse. */
  touch: boolean;
}

export const VIEWS: readonly View[] = [
  { name: 'light', query: 'lang=en', width: 1200, height: 820, dark: false, touch: false },
  { name: 'dark', query: 'lang=en', width: 1200, height: 820, dark: true, touch: false },
  { name: 'narrow', query: 'lang=en', width: 320, height: 640, dark: false, touch: true },
  { name: 'zoomed', query: 'lang=en', width: 640, height: 360, dark: false, touch: false },
  { name: 'german', query: 'lang=de', width: 1200, height: 820, dark: false, touch: false },
  { name: 'rtl', query: 'lang=en&dir=rtl', width: 1200, height: 820, dark: true, touch: false },
  { name: 'pseudo', query: 'lang=pseudo', width: 1200, height: 820, dark: false, touch: false },
  { name: 'pseudo-narrow', query: 'lang=pseudo', width: 320, height: 640, dark: true, touch: true },
];
