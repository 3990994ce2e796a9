/** Stroked paths on a 16 by 16 field, shared by the Preact components and the plain DOM of the chip. */
export const CHECK = ['M3 8.5 6.5 12 13 4.5'];
export const ALERT = ['M8 2.2 14.4 13.4H1.6Z', 'M8 6.4v3.2', 'M8 11.6v.01'];
export const PENCIL = ['M2.8 13.2l.6-2.8 7.6-7.6 2.2 2.2-7.6 7.6Z'];
export const OFF = ['M8 1.8a6.2 6.2 0 1 0 .01 0Z', 'M3.7 3.7l8.6 8.6'];
export const CHEVRON = ['M4 6.2 8 10.2 12 6.2'];

export const ICONS = {
  check: CHECK,
  alert: ALERT,
  pencil: PENCIL,
  off: OFF,
  chevron: CHEVRON,
  stop: ['M8 1.8a6.2 6.2 0 1 0 .01 0Z', 'M8 4.8v3.9', 'M8 11.1v.01'],
  info: ['M8 1.8a6.2 6.2 0 1 0 .01 0Z', 'M8 7.3v3.9', 'M8 4.9v.01'],
  close: ['M4 4l8 8', 'M12 4l-8 8'],
  copy: ['M5.6 5.6h7.6v7.6H5.6Z', 'M10.4 5.4V2.8H2.8v7.6h2.6'],
  external: ['M6.2 3.4H3.2v9.4h9.4v-3', 'M9.2 2.8h4v4', 'M13 3 7.4 8.6'],
  download: ['M8 2.4v7.8', 'M4.8 7.2 8 10.4l3.2-3.2', 'M2.8 13.4h10.4'],
  shield: ['M8 1.8 13.2 3.6v4c0 3.2-2.2 5.4-5.2 6.6-3-1.2-5.2-3.4-5.2-6.6v-4Z', 'M5.6 7.8 7.4 9.6 10.6 6.2'],
  eye: [
    'M1.6 8C3.2 5 5.4 3.6 8 3.6S12.8 5 14.4 8C12.8 11 10.6 12.4 8 12.4S3.2 11 1.6 8Z',
    'M8 6a2 2 0 1 0 .01 0Z',
  ],
  image: ['M2.4 3.2h11.2v9.6H2.4Z', 'M2.6 11 6 7.6l2.6 2.6 1.8-1.6 3 2.8', 'M10.6 6v.01'],
} as const;

export type IconName = keyof typeof ICONS;
