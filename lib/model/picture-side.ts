/** Rows and columns of a picture made small. On its own, for scripts in pages that have no validator. */
export const PICTURE_SIDE = 32;
