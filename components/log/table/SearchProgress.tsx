import { Button } from '../../ui/Button.tsx';
import { useLocale } from '../../ui/locale-context.ts';
import type { LogPageModel } from '../log-page-model.ts';

/** How far the search in kept texts has come, and a way to end it. */
export const SearchProgress = ({ page: { posts } }: { page: LogPageModel }) => {
  const { text, language } = useLocale();
  const state = posts.search.value;
  const number = new Intl.NumberFormat(language);
  return (
    <div class="log-search">
      {state.is === 'running' && (
        <>
          <progress
            aria-label={text('searchRunning')}
            {...(state.total > 0 && { value: state.done, max: state.total })}
          />
          <span>
            {state.total > 0
              ? text('searchProgress', number.format(state.done), number.format(state.total))
              : text('searchRunning')}
          </span>
          <Button small onPress={posts.stopSearch}>
            {text('searchCancel')}
          </Button>
        </>
      )}
      <span role="status">{state.is === 'stopped' && text('searchStopped')}</span>
      {state.is === 'stopped' && (
        <Button small onPress={() => void posts.show(posts.filter.value)}>
          {text('searchAgain')}
        </Button>
      )}
    </div>
  );
};
