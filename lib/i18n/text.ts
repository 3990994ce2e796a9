import type messages from '../../assets/public/_locales/en/messages.json';

/** A key of `_locales/en/messages.json`. A missing sentence is a type error. */
export type MessageKey = keyof typeof messages;

/** Gives the sentence for a key, values filled in. Pages pass one that asks the browser; tests pass their own. */
export type Text = (key: MessageKey, ...values: (string | number)[]) => string;
