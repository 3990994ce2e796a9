import { errorCode } from '../errors/candor-error.ts';
import type { Draft } from '../model/draft.ts';
import { draftKey, withTexts } from '../model/draft-key.ts';
import type { HeldPost } from '../model/flow.ts';
import type { ApprovedChoice } from '../model/review.ts';
import type { Role } from '../model/role.ts';
import { readAccessibleName } from '../sites/accessible-name.ts';
import type { Composer } from '../sites/composer.ts';
import { findComposerAgain } from '../sites/find-composer.ts';
import { isSubmitBusy, isWaitingForPerson } from '../sites/find-submit.ts';
import type { ArrivalBefore } from '../sites/read-arrival.ts';
import { readDraft } from '../sites/read-draft.ts';
import type { GateMemory } from './gate-memory.ts';
import type { Pass } from './pass.ts';
import { createPostRecord, type PostRecord } from './post-record.ts';
import { move, type PostState } from './post-state.ts';
import { type PressedControl, releasePost } from './release.ts';
import type { Expected, RequestDesk } from './request-desk.ts';
import { loadReviewUi, requireReviewUi } from './review-ui.ts';
import type { OpenReview, ReviewView } from './review-view.ts';
import { withPictures } from './with-pictures.ts';

/** A dialog that would only flash up is not shown: where no review is expected, the answer gets this long first. */
const SHOW_AFTER = 150;

export interface FlowPorts {
  memory: GateMemory;
  pass: Pass;
  openReview: OpenReview;
  /** Hears what the page sends, and what the site answers. */
  requests: Pick<RequestDesk, 'expect'>;
  /** Aborted when the page goes away or the gate stands down. */
  signal: AbortSignal;
  /** The chip shows it. */
  onState(state: PostState): void;
}

