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
import { followFocusIntoFrames } from './editor-windows.ts';
import type { GateMemory } from './gate-memory.ts';
import type { DeclaredRoles } from './leftovers.ts';
import type { PostState } from './post-state.ts';
import { findReviewUi, loadReviewUi } from './review-ui.ts';
import { SETTLES_AFTER, watchPauses } from './watch-pauses.ts';
import { withPictures } from './with-pictures.ts';

/** The site shows a picture that was put in. Milliseconds. */
const SHOWS_AFTER = 600;

interface WatchOptions {
  findSite(): SiteDefinition | undefined;
  memory: GateMemory;
  roles: DeclaredRoles;
  signal: AbortSignal;
  /** A composer has the focus. `false`: it is not to be watched. */
  onFocus(composer: Composer): boolean;
  /** A key goes down in an editor that stands in a frame. */
  onFrameKey(event: KeyboardEvent): void;
  /** The composer is no longer found as it was. */
  onChanged(composer: Composer): void;
}

export interface Watch {
  /** What the person declared for this composer; `undefined`: nothing. */
  roleOf(composer: Composer, draft: Draft): Role | undefined;
  showState(composer: Composer, state: PostState): void;
  openChip(): void;
  /** A composer has had the focus, and is still there. */
  isWatching(): boolean;
  /** What decisions depend on has changed: look at the draft again. */
  lookAgain(): void;
  /** The page has loaded, and may have put the focus somewhere. */
  onLoaded(): void;
}

/** Is there anything to ask about a draft before it is posted? */
const isAsked = (profile: GateProfile | undefined, role: Role | undefined): boolean =>
  (role ?? 'none') !== 'none' ||
  (profile !== undefined &&
    (profile.when === 'always' ||
      profile.asksAboutAll ||
      (profile.when === 'evidence' && profile.remembers)));

interface Reading {
  draft: Draft;
  key: string;
  role: Role | undefined;
}

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
  let hasLoaded = false;

  const roleFor = (composer: Composer, draft: Draft): Role | undefined => {
    const role = roles.get(composer.root);
    if (role !== undefined || !declared) return role;
    return declared.text !== '' && declared.text === foldDraft(draft) ? declared.role : undefined;
  };

  const stateOf = (composer: Composer, { draft, key, role }: Reading): ChipState => {
    // Text, and no button that publishes it, on a site that changed: a press on what is not known cannot be held.
    const hasChanged = composer.found === 'generic' && composer.site.id !== 'generic';
    if (hasChanged && findSubmitControl(composer) === undefined) return 'not-protected';
    // Before the first look nobody is accused.
    const isNew = memory.findForeseen(key, role) === undefined && (role ?? 'none') === 'none';
    if (isNew && memory.profile?.when === 'evidence') return 'mine';
    return memory.judge(key, role, draft).is === 'hold' ? 'needs-review' : 'mine';
  };

  const read = (composer: Composer): Reading => {
    const draft = readDraft(composer);
    return { draft, key: draftKey(draft), role: roleFor(composer, draft) };
  };

  const show = ({ composer, chip }: Watched, reading: Reading): void => {
    if (!chip) return;
    const { key, role } = reading;
    const approval = memory.findApproval(key);
    if (approval) {
      chip.update('approved', approval.role);
      return;
    }
    const proposed = memory.findForeseen(key, role)?.held.decision.proposedRole;
    chip.update(stateOf(composer, reading), role ?? proposed ?? 'none');
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
    if (watched) show(watched, read(watched.composer));
  };

  const foresee = async (composer: Composer, { draft, key, role }: Reading): Promise<void> => {
    const stamp = memory.profile?.stamp;
    const seen = await withPictures(composer, draft);
    const held = await ask('decide-draft', { draft: seen, ...(role && { role }) });
    // Asked under settings that no longer hold: whoever changed them has asked for another look.
    if (memory.profile?.stamp !== stamp) return;
    memory.remember(key, role, { held }, draft);
    refresh();
    if (held.decision.effect === 'allow') return;
    const language = await findReviewUi()?.chooseLabelLanguage(
      foldDraft(draft),
      document.documentElement.lang,
    );
    const known = memory.findForeseen(key, role);
    if (known && language) memory.remember(key, role, { ...known, language }, draft);
  };

  const decide = (): void => {
    const watched = findCurrent();
    if (!watched) return;
    // Found anew: the page may have changed what stands around the text.
    const before = watched.composer;
    const composer = isUnchanged(before) ? before : (findComposerAgain(before) ?? before);
    if (composer.found !== before.found) options.onChanged(composer);
    watched.composer = composer;
    const reading = read(composer);
    const { draft, key, role } = reading;
    if (declared && roles.has(composer.root)) declared.text = foldDraft(draft);
    show(watched, reading);
    const isForeseen = memory.findForeseen(key, role) !== undefined;
    if (!isForeseen && isAsked(memory.profile, role)) foresee(composer, reading).catch(() => undefined);
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
    if (options.onFocus(composer)) attach(composer);
  };

  const onFocus = (event: Event): void => {
    const path = event.composedPath();
    // The page's own focus, while it loads, is no reason to work beside it.
    if (!isOwnHost(path[0]) && (hasLoaded || navigator.userActivation.hasBeenActive))
      take(findComposerAt(path, options.findSite()));
  };

  const takeFocused = ({ activeElement }: Document): void => {
    if (activeElement) take(findComposerAt(pathOf(activeElement), options.findSite()));
  };

  const onPause = (typedIn: Element): void => {
    // Focus that was there before the gate, or in a window that had none, fires no event.
    if (!findCurrent()) take(findComposerAt(pathOf(typedIn), options.findSite()));
    decide();
  };

  /** What comes in one piece is looked at as soon as the editor has taken it in. */
  const onInserted = (): void => {
    for (const after of [SETTLES_AFTER, SHOWS_AFTER]) setTimeout(decide, after);
  };
  /** The hand goes to a button: what was typed last is looked at before it is pressed. */
  const onPointer = (event: Event): void => {
    if (memory.profile?.remembers && !isOwnHost(event.composedPath()[0])) decide();
  };

  const listening = { capture: true, signal };
  const listenIn = (target: Window): void => {
    target.addEventListener('focusin', onFocus, listening);
    target.addEventListener('paste', onInserted, listening);
    target.addEventListener('drop', onInserted, listening);
    // A file was chosen.
    target.addEventListener('change', onInserted, listening);
    target.addEventListener('pointerdown', onPointer, listening);
  };
  listenIn(window);
  const onInput = watchPauses(onPause, signal);
  followFocusIntoFrames(
    options.findSite,
    (frame) => {
      listenIn(frame);
      frame.addEventListener('input', onInput, listening);
      frame.addEventListener('keydown', options.onFrameKey, listening);
      takeFocused(frame.document);
    },
    signal,
  );
  signal.addEventListener('abort', () => {
    current?.chip?.retire();
    current = undefined;
  });

  return {
    roleOf: roleFor,
    showState(composer, state) {
      if (state.is === 'settled' && (state.outcome === 'published' || state.outcome === 'scheduled')) {
        roles.delete(composer.root);
        declared = undefined;
      }
      refresh();
      if (current && state.is === 'awaiting-press')
        current.chip?.update('press-again', roleFor(composer, readDraft(composer)) ?? 'none');
    },
    openChip: () => current?.chip?.open(),
    isWatching: () => findCurrent() !== undefined,
    lookAgain: decide,
    onLoaded() {
      hasLoaded = true;
      takeFocused(document);
    },
  };
};
