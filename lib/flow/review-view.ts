import type { Draft } from '../model/draft.ts';
import type { HeldPost } from '../model/flow.ts';
import type { LabelLanguage } from '../model/language.ts';
import type { ReviewData, ReviewStage } from '../model/review.ts';
import type { Role } from '../model/role.ts';
import type { Composer } from '../sites/composer.ts';
import { isOrphaned } from './background-link.ts';
import { openDialogHost } from './dialog-host.ts';
import { findReviewUi, loadReviewUi, type ReviewCallbacks } from './review-ui.ts';

export interface ReviewOptions extends ReviewCallbacks {
  composer: Composer;
  draft: Draft;
  role: Role | undefined;
  /** UUID of the post. */
  post: string;
  /** Where it was foreseen: the review is there at once. */
  held: HeldPost | undefined;
  language: LabelLanguage | undefined;
}

/** The dialog of one post, from its empty shell on. */
export interface ReviewView {
  /** The background has answered: the review can begin. */
  fill(held: HeldPost): void;
  show(stage: ReviewStage): void;
  close(): void;
}

export type OpenReview = (options: ReviewOptions) => ReviewView;

export interface Shell {
  element: HTMLElement;
  /** Says why nothing was sent. */
  showProblem(code: string): void;
}

/** What the opener is given by its entrypoint. */
export interface ReviewParts {
  /** Style of the dialog, shell and review alike. */
  css: string;
  /** What stands in the dialog until the review UI is there, and in its place where it cannot come. */
  createShell(siteName: string, onKeepEditing: () => void): Shell;
  /** Takes the review to a window of its own, where the page cannot reach it. */
  openElsewhere(post: string, data: ReviewData, callbacks: ReviewCallbacks): void;
}

const ORPHAN_CHECK_EVERY = 500;

const readData = ({ composer, draft, role, post, held, language = 'en' }: ReviewOptions): ReviewData => ({
  stage: { is: held ? 'reviewing' : 'deciding' },
  ...(held && { held }),
  post,
  siteName: composer.site.id === 'generic' ? location.host : composer.site.name,
  draft,
  counter: { ...composer.definition.counter, ...(draft.limit !== undefined && { limit: draft.limit }) },
  ...(composer.definition.fold && { fold: composer.definition.fold }),
  ...(role && { role }),
  language,
});

/** Opens in the same task: the review where it was foreseen, else a shell that is filled when the answer is there. */
export const createReviewOpener =
  ({ css, createShell, openElsewhere }: ReviewParts): OpenReview =>
  (options) => {
    const callbacks: ReviewCallbacks = { onApprove: options.onApprove, onKeepEditing: options.onKeepEditing };
    let data = readData(options);
    let ui = findReviewUi();
    let knowsLanguage = options.language !== undefined;
    let place: 'page' | 'window' | 'closed' = 'page';

    const host = openDialogHost({
      css,
      onDismiss: callbacks.onKeepEditing,
      onRefused: () => undefined,
      onLost() {
        clearInterval(orphanCheck);
        place = 'window';
        draw();
      },
    });
    let shell: Shell | undefined;

    const showShell = (): void => {
      shell ??= createShell(data.siteName, callbacks.onKeepEditing);
      host.dialog.append(shell.element);
      if (data.stage.is === 'stopped') shell.showProblem(data.stage.code);
    };

    const draw = (): void => {
      const isReady = (data.held !== undefined && knowsLanguage) || data.stage.is === 'stopped';
      if (place === 'window') {
        if (isReady && data.stage.is !== 'releasing') openElsewhere(options.post, data, callbacks);
      } else if (place === 'page' && isReady && ui) {
        shell?.element.remove();
        ui.show(host.dialog, data, callbacks);
      } else if (place === 'page') {
        showShell();
      }
    };

    const change = (part: Partial<ReviewData>): void => {
      data = { ...data, ...part };
      draw();
    };

    const orphanCheck = setInterval(() => {
      if (isOrphaned() && data.stage.is !== 'stopped')
        change({ stage: { is: 'stopped', code: 'extension-updated' } });
    }, ORPHAN_CHECK_EVERY);

    draw();
    const text = options.draft.parts.map((part) => part.text).join('\n');
    loadReviewUi().then(
      async (loaded) => {
        if (knowsLanguage) return;
        ui = loaded;
        draw();
        const language = await loaded.chooseLabelLanguage(text, document.documentElement.lang);
        knowsLanguage = true;
        change({ language });
      },
      // The background is silent: the flow hears of it too and decides what to do.
      () => undefined,
    );

    return {
      fill: (held) => change({ held, stage: { is: 'reviewing' } }),
      show: (stage) => change({ stage }),
      close() {
        if (place === 'page') {
          ui?.remove(host.dialog);
          host.close();
        }
        place = 'closed';
        clearInterval(orphanCheck);
      },
    };
  };
