import type { Draft } from '../model/draft.ts';
import { draftKey, foldDraft } from '../model/draft-key.ts';
import type { GateProfile } from '../model/flow.ts';
import type { Role } from '../model/role.ts';
import type { SiteDefinition } from '../model/site.ts';
import type { Composer } from '../sites/composer.ts';
import { findComposerAgain, findComposerAt, isUnchanged } from '../sites/find-composer.ts';
import { pathOf } from '../sites/find-generic.ts';
import { findSubmitControl } from '../sites/find-submit.ts';
import { readDraft } from '../sites/read-draft.ts';
import { ask } from './background-link.ts';
import { type ChipHost, type ChipState, openChipHost } from './chip-host.ts';
import { isOwnHost } from './closed-root.ts';
import type { GateMemory } from './gate-memory.ts';
import type { DeclaredRoles } from './leftovers.ts';
import type { PostState } from './post-state.ts';
import { findReviewUi, loadReviewUi } from './review-ui.ts';

/** So long without a key, and at most twice as long, is a pause in typing that is worth a look. Milliseconds. */
const PAUSE = 300;
/** An editor has taken in what was pasted. Milliseconds. */
const SETTLES_AFTER = 50;

interface WatchOptions {
  findSite(): SiteDefinition | undefined;
  memory: GateMemory;
  roles: DeclaredRoles;
  signal: AbortSignal;
  onFocus(composer: Composer): void;
  /** The composer is no longer found as it was. */
  onChanged(composer: Composer): void;
}

export interface Watch {
  /** What the person declared for this composer; `undefined`: nothing. */
  roleOf(composer: Composer, draft: Draft): Role | undefined;
  showState(composer: Composer, state: PostState): void;
  openChip(): void;
}

/** Is there anything to ask about a draft before it is posted? */
const isAsked = (profile: GateProfile | undefined, role: Role | undefined): boolean =>
  (role ?? 'none') !== 'none' ||
  (profile !== undefined &&
    (profile.when === 'always' ||
      profile.asksAboutAll ||
      (profile.when === 'evidence' && profile.remembers)));

interface Watched {
  composer: Composer;
  /** Once its script is there. */
  chip?: ChipHost;
}

/**
 * Watches the composer that has the focus: shows the chip beside it, gets the review UI ready, and asks for a
 * decision at each pause in typing.
 */
