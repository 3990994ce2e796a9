import { render } from 'preact';
import { REVIEW_SUMMARY_ID, REVIEW_TITLE_ID } from '#components/review/frame-ids.ts';
import { ReviewDialog } from '#components/review/ReviewDialog.tsx';
import { reviewCss } from '#components/review/review-css.ts';
import { createShell, shellCss } from '#components/review/shell.ts';
import { LocaleContext } from '#components/ui/locale-context.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { CHANGES_STATES } from './fake-changes.ts';
import { drawSite, openRoot } from './fake-site.ts';
import { REVIEW_STATES } from './review-states.ts';

const openDialog = (css: string): HTMLDialogElement => {
  drawSite();
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', REVIEW_TITLE_ID);
  dialog.setAttribute('aria-describedby', REVIEW_SUMMARY_ID);
  openRoot(css).append(dialog);
  return dialog;
};

/** What the dialog called, for the tests: `[name, ...values]`. */
const calls: unknown[][] = [];
(globalThis as { calls?: unknown[][] }).calls = calls;

const record =
  (name: string) =>
  (...values: unknown[]): void =>
    void calls.push([name, ...values]);

export const showDialog = (state: string, locale: Locale): void => {
  const props = REVIEW_STATES[state]?.();
  if (props === undefined) throw new Error(`No such state: ${state}`);
  const dialog = openDialog(reviewCss);
  dialog.showModal();
  render(
    <LocaleContext.Provider value={locale}>
      <ReviewDialog
        {...props}
        onApprove={record('approve')}
        onOverride={record('override')}
        onKeepEditing={record('keep-editing')}
        onNewIdentity={record('new-identity')}
      />
    </LocaleContext.Provider>,
    dialog,
  );
  if (state in CHANGES_STATES)
    for (const changes of dialog.querySelectorAll<HTMLDetailsElement>('.origin-changes')) changes.open = true;
};

/** `shell/deciding`, or `shell/problem`: the review itself could not be loaded. */
export const showShell = (state: string, locale: Locale): void => {
  const dialog = openDialog(shellCss);
  const shell = createShell({ locale, siteName: 'X', onKeepEditing: record('keep-editing') });
  dialog.append(shell.element);
  if (state === 'problem') shell.showProblem('background-silent');
  dialog.showModal();
};
