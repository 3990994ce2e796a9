import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/locale-context.ts';
import { focusFilters } from '../filters/focus-filters.ts';
import type { LogPageModel } from '../log-page-model.ts';

/** What stands in place of posts while there are none to show, or why those shown are not all. */
export const PostsState = ({ page }: { page: LogPageModel }) => {
  const text = useText();
  const { posts } = page;
  const state = posts.state.value;
  if (state === 'failed') {
    return (
      <Banner tone="danger" role="alert" title={text('logUnreadable')}>
        <p>{posts.problem.value}</p>
        <Button small onPress={() => void posts.show(posts.filter.value)}>
          {text('logReadAgain')}
        </Button>
      </Banner>
    );
  }
  if (state === 'elsewhere') {
    return (
      <Banner tone="info" title={text('logElsewhere')}>
        <p>{text('logElsewhereAdvice')}</p>
      </Banner>
    );
  }
  if (posts.rows.value.length > 0) return null;
  if (state === 'loading') return <p class="soft">{text('loading')}</p>;
  if (posts.search.value.is === 'running' || posts.search.value.is === 'stopped') return null;
  if (Object.keys(posts.filter.value).length === 0) return <p class="log-state">{text('logEmpty')}</p>;
  return (
    <div class="log-state">
      <p>{text('logNothingFound')}</p>
      <Button
        onPress={() => {
          focusFilters();
          void page.narrow({});
        }}
      >
        {text('filterShowAll')}
      </Button>
    </div>
  );
};
