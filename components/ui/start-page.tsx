import { type ComponentChildren, render } from 'preact';
import type { Locale } from '#lib/i18n/locale.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LocaleContext } from './locale-context.ts';

/** Shown when a page cannot even start: plain elements, nothing that could fail again. */
const showStartFailure = (root: HTMLElement, text: Locale['text'], error: unknown): void => {
  const title = document.createElement('h1');
  title.textContent = text('startFailed');
  const advice = document.createElement('p');
  advice.textContent = text('pageFaultAdvice');
  const detail = document.createElement('pre');
  detail.className = 'fault-detail';
  detail.textContent = error instanceof Error ? error.message : String(error);
  const panel = document.createElement('main');
  panel.className = 'fault';
  panel.setAttribute('role', 'alert');
  panel.append(title, advice, detail);
  root.replaceChildren(panel);
};

/** Starts one of Candor's own pages: language, title, error boundary. `build` makes models and the page once. */
export const startPage = (locale: Locale, title: string, build: () => ComponentChildren): void => {
  const root = document.createElement('div');
  const { documentElement: html } = document;
  html.classList.add('candor');
  html.lang = locale.language;
  html.dir = locale.dir;
  document.title = title;
  document.body.append(root);
  try {
    render(
      <LocaleContext.Provider value={locale}>
        <ErrorBoundary>{build()}</ErrorBoundary>
      </LocaleContext.Provider>,
      root,
    );
  } catch (error) {
    showStartFailure(root, locale.text, error);
  }
};
