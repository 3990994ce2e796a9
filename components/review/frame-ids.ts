/** Ids inside the dialog's shadow root, for `aria-labelledby` and `aria-describedby` of the `<dialog>`. */
export const REVIEW_TITLE_ID = 'candor-title';
export const REVIEW_SUMMARY_ID = 'candor-summary';