export const watchComposers = (options: WatchOptions): Watch => {
  const { memory, roles, signal } = options;
  /** The last declaration, with its text: sites that render the composer anew must not lose it. */
  let declared: { text: string; role: Role } | undefined;
  let current: Watched | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the person is typing; `isOngoing`: since the last look. */
  let typing: { target: Element; isOngoing: boolean } | undefined;

  const roleFor = (composer: Composer, draft: Draft): Role | undefined => {
    const role = roles.get(composer.root);
    if (role !== undefined || !declared) return role;
    return declared.text !== '' && declared.text === foldDraft(draft) ? declared.role : undefined;
  };

  const stateOf = (composer: Composer, draft: Draft, role: Role | undefined): ChipState => {
    // Text, and no button that publishes it, on a site that changed: a press on what is not known cannot be held.
    const hasChanged = composer.found === 'generic' && composer.site.id !== 'generic';
    if (hasChanged && findSubmitControl(composer) === undefined) return 'not-protected';
    const key = draftKey(draft);
    const effect = memory.findForeseen(key, role)?.held.decision.effect;
    // Before the first look nobody is accused.
    if (effect === undefined && (role ?? 'none') === 'none' && memory.profile?.when === 'evidence')
      return 'mine';
    return memory.judge(key, role, foldDraft(draft)).is === 'hold' ? 'needs-review' : 'mine';
  };

  const show = ({ composer, chip }: Watched, draft: Draft): void => {
    if (!chip) return;
    const key = draftKey(draft);
    const approval = memory.findApproval(key);
    const role = roleFor(composer, draft);
    if (approval) chip.update('approved', approval.role);
    else
      chip.update(
        stateOf(composer, draft, role),
        role ?? memory.findForeseen(key, role)?.held.decision.proposedRole ?? 'none',
      );
  };

  /** The composer as it stands now: sites render them anew at will. */
  const findCurrent = (): Watched | undefined => {
    if (!current || current.composer.root.isConnected) return current;
    const again = findComposerAgain(current.composer);
    current.chip?.close();
    current = undefined;
    if (again) attach(again);
    return current;
  };

  const refresh = (): void => {
    const watched = findCurrent();
    if (watched) show(watched, readDraft(watched.composer));
  };

  const foresee = async (draft: Draft, role: Role | undefined): Promise<void> => {
    const held = await ask('decide-draft', { draft, ...(role && { role }) });
    const text = foldDraft(draft);
    const language = await findReviewUi()?.chooseLabelLanguage(text, document.documentElement.lang);
    memory.remember(draftKey(draft), role, { held, ...(language && { language }) }, text);
    refresh();
  };

  const decide = (): void => {
    const watched = findCurrent();
    if (!watched) return;
    // Found anew: the page may have changed what stands around the text.
    const before = watched.composer;
    const composer = isUnchanged(before) ? before : (findComposerAgain(before) ?? before);
    if (composer.found !== before.found) options.onChanged(composer);
    watched.composer = composer;
    const draft = readDraft(composer);
    const role = roleFor(composer, draft);
    if (declared && roles.has(composer.root)) declared.text = foldDraft(draft);
    show(watched, draft);
    const isForeseen = memory.findForeseen(draftKey(draft), role) !== undefined;
    if (!isForeseen && isAsked(memory.profile, role)) foresee(draft, role).catch(() => undefined);
  };

  const choose = (composer: Composer, role: Role): void => {
    roles.set(composer.root, role);
    declared = { text: foldDraft(readDraft(composer)), role };
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

  const take = (composer: Composer | undefined): void => {
    if (!composer) return;
    options.onFocus(composer);
    if (!signal.aborted) attach(composer);
  };

  const onFocus = (event: Event): void => {
    const path = event.composedPath();
    if (!isOwnHost(path[0])) take(findComposerAt(path, options.findSite()));
  };

  const onPause = (): void => {
    // Focus that was there before the gate, or in a window that had none, fires no event.
    const typedIn = findCurrent() ? undefined : typing?.target;
    typing = undefined;
    if (typedIn) take(findComposerAt(pathOf(typedIn), options.findSite()));
    decide();
  };

  /** Hears of one key in each stretch of time: what a key costs is paid by every key. */
  const listen = (): void => window.addEventListener('input', onInput, { capture: true, once: true, signal });

  const onTick = (): void => {
    if (!typing) return;
    const { isOngoing } = typing;
    typing.isOngoing = false;
    listen();
    if (isOngoing) timer = setTimeout(onTick, PAUSE);
    else onPause();
  };

  const onInput = (event: Event): void => {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || isOwnHost(target)) {
      listen();
      return;
    }
    if (typing) {
      typing.isOngoing = true;
      return;
    }
    typing = { target, isOngoing: true };
    timer = setTimeout(onTick, PAUSE);
  };

  /** What comes in one piece is looked at as soon as the editor has taken it in. */
  const onInserted = (): void => {
    setTimeout(decide, SETTLES_AFTER);
  };
  /** The hand goes to a button: what was typed last is looked at before it is pressed. */
  const onPointer = (event: Event): void => {
    if (memory.profile?.remembers && !isOwnHost(event.composedPath()[0])) decide();
  };

  const listening = { capture: true, signal };
  window.addEventListener('focusin', onFocus, listening);
  window.addEventListener('paste', onInserted, listening);
  window.addEventListener('drop', onInserted, listening);
  window.addEventListener('pointerdown', onPointer, listening);
  listen();
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    current?.chip?.close();
    current = undefined;
  });

  return {
    roleOf: roleFor,
    showState(composer, state) {
      if (state.is === 'settled' && state.outcome === 'published') {
        roles.delete(composer.root);
        declared = undefined;
      }
      refresh();
      if (current && state.is === 'awaiting-press')
        current.chip?.update('press-again', roleFor(composer, readDraft(composer)) ?? 'none');
    },
    openChip: () => current?.chip?.open(),
  };
};
