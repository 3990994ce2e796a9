/** The sign on a 32 by 32 field. Colours by class, so that it follows the theme; `assets/icon/candor.svg` is the same. */
export const MARK_PATHS = [
  { part: 'tile', d: 'M8 0h16a8 8 0 0 1 8 8v16a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8Z' },
  {
    part: 'ring',
    d: 'M21.3 9.1a2 2 0 0 1-2.7 2.9 6 6 0 1 0 0 8 2 2 0 0 1 2.7 2.9 10 10 0 1 1 0-13.8Z',
  },
  { part: 'point', d: 'M22.6 12.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 1 1 0-6.4Z' },
] as const;
