/** The field for words: always there, so that the focus has a place when the button that was pressed goes away. */
export const FILTER_WORDS = 'log-search';

export const focusFilters = (): void => document.getElementById(FILTER_WORDS)?.focus();
