import { Banner } from '../ui/Banner.tsx';
import { useText } from '../ui/locale-context.ts';
import type { LogModel } from './contract.ts';

/** What stands in place of posts while there are none to show. */
export const LogEmpty = ({ log }: { log: LogModel }) => {
  const text = useText();
  if (log.state.value === 'failed') {
    return (
      <Banner tone="danger" role="alert" title={text('logUnreadable')}>
        <p>{log.problem.value}</p>
      </Banner>
    );
  }
  if (log.state.value === 'elsewhere') {
    return (
      <Banner tone="info" title={text('logElsewhere')}>
        <p>{text('logElsewhereAdvice')}</p>
      </Banner>
    );
  }
  if (log.state.value === 'loading') return <p class="soft">{text('loading')}</p>;
  if (log.posts.value.length > 0) return null;
  return <p class="soft">{text(log.search.value.trim() === '' ? 'logEmpty' : 'logNothingFound')}</p>;
};
