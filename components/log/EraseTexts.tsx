import { useRef } from 'preact/hooks';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useLocale } from '../ui/locale-context.ts';
import type { EraseState, LogModel } from './contract.ts';

const QUESTION = 'erase-question';

const Result = ({ state, problem }: { state: EraseState; problem: string }) => {
  const { text, language } = useLocale();
  if (state.is === 'failed') {
    return (
      <Banner tone="danger" title={text('eraseFailed')}>
        <p>{problem}</p>
      </Banner>
    );
  }
  if (state.is !== 'done') return null;
  const count = new Intl.NumberFormat(language).format(state.count);
  return <Banner tone="good" title={state.count === 0 ? text('eraseNothing') : text('eraseDone', count)} />;
};

/** Erases all kept texts, after a question that says what goes and what stays. */
export const EraseTexts = ({ log }: { log: LogModel }) => {
  const { text } = useLocale();
  const opener = useRef<HTMLButtonElement>(null);
  const state = log.erasing.value;
  const isOpen = state.is === 'asking' || state.is === 'running';
  /** The button that was pressed goes away. */
  const thenFocus = (act: () => unknown): void => {
    void act();
    opener.current?.focus();
  };
  return (
    <div class="erase">
      <Button
        kind="danger"
        buttonRef={opener}
        expanded={isOpen}
        controls={QUESTION}
        onPress={() => (isOpen ? log.keepTexts() : log.askToErase())}
      >
        {text('eraseTexts')}
      </Button>
      <div id={QUESTION}>
        {isOpen && (
          <Banner tone="caution" title={text('eraseQuestion')}>
            <p>{text('eraseGoes')}</p>
            <p>{text('eraseStays')}</p>
            <p>{text('eraseOnDisk')}</p>
            <div class="row">
              <Button
                kind="danger"
                small
                unavailable={state.is === 'running'}
                onPress={() => thenFocus(log.eraseTexts)}
              >
                {text('eraseConfirm')}
              </Button>
              <Button small onPress={() => thenFocus(log.keepTexts)}>
                {text('eraseCancel')}
              </Button>
            </div>
          </Banner>
        )}
      </div>
      <div role="status">
        <Result state={state} problem={log.problem.value} />
      </div>
    </div>
  );
};
