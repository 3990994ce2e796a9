import { render } from 'preact';
import { REVIEW_SUMMARY_ID, REVIEW_TITLE_ID } from '#components/review/frame-ids.ts';
import { ReviewDialog } from '#components/review/ReviewDialog.tsx';
import { reviewCss } from '#components/review/review-css.ts';
import { createShell, shellCss } from '#components/review/shell.ts';
import { LocaleContext } from '#components/ui/locale-context.ts';
import type { Locale } from '#lib/i18n/locale.ts';
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

export const showDialog = (state: string, locale: Locale): void => {
  const props = REVIEW_STATES[state]?.();
  if (props === undefined) throw new Error(`No such state: ${state}`);
  const dialog = openDialog(reviewCss);
  dialog.showModal();
  render(
    <LocaleContext.Provider value={locale}>
      <ReviewDialog {...props} />
    </LocaleContext.Provider>,
    dialog,
  );
};

export const showShell = (locale: Locale): void => {
  const dialog = openDialog(shellCss);
  dialog.append(createShell({ locale, siteName: 'X', onKeepEditing: () => undefined }));
  dialog.showModal();
};
