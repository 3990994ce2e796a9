import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import type { SourcesModel } from './contract.ts';
import { useAmounts } from './use-amounts.ts';

interface ForgetProps {
  sources: SourcesModel;
  /** What it is about; missing: everything. */
  source?: { source: string; name: string };
  /** The button that opens the question; it gets the focus back. */
  opener: RefObject<HTMLButtonElement | null>;
}

const idOf = ({ source }: Pick<ForgetProps, 'source'>): string => `forget ${source?.source ?? ''}`.trim();

const isAsked = ({ sources, source }: ForgetProps): boolean => {
  const state = sources.forgetting.value;
  return (state.is === 'asking' || state.is === 'running') && state.source === source?.source;
};

export const ForgetButton = (props: ForgetProps) => {
  const text = useText();
  const { sources, source, opener } = props;
  const isOpen = isAsked(props);
  return (
    <Button
      kind={source ? 'plain' : 'danger'}
      small={source !== undefined}
      buttonRef={opener}
      expanded={isOpen}
      controls={idOf(props)}
      onPress={() => (isOpen ? sources.keep() : sources.askToForget(source?.source))}
    >
      {text(source ? 'forget' : 'forgetAll')}
      {source && <span class="sr-only"> {text('forgetWhat', source.name)}</span>}
    </Button>
  );
};

/** Says what goes before it goes. */
export const ForgetQuestion = (props: ForgetProps) => {
  const text = useText();
  const { sources, source, opener } = props;
  return (
    <div id={idOf(props)} class="forget-question">
      {isAsked(props) && (
        <Banner
          tone="caution"
          title={source ? text('forgetQuestion', source.name) : text('forgetAllQuestion')}
        >
          <p>{text('forgetExplains')}</p>
          <div class="row">
            <Button
              kind="danger"
              small
              unavailable={sources.forgetting.value.is === 'running'}
              onPress={() => void sources.forget()}
            >
              {text('forgetConfirm')}
            </Button>
            <Button
              small
              onPress={() => {
                sources.keep();
                opener.current?.focus();
              }}
            >
              {text('forgetCancel')}
            </Button>
          </div>
        </Banner>
      )}
    </div>
  );
};

/** How it ended. Takes the focus, since the pressed button is gone and its row may be too. */
export const ForgetResult = ({ sources }: Pick<ForgetProps, 'sources'>) => {
  const text = useText();
  const amounts = useAmounts();
  const place = useRef<HTMLDivElement>(null);
  const state = sources.forgetting.value;
  const isOver = state.is === 'done' || state.is === 'failed';
  useEffect(() => {
    if (isOver) place.current?.focus();
  }, [isOver]);
  return (
    <div ref={place} class="forget-result" tabIndex={-1}>
      {state.is === 'failed' && <Banner tone="danger" title={text('forgetFailed')} />}
      {state.is === 'done' && (
        <Banner
          tone="good"
          title={text(amounts.plural(state.count, 'forgotOne', 'forgotOther'), amounts.count(state.count))}
        />
      )}
    </div>
  );
};
