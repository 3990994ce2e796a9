import { useMemo, useRef, useState } from 'preact/hooks';
import type { Decision, Finding } from '#lib/model/decision.ts';
import { displayName } from '../identity/display-name.ts';
import { Button } from '../ui/Button.tsx';
import { useLocale } from '../ui/locale-context.ts';
import { textForCode } from '../ui/text-for-code.ts';
import { Checks } from './Checks.tsx';
import { Choices } from './Choices.tsx';
import type { ReviewProps } from './contract.ts';
import { Frame } from './Frame.tsx';
import { LabelTooLong } from './LabelTooLong.tsx';
import { NativeSwitch } from './NativeSwitch.tsx';
import { Origins } from './Origins.tsx';
import { Override } from './Override.tsx';
import { roleWhyWords } from './origin-words.ts';
import { listOrigins, type Origin } from './origins.ts';
import { PostPreview } from './PostPreview.tsx';
import { primaryWords } from './primary-words.ts';
import { StoppedNotice } from './StoppedNotice.tsx';
import { useReview } from './use-review.ts';

const OVERRIDE_ID = 'candor-override';

/** First control inside a section that can take the focus; of radio buttons the chosen one. */
const focusWithin = (section: HTMLElement | null): void => {
  const control = section?.querySelector<HTMLElement>(
    'input:checked, select, input:not([type=radio]), textarea',
  );
  section?.scrollIntoView({ block: 'nearest' });
  (control ?? section)?.focus();
};

const focusOn = (element: HTMLElement | null | undefined): void => {
  element?.scrollIntoView({ block: 'center' });
  element?.focus();
};

/** Everything there is to see and decide once the policy has spoken. */
export const Reviewing = (props: ReviewProps & { decision: Decision }) => {
  const locale = useLocale();
  const { text } = locale;
  const review = useReview(props);
  const [isOverriding, setOverriding] = useState(false);
  const [reason, setReason] = useState('');
  const desk = useRef<HTMLElement>(null);
  const roles = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const switches = useRef<HTMLDivElement>(null);
  const { stage, decision, draft, siteName } = props;
  const reasonField = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const shown = useRef<HTMLElement | undefined>(undefined);
  const { choice, preview } = review;
  const { evidence } = decision;
  const isUnknown = evidence.some(({ kind }) => kind === 'unknown');
  const proposedRole = isUnknown && decision.proposedRole === 'none' ? undefined : decision.proposedRole;
  const origins = useMemo(() => listOrigins(evidence), [evidence]);
  const isReleasing = stage.is === 'releasing';
  const isTooLong = preview.form === 'none' && preview.tooMany > 0;
  const isReady = review.open.length === 0 && !isTooLong;
  const addsLabel = preview.label !== '' || isTooLong;
  const isKeptBack = review.isLowered && choice.role === 'none';

  const fix = (finding: Finding): void => {
    if (finding.fix === 'choose-role') focusWithin(roles.current);
    else if (finding.fix === 'choose-identity') focusWithin(names.current);
    else if (finding.fix === 'give-reason') focusOn(reasonField.current);
    else if (finding.fix === 'use-native-switch') focusOn(switches.current?.querySelector('input'));
    else if (finding.fix === 'edit-text' || finding.fix === 'shorten-text') props.onKeepEditing();
    else focusWithin(desk.current);
  };

  const showPassage = ({ number }: Origin): void => {
    const passages = [
      ...(desk.current?.querySelectorAll<HTMLElement>(`.passage[data-origin='${number}']`) ?? []),
    ];
    const before = shown.current ? passages.indexOf(shown.current) : -1;
    shown.current = passages[(before + 1) % passages.length];
    focusOn(shown.current);
  };

  const approve = (): void => {
    const [first] = review.open;
    if (!isReady) {
      // An unavailable button leads to what is missing, but never leaves the dialog by itself.
      if (first && first.fix !== 'edit-text' && first.fix !== 'shorten-text') fix(first);
      else focusWithin(desk.current);
      return;
    }
    if (props.identities.length === 0 && choice.identity) props.onNewIdentity(choice.identity);
    props.onApprove(choice);
  };

  const summary = {
    deciding: () => text('reviewReading'),
    reviewing: () =>
      isReady ? text('reviewReady') : text('reviewOpen', review.open.length + Number(isTooLong)),
    releasing: () => text('reviewReleasing', siteName),
    stopped: () => text('nothingSent'),
  }[stage.is]();

  return (
    <Frame
      siteName={siteName}
      summary={summary}
      isBusy={isReleasing}
      isOver={stage.is === 'stopped'}
      deskRef={desk}
      notice={stage.is === 'stopped' && <StoppedNotice stage={stage} siteName={siteName} />}
      desk={
        <PostPreview
          draft={draft}
          findings={decision.findings}
          origins={origins}
          preview={preview}
          author={choice.identity && displayName(choice.identity)}
          siteName={siteName}
        />
      }
      choices={
        stage.is !== 'stopped' && (
          <fieldset class="review-form" disabled={isReleasing}>
            {isTooLong && (
              <LabelTooLong
                preview={preview}
                siteName={siteName}
                canOverride={decision.override.allowed}
                onShorten={props.onKeepEditing}
                onUseReply={() => {
                  setReason(text('reasonFirstReply'));
                  setOverriding(true);
                }}
              />
            )}
            <Origins
              evidence={evidence}
              origins={origins}
              now={props.now}
              onShow={showPassage}
              readChanges={props.readChanges}
            />
            <Checks checks={review.checks} onFix={fix} />
            <Choices
              review={review}
              proposedRole={proposedRole}
              proposedWhy={
                origins.some((origin) => origin.evidence.role === proposedRole)
                  ? roleWhyWords(locale, origins)
                  : undefined
              }
              identities={props.identities}
              languages={props.languages}
              roleRef={roles}
              identityRef={names}
              reasonRef={reasonField}
            />
            {draft.nativeSwitch && review.switchLevel && (
              <NativeSwitch
                state={draft.nativeSwitch}
                siteName={siteName}
                choice={choice}
                isRequired={review.switchLevel === 'require'}
                sectionRef={switches}
                onChange={(nativeSwitch) => review.change({ nativeSwitch })}
              />
            )}
            {isOverriding && (
              <Override
                id={OVERRIDE_ID}
                reason={reason}
                isRequired={decision.override.reasonRequired}
                onReason={setReason}
                onOverride={() => props.onOverride(choice, reason.trim())}
                onCancel={() => setOverriding(false)}
              />
            )}
            {decision.override.allowed && addsLabel && !isOverriding && (
              <div class="review-section">
                <Button kind="quiet" small onPress={() => setOverriding(true)}>
                  {text('actionWithoutLabel')} …
                </Button>
              </div>
            )}
            <p class="asked-by">
              {text(
                'askedBy',
                textForCode(text, 'preset_', decision.policy.id, [], decision.policy.id),
                decision.policy.version,
                [
                  ...new Set(decision.findings.map(({ rule }) => textForCode(text, 'rule_', rule, [], rule))),
                ].join(' · ') || text('askedByGate'),
              )}
            </p>
          </fieldset>
        )
      }
      actions={
        stage.is !== 'stopped' && (
          <Button
            kind="primary"
            decides
            unavailable={!isReady || isReleasing}
            onPress={() => {
              if (!isReleasing) approve();
            }}
          >
            {text(
              isReleasing
                ? 'actionPosting'
                : primaryWords(draft.kind, addsLabel ? 'withLabel' : isKeptBack ? 'withoutLabel' : 'plain'),
            )}
          </Button>
        )
      }
      onKeepEditing={props.onKeepEditing}
    />
  );
};
