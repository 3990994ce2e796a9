import type { Decision } from '#lib/model/decision.ts';
import { useLocale, useText } from '../ui/locale-context.ts';
import type { ReviewProps } from './contract.ts';
import { Deciding } from './Deciding.tsx';
import { Frame } from './Frame.tsx';
import { PostPreview } from './PostPreview.tsx';
import { Reviewing } from './Reviewing.tsx';
import { StoppedNotice } from './StoppedNotice.tsx';

/** Stopped before there was a decision: the text is shown, nothing can be decided. */
const StoppedEarly = ({
  props,
  stage,
}: {
  props: ReviewProps;
  stage: Extract<ReviewProps['stage'], { is: 'stopped' }>;
}) => {
  const text = useText();
  return (
    <Frame
      siteName={props.siteName}
      isOver
      summary={text('nothingSent')}
      notice={<StoppedNotice stage={stage} siteName={props.siteName} />}
      desk={
        <PostPreview
          draft={props.draft}
          findings={[]}
          origins={[]}
          preview={undefined}
          author={undefined}
          siteName={props.siteName}
        />
      }
      onKeepEditing={props.onKeepEditing}
    />
  );
};

const Content = (props: ReviewProps) => {
  const { stage } = props;
  const decision: Decision | undefined = props.decision;
  if (decision !== undefined && stage.is !== 'deciding') return <Reviewing {...props} decision={decision} />;
  if (stage.is === 'stopped') return <StoppedEarly props={props} stage={stage} />;
  return <Deciding siteName={props.siteName} onKeepEditing={props.onKeepEditing} />;
};

/**
 * The inside of the review dialog. The caller owns the native `<dialog>`, its shadow root and its guard, names the
 * dialog by `REVIEW_TITLE_ID` and puts a `LocaleContext` above this.
 */
export const ReviewDialog = (props: ReviewProps) => {
  const { language, dir } = useLocale();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only takes a key away, nothing can be done here
    <div
      class="candor review"
      lang={language}
      dir={dir}
      onKeyDown={(event) => {
        // The chord that posts on most sites must not press a button here.
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.preventDefault();
      }}
    >
      <Content {...props} />
    </div>
  );
};
