import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import { Mark } from '../ui/Mark.tsx';
import { REVIEW_SUMMARY_ID, REVIEW_TITLE_ID } from './frame-ids.ts';

interface FrameProps {
  siteName: string;
  /** One line under the title: where things stand. Read out when it changes. */
  summary: string;
  notice?: ComponentChildren;
  desk: ComponentChildren;
  choices?: ComponentChildren;
  /** Beside "Keep editing". */
  actions?: ComponentChildren;
  deskRef?: RefObject<HTMLElement | null>;
  isBusy?: boolean;
  /** Nothing is left to do but to go back. */
  isOver?: boolean;
  onKeepEditing(): void;
}

/** Head, body and foot. `shell.ts` draws the same without Preact; change both together. */
export const Frame = (props: FrameProps) => {
  const text = useText();
  const title = useRef<HTMLHeadingElement>(null);
  // The focus rests on the title: never on a button that a stray key could press.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <header class="review-head">
        <Mark />
        <div>
          <h2 id={REVIEW_TITLE_ID} tabIndex={-1} ref={title}>
            {text('reviewTitle', props.siteName)}
          </h2>
          <p id={REVIEW_SUMMARY_ID} role="status">
            {props.summary}
          </p>
        </div>
      </header>
      <div
        class={props.choices ? 'review-body' : 'review-body single'}
        aria-busy={props.isBusy ? 'true' : undefined}
      >
        {props.notice && <div class="review-notice">{props.notice}</div>}
        <section
          class="review-desk"
          aria-label={text('previewTitle')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
          ref={props.deskRef ?? null}
        >
          {props.desk}
        </section>
        {props.choices && (
          <section
            class="review-choices"
            aria-label={text('choicesTitle')}
            // Scrolls even while its controls are switched off.
            tabIndex={props.isBusy ? 0 : undefined}
          >
            {props.choices}
          </section>
        )}
      </div>
      <footer class="review-foot">
        <Button kind={props.isOver ? 'primary' : 'plain'} onPress={props.onKeepEditing}>
          {text('actionKeepEditing')}
        </Button>
        {props.actions}
      </footer>
    </>
  );
};
