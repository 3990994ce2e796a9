import type { SiteDefinition } from '../model/site.ts';
import { isElement, matches } from '../sites/composed-tree.ts';
import type { Composer } from '../sites/composer.ts';
import { findComposerAt, findComposerOfForm } from '../sites/find-composer.ts';
import { findSubmitAt, findSubmitKeyAt } from '../sites/find-submit.ts';
import { isAsideSubmitter } from '../sites/is-aside-submitter.ts';
import { isSaveChord, isSubmitChord } from '../sites/submit-chord.ts';
import { isOwnHost, keepKeysInside } from './closed-root.ts';

/** A submit of a known composer, caught before the page hears of it. */
export interface Attempt {
  event: Event;
  composer: Composer;
  /** The control that was pressed. Missing where a key or a script did it. */
  control?: HTMLElement | undefined;
}

/** Stops an event for good: neither the page's handlers nor the browser's own action. */
export const stopEvent = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/** What has the focus while a text is written; a control inside of an editable region has no such attribute. */
const isWritingPlace = (target: EventTarget | undefined): boolean =>
  isElement(target) &&
  (target.localName === 'textarea' ||
    ((target as HTMLElement).isContentEditable && target.hasAttribute('contenteditable')));

type NavigateEvent = Event & { formData?: FormData | null; sourceElement?: Element | null };

/** The button that submits a form. Events that a page makes itself need not have one. */
const submitterOf = (element: unknown): HTMLElement | undefined =>
  element instanceof HTMLButtonElement || element instanceof HTMLInputElement ? element : undefined;

/**
 * `form.submit()` fires no event but a navigation. The browser says which form it was; where it does not, every
 * form that publishes is meant.
 */
const findComposerOfNavigation = (
  event: NavigateEvent,
  site: SiteDefinition | undefined,
): Composer | undefined => {
  if (!event.formData) return undefined;
  const source = event.sourceElement?.closest('form');
  for (const form of source ? [source] : document.forms) {
    const composer = findComposerOfForm(form, site);
    if (composer) return composer;
  }
  return undefined;
};

/**
 * Listens for every way to submit, first on the page: capture on the window at document start. `onAttempt` says
 * whether the event may pass; it must decide in the same task. Returns what listens to keys, for the windows of editors
 * in frames.
 */
export const interceptSubmits = (
  findSite: () => SiteDefinition | undefined,
  onAttempt: (attempt: Attempt) => 'pass' | 'stop',
  signal: AbortSignal,
): ((event: KeyboardEvent) => void) => {
  const judge = (event: Event, composer: Composer | undefined, control?: HTMLElement): void => {
    if (composer && onAttempt({ event, composer, control }) === 'stop') stopEvent(event);
  };

  const judgeForm = (event: Event, composer: Composer | undefined, submitter?: HTMLElement): void => {
    const isAside =
      submitter && (isAsideSubmitter(submitter) || matches(submitter, composer?.definition.notSubmit ?? []));
    if (!isAside) judge(event, composer, submitter);
  };

  const onClick = (event: Event): void => {
    const path = event.composedPath();
    if (isOwnHost(path[0])) return;
    const submit = findSubmitAt(path, findSite());
    judge(event, submit?.composer, submit?.control);
  };

  const onKeydown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key !== 'Enter' && key !== ' ' && !isSaveChord(event)) return;
    const path = event.composedPath();
    // A space in a text only writes one, and is pressed too often to look around for each.
    if (key === ' ' && isWritingPlace(path[0])) return;
    const submit = findSubmitKeyAt(event, path, findSite());
    const composer = submit?.composer ?? findComposerAt(path, findSite());
    if (submit || (composer && isSubmitChord(event, composer))) judge(event, composer, submit?.control);
  };

  const onSubmit = (event: Event): void => {
    const form = event.composedPath()[0];
    const submitter = submitterOf((event as SubmitEvent).submitter);
    if (form instanceof HTMLFormElement) judgeForm(event, findComposerOfForm(form, findSite()), submitter);
  };

  const onNavigate = (event: NavigateEvent): void => {
    judgeForm(event, findComposerOfNavigation(event, findSite()), submitterOf(event.sourceElement));
  };

  const options = { capture: true, signal };
  window.addEventListener('click', onClick, options);
  keepKeysInside(onKeydown, signal);
  window.addEventListener('submit', onSubmit, options);
  (window as { navigation?: EventTarget }).navigation?.addEventListener('navigate', onNavigate, options);
  return onKeydown;
};
