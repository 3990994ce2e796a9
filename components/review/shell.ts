import type { Locale } from '#lib/i18n/locale.ts';
import tokens from '../../assets/tokens.css?inline';
import button from '../ui/button.css?inline';
import { createMark } from '../ui/svg-element.ts';
import { textForCode } from '../ui/text-for-code.ts';
import frame from './frame.css?inline';
import { REVIEW_SUMMARY_ID, REVIEW_TITLE_ID } from './frame-ids.ts';

export const shellCss = [tokens, button, frame].join('\n');

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

const bones = (...kinds: string[]): HTMLElement[] => kinds.map((kind) => element('span', `bone ${kind}`));

export interface Shell {
  element: HTMLElement;
  /** Says why nothing was sent, where the review itself could not be loaded. */
  showProblem(code: string): void;
}

interface ShellOptions {
  locale: Locale;
  siteName: string;
  onKeepEditing(): void;
}

/**
 * The dialog's first picture, shown at once by the content script while the background decides. Same markup and
 * rules as the `deciding` stage of `ReviewDialog`, so that putting the real dialog in its place moves nothing.
 */
export const createShell = ({
  locale: { text, language, dir },
  siteName,
  onKeepEditing,
}: ShellOptions): Shell => {
  const title = element('h2', '', text('reviewTitle', siteName));
  title.id = REVIEW_TITLE_ID;
  title.tabIndex = -1;
  title.autofocus = true;
  const summary = element('p', '', text('reviewReading'));
  summary.id = REVIEW_SUMMARY_ID;
  summary.setAttribute('role', 'status');
  const keepEditing = element('button', 'button', text('actionKeepEditing'));
  keepEditing.type = 'button';
  keepEditing.addEventListener('click', (event) => {
    if (event.isTrusted) onKeepEditing();
  });
  const body = element(
    'div',
    'review-body',
    element('section', 'review-desk', ...bones('card')),
    element('section', 'review-choices', ...bones('short', '', '', 'short', 'tall', 'tall', 'tall', 'tall')),
  );
  body.setAttribute('aria-busy', 'true');
  const shell = element(
    'div',
    'candor review',
    element('header', 'review-head', createMark(), element('div', '', title, summary)),
    body,
    element('footer', 'review-foot', keepEditing),
  );
  shell.lang = language;
  shell.dir = dir;
  return {
    element: shell,
    showProblem(code) {
      body.className = 'review-body single';
      body.replaceChildren(element('section', 'review-desk', text('nothingSentTextKept')));
      body.removeAttribute('aria-busy');
      summary.setAttribute('role', 'alert');
      summary.textContent = textForCode(text, 'problem_', code, [siteName], text('nothingSentTextKept'));
    },
  };
};