const isSame = (one: HeldPost, other: HeldPost | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The draft as it will be sent. */
const finalOf = (draft: Draft, { parts, warning, nativeSwitch }: ApprovedChoice): Draft => ({
  ...withTexts(draft, parts),
  ...(warning !== undefined && { warning }),
  ...(draft.nativeSwitch && nativeSwitch === 'set' && { nativeSwitch: { ...draft.nativeSwitch, is: 'on' } }),
});

/** One stopped submit, from hold to outcome. Owns the state; everybody else looks. */
export class PostFlow {
  readonly id: string;
  private state: PostState;
  private composer: Composer;
  private readonly draft: Draft;
  private readonly role: Role | undefined;
  private readonly pressed: PressedControl | undefined;
  private readonly ports: FlowPorts;
  private readonly record: PostRecord;
  private view: ReviewView | undefined;
  private answer: HeldPost | undefined;
  /** Ends when the hold is on record, or could not be. */
  private holding: Promise<void> | undefined;
  private readonly left = new AbortController();

  constructor(
    composer: Composer,
    draft: Draft,
    role: Role | undefined,
    ports: FlowPorts,
    {
      id = crypto.randomUUID(),
      control,
    }: { id?: string | undefined; control?: HTMLElement | undefined } = {},
  ) {
    this.id = id;
    this.composer = composer;
    this.draft = draft;
    this.role = role;
    this.ports = ports;
    this.pressed = control && { control, name: readAccessibleName(control) };
    this.record = createPostRecord(id);
    this.state = { is: 'held', draft };
  }

  /** The post is not let go yet: other submits of this page are swallowed meanwhile. */
  get isHolding(): boolean {
    return !['awaiting-press', 'confirming', 'settled'].includes(this.state.is);
  }

  /** Called in the task of the stopped event, so that the dialog is there in the next frame. */
  start(): void {
    const foreseen = this.ports.memory.findForeseen(draftKey(this.draft), this.role);
    const expectsReview = (this.role ?? 'none') !== 'none' || this.ports.memory.profile?.when === 'always';
    if (foreseen) this.review(foreseen.held);
    else if (expectsReview) this.showReview();
    else setTimeout(() => this.showReview(), SHOW_AFTER);
    this.holding = this.hold();
  }

  /** The person pressed Post on a text approved before: it passes by itself, only its outcome is followed. */
  follow(): void {
    this.state = { is: 'awaiting-press', final: this.draft };
    const before = requireReviewUi().readBeforeArrival(this.composer);
    const expected = this.ports.requests.expect(this.draft, this.id);
    void this.confirm(this.draft, { before, expected, recorded: this.record.noteRelease() });
  }

  /** The page goes away: what is on its way stays open in the log unless there was a sign already. */
  leavePage(): void {
    if (this.isHolding) void this.cancel('page-left');
    else this.left.abort();
  }

  /** The state may have moved during an `await`. */
  private isAt(name: PostState['is']): boolean {
    return this.state.is === name;
  }

  private go(to: PostState): void {
    this.state = move(this.state, to);
    this.ports.onState(this.state);
  }

  private showReview(): void {
    if (!this.isHolding || this.view || this.state.is === 'releasing') return;
    this.view = this.ports.openReview({
      composer: this.composer,
      draft: this.draft,
      role: this.role,
      post: this.id,
      onApprove: (choice) => void this.approve(choice),
      onKeepEditing: () => void this.cancel('kept-editing'),
      held: this.answer,
      language: this.ports.memory.findForeseen(draftKey(this.draft), this.role)?.language,
    });
  }

  /** Opens the review, or tells the one that is open. */
  private review(answer: HeldPost): void {
    this.answer = answer;
    if (this.state.is === 'approving') return;
    this.go({ is: 'reviewing', draft: this.draft, decision: answer.decision });
    if (this.view) this.view.fill(answer);
    else this.showReview();
  }

  private closeView(): void {
    this.view?.close();
    this.view = undefined;
  }

  /** Has the hold recorded. What was foreseen may be out of date: this answer counts. */
  private async hold(): Promise<void> {
    const { memory } = this.ports;
    let answer: HeldPost;
    try {
      answer = await this.record.hold(await withPictures(this.composer, this.draft), this.role);
    } catch (error) {
      if (this.isHolding) await this.fail(errorCode(error, 'background-silent'));
      return;
    }
    if (!this.isHolding) return;
    const key = draftKey(this.draft);
    memory.remember(key, this.role, { ...memory.findForeseen(key, this.role), held: answer }, this.draft);
    if (answer.decision.effect !== 'allow') {
      if (!isSame(answer, this.answer)) this.review(answer);
    } else if (this.state.is === 'held') {
      await this.letGo();
    } else {
      // The policy has changed under an open review. The person's next press passes.
      this.closeView();
      this.go({ is: 'settled', outcome: 'cancelled' });
    }
  }

  /** Candor itself failed before anything was decided: what then is the policy's choice. */
  private async fail(code: string): Promise<void> {
    const { memory } = this.ports;
    const mayPass = memory.profile?.failure === 'allow' && code !== 'extension-updated';
    if (mayPass && this.state.is === 'held') return this.letGo();
    // Whoever has seen a review is told first; the next press meets the failure without one.
    memory.forget(draftKey(this.draft), this.role);
    this.stop(code);
  }

  /** A post nobody objects to: it goes as it is, and is not Candor's business any further. */
  private async letGo(): Promise<void> {
    this.closeView();
    this.go({ is: 'releasing', final: this.draft });
    this.ports.requests.expect(this.draft);
    const release = await releasePost(this.composer, draftKey(this.draft), this.ports.pass, this.pressed);
    if (release.is === 'pressed') this.go({ is: 'settled', outcome: 'unconfirmed' });
    else this.go({ is: 'awaiting-press', final: this.draft });
  }

  /** Nothing was sent and the text is in the composer; the dialog says why. */
  private stop(code: string, copyText?: string): void {
    this.go({ is: 'stopped', code });
    this.showReview();
    this.view?.show({ is: 'stopped', code, ...(copyText && { copyText }) });
  }

  private async cancel(reason: string): Promise<void> {
    if (!this.isHolding) return;
    this.closeView();
    this.go({ is: 'settled', outcome: 'cancelled' });
    // Without an answer too: the hold may be recorded late. Where there is none, this is refused.
    await this.record.settle('cancelled', { reason });
  }

  private async approve(choice: ApprovedChoice): Promise<void> {
    if (this.state.is !== 'reviewing' || !this.answer) return;
    const { decision } = this.answer;
    this.go({ is: 'approving', draft: this.draft, decision });
    this.view?.show({ is: 'releasing' });
    const final = finalOf(this.draft, choice);
    try {
      // An approval without a hold on record is none.
      await this.holding;
      if (!this.isAt('approving')) return;
      // It also has what comes after the approval: without it, none is asked for.
      const { readPictures } = await loadReviewUi();
      const approval = await this.record.approve(await readPictures(this.composer, final), choice);
      // The page was left meanwhile.
      if (!this.isAt('approving')) return;
      if (!approval.ok) {
        this.answer = { ...this.answer, decision: { ...decision, findings: approval.findings } };
        this.go({ is: 'reviewing', draft: this.draft, decision: this.answer.decision });
        this.view?.fill(this.answer);
        return;
      }
    } catch (error) {
      if (this.isAt('approving')) this.stop(errorCode(error, 'storage-failed'));
      return;
    }
    this.ports.memory.approve(draftKey(final), { post: this.id, role: choice.role });
    // The background keeps a first name; should the dialog come back, it knows it too.
    if (choice.identity && this.answer.identities.length === 0)
      this.answer = { ...this.answer, identities: [choice.identity], defaultIdentity: choice.identity.id };
    if (await this.insert(final, choice.label)) await this.release(final);
  }

  /** Puts label and marks in, if the composer still holds the text that was held. */
  private async insert(final: Draft, label: string): Promise<boolean> {
    this.closeView();
    this.go({ is: 'inserting', draft: this.draft, final });
    if (!this.findAgain()) {
      this.stop('no-submit-control');
      return false;
    }
    if (draftKey(readDraft(this.composer)) !== draftKey(this.draft)) {
      this.stop('text-changed');
      return false;
    }
    const isToSwitch = final.nativeSwitch?.is === 'on' && this.draft.nativeSwitch?.is !== 'on';
    const { onTextStep, placeParts, setNativeSwitch } = requireReviewUi();
    const problem = await onTextStep(this.composer, async () => {
      if (!(await placeParts(this.composer, this.draft, final)).ok) return 'label-not-inserted';
      return !isToSwitch || (await setNativeSwitch(this.composer)) ? 'none' : 'native-switch-not-set';
    });
    if (problem === 'none') return true;
    this.stop(problem ?? 'no-submit-control', problem === 'label-not-inserted' ? label : undefined);
    return false;
  }

  /** Sites render composers anew at will. `false`: none with this draft is left on the page. */
  private findAgain(): boolean {
    this.composer = findComposerAgain(this.composer) ?? this.composer;
    return this.composer.root.isConnected;
  }

  private async release(final: Draft): Promise<void> {
    this.closeView();
    this.go({ is: 'releasing', final });
    const key = draftKey(final);
    try {
      await this.record.release();
    } catch (error) {
      if (this.isAt('releasing')) this.stop(errorCode(error, 'storage-failed'));
      return;
    }
    // The page was left while the release was being recorded.
    if (!this.isAt('releasing')) return;
    if (!this.findAgain()) {
      await this.record.settle('failed', { reason: 'text-changed' });
      this.stop('no-submit-control');
      return;
    }
    const before = requireReviewUi().readBeforeArrival(this.composer);
    const expected = this.ports.requests.expect(final, this.id);
    const release = await releasePost(this.composer, key, this.ports.pass, this.pressed);
    if (release.is !== 'pressed') expected.forget();
    if (release.is === 'changed') {
      await this.record.settle('failed', { reason: 'text-changed' });
      this.stop('text-changed');
    } else if (release.is === 'needs-press') {
      // The approval stands in memory: the person's own press on Post now passes, and is followed from there.
      await this.record.settle('failed', { reason: 'press-not-taken' });
      this.go({ is: 'awaiting-press', final });
    } else {
      await this.confirm(final, { before, expected });
    }
  }

  /** `recorded`: the record of the release, which an outcome must not overtake. */
  private async confirm(
    final: Draft,
    { before, expected, recorded }: { before: ArrivalBefore; expected: Expected; recorded?: Promise<void> },
  ): Promise<void> {
    this.go({ is: 'confirming', final });
    const { confirmArrival, readArrival } = requireReviewUi();
    const confirmation = await confirmArrival({
      look: () => readArrival(before),
      hear: () => expected.hear(),
      isBusy: () => isSubmitBusy(this.composer),
      isWaiting: () => isWaitingForPerson(this.composer),
      onNoReaction: () => this.ports.onState({ is: 'awaiting-press', final }),
      signal: AbortSignal.any([this.ports.signal, this.left.signal]),
    });
    const { outcome, ...details } = confirmation;
    if (outcome === 'published' || outcome === 'scheduled') this.ports.memory.spend(draftKey(final));
    this.go({ is: 'settled', outcome });
    await recorded;
    await this.record.settle(outcome, details);
  }
}
