import '#components/ui/page-styles.ts';
import { render } from 'preact';
import { ReviewDialog } from '#components/review/ReviewDialog.tsx';
import { reviewCss } from '#components/review/review-css.ts';
import { LocaleContext } from '#components/ui/locale-context.ts';
import { reviewProps } from '#lib/flow/review-props.ts';
import { browserLocale } from '#lib/i18n/browser-text.ts';
import { send } from '#lib/messaging/send.ts';
import type { ApprovedChoice } from '#lib/model/review.ts';

/**
 * The review of one post in a window of Candor's own, for a page that does not leave the dialog alone.
 * The post's UUID is the fragment of the address.
 */
const post = location.hash.slice(1);
const locale = browserLocale();
document.documentElement.lang = locale.language;
document.documentElement.dir = locale.dir;
document.title = locale.text('extensionName');

const sheet = new CSSStyleSheet();
sheet.replaceSync(reviewCss);
document.adoptedStyleSheets.push(sheet);

const dialog = document.createElement('dialog');
// Nothing here can cover the buttons: they count from the start.
dialog.setAttribute('data-armed', '');
document.body.append(dialog);

let isAnswered = false;

const answer = async (choice?: ApprovedChoice): Promise<void> => {
  if (isAnswered) return;
  isAnswered = true;
  await send('answer-review', { post, ...(choice && { choice }) }).catch(() => undefined);
  window.close();
};

// A window that is closed has answered: the person keeps editing, and the post is not held for ever.
window.addEventListener('pagehide', () => void answer());
dialog.addEventListener('cancel', (event) => {
  event.preventDefault();
  void answer();
});

void send('read-review', { post }).then(
  (review) => {
    const callbacks = {
      onApprove: (choice: ApprovedChoice) => void answer(choice),
      onKeepEditing: () => void answer(),
    };
    render(
      <LocaleContext.Provider value={locale}>
        <ReviewDialog
          {...reviewProps(review, callbacks, (generation) => send('read-review-text', { post, generation }))}
        />
      </LocaleContext.Provider>,
      dialog,
    );
    dialog.showModal();
  },
  // Nobody waits for this review (any more): there is nothing to show.
  () => window.close(),
);
