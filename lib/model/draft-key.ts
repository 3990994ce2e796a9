import type { Draft } from './draft.ts';

/** Characters that editors add and drop by themselves (fillers around the caret), not part of what was written. */
const FILLERS = /[\u200B\uFEFF]/gu;

/** Text with white space folded, so that an editor's own line handling does not count as a change. */
export const foldText = (text: string): string => text.replace(FILLERS, '').replace(/\s+/gu, ' ').trim();

/** All that is written in a draft, folded. */
export const foldDraft = (draft: Pick<Draft, 'parts'>): string =>
  foldText(draft.parts.map((part) => part.text).join('\n'));

/**
 * The identity of a draft: two readings with the same key are the same post. A decision or an approval is
 * bound to it, so any change of text, content warning, media or the site's own AI switch beyond white space closes the
 * gate again.
 */
export const draftKey = (
  draft: Pick<Draft, 'site' | 'title' | 'warning' | 'parts' | 'nativeSwitch'>,
): string =>
  JSON.stringify([
    draft.site,
    ...(draft.nativeSwitch?.is === 'on' ? [{ saysAi: true }] : []),
    ...(draft.title === undefined ? [] : [{ title: foldText(draft.title) }]),
    ...(draft.warning ? [{ warning: foldText(draft.warning) }] : []),
    ...draft.parts.map((part) => [foldText(part.text), ...part.media.map((item) => item.key)]),
  ]);

/** The same draft with other texts in its parts. */
export const withTexts = (draft: Draft, texts: readonly string[]): Draft => ({
  ...draft,
  parts: draft.parts.map((part, index) => ({ ...part, text: texts[index] ?? part.text })),
});
