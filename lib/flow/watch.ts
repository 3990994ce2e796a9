import { draftKey, foldText } from '../model/draft-key.ts';
import type { Role } from '../model/role.ts';
import type { SiteDefinition } from '../model/site.ts';
import type { Composer } from '../sites/composer.ts';
import { findComposerAgain, findComposerAt } from '../sites/find-composer.ts';
import { findSubmitControl } from '../sites/find-submit.ts';
import { readDraft } from '../sites/read-draft.ts';
import { ask } from './background-link.ts';
import { type ChipHost, type ChipState, openChipHost } from './chip-host.ts';
import { isOwnHost } from './closed-root.ts';
import type { GateMemory } from './gate-memory.ts';
import type { PostState } from './post-state.ts';
import { loadReviewUi } from './review-ui.ts';

/** A pause in typing that is worth a look at the draft, in milliseconds. */
const PAUSE = 400;

interface WatchOptions {
  findSite(): SiteDefinition | undefined;
  memory: GateMemory;
  signal: AbortSignal;
  onFocus(composer: Composer): void;
  /** The composer is no longer found as it was. */
  onChanged(composer: Composer): void;
}

export interface Watch {
  /** What the person declared for this composer; `undefined`: nothing. */
  roleOf(composer: Composer): Role | undefined;
  showState(composer: Composer, state: PostState): void;
  openChip(): void;
}

/**
 * Watches the composer that has the focus: shows the chip beside it, gets the review UI ready, and asks for a
 * decision at each pause in typing. A key stroke only notes the time.
 */
export const watchComposers = (options: WatchOptions): Watch => {
  const { memory, signal } = options;
  const roles = new WeakMap<Element, Role>();
  /** The last declaration, with its text: sites that render the composer anew must not lose it. */
  let declared: { text: string; role: Role } | undefined;
  /** `chip`: once its script is there. */
  let current: { composer: Composer; chip?: ChipHost } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typedAt = 0;

  const textOf = (composer: Composer): string =>
    foldText(
      readDraft(composer)
        .parts.map((part) => part.text)
        .join('\n'),
    );

  const roleOf = (composer: Composer): Role | undefined => {
    const role = roles.get(composer.root);
    if (role !== undefined) return role;
    return declared && declared.text !== '' && declared.text === textOf(composer) ? declared.role : undefined;
  };

  const stateOf = (composer: Composer): ChipState => {
    const role = roleOf(composer);
    const key = draftKey(readDraft(composer));
    if (memory.findApproval(key)) return 'approved';
    // Text, and no button that publishes it, on a site that changed: a press on what is not known cannot be held.
    const hasChanged = composer.found === 'generic' && composer.site.id !== 'generic';
    if (hasChanged && findSubmitControl(composer) === undefined) return 'not-protected';
    return memory.judge(key, role).is === 'hold' ? 'needs-review' : 'mine';
  };

  const refresh = (): void => {
    if (!current) return;
    if (!current.composer.root.isConnected) {
      const again = findComposerAgain(current.composer);
      current.chip?.close();
      current = undefined;
      if (again) attach(again);
      return;
    }
    const { composer, chip } = current;
    chip?.update(
      stateOf(composer),
      memory.findApproval(draftKey(readDraft(composer)))?.role ?? roleOf(composer) ?? 'none',
    );
  };

  const decide = (): void => {
    if (!current) return;
    refresh();
    if (!current) return;
    // Found anew: the page may have changed what stands around the text.
    const composer = findComposerAgain(current.composer) ?? current.composer;
    if (composer.found !== current.composer.found) {
      current.composer = composer;
      options.onChanged(composer);
      refresh();
    }
    const role = roleOf(composer);
    if (declared && roles.has(composer.root)) declared.text = textOf(composer);
    const isAsked =
      memory.profile?.when === 'always' || memory.profile?.asksAboutAll || (role ?? 'none') !== 'none';
    if (!isAsked) return;
    const draft = readDraft(composer);
    ask('decide-draft', { draft, ...(role && { role }) }).then(
      (decision) => {
        memory.remember(draftKey(draft), role, decision);
        refresh();
      },
      () => undefined,
    );
  };

  const choose = (composer: Composer, role: Role): void => {
    roles.set(composer.root, role);
    declared = { text: textOf(composer), role };
    decide();
  };

  const showChip = async (): Promise<void> => {
    const mine = current;
    const { chip } = await loadReviewUi();
    if (!mine || mine !== current || mine.chip) return;
    const { composer } = mine;
    if (composer.root.isConnected) mine.chip = openChipHost(composer, chip, (role) => choose(composer, role));
    refresh();
  };

  const attach = (composer: Composer): void => {
    if (current?.composer.root === composer.root) {
      current.composer = composer;
    } else {
      current?.chip?.close();
      current = { composer };
    }
    // The background is silent: the next focus tries again, and the gate holds without a chip.
    if (!current.chip) showChip().catch(() => undefined);
  };

  const onFocus = (event: Event): void => {
    const path = event.composedPath();
    if (isOwnHost(path[0])) return;
    const composer = findComposerAt(path, options.findSite());
    if (!composer) return;
    options.onFocus(composer);
    if (signal.aborted) return;
    attach(composer);
  };

  /** One timer a pause, not one a key: timers are the dearest of what a key costs. */
  const waitForPause = (): void => {
    const left = typedAt + PAUSE - performance.now();
    timer = left > 0 ? setTimeout(waitForPause, left) : undefined;
    if (left <= 0) decide();
  };

  const onInput = (event: Event): void => {
    // Focus that was there before the gate, or in a window that had none, fires no event.
    if (!current) onFocus(event);
    typedAt = performance.now();
    timer ??= setTimeout(waitForPause, PAUSE);
  };

  window.addEventListener('focusin', onFocus, { capture: true, signal });
  window.addEventListener('input', onInput, { capture: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    current?.chip?.close();
    current = undefined;
  });

  return {
    roleOf,
    showState(composer, state) {
      if (state.is === 'settled' && state.outcome === 'published') {
        roles.delete(composer.root);
        declared = undefined;
      }
      refresh();
      if (current && state.is === 'awaiting-press')
        current.chip?.update('press-again', roleOf(composer) ?? 'none');
    },
    openChip: () => current?.chip?.open(),
  };
};
