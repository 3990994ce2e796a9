import { useEffect, useState } from 'preact/hooks';
import { Backup } from '../log/Backup.tsx';
import { Charts } from '../log/charts/Charts.tsx';
import type { LogModel } from '../log/contract.ts';
import { PostDrawer } from '../log/drawer/PostDrawer.tsx';
import { EraseTexts } from '../log/EraseTexts.tsx';
import { FormerLogs } from '../log/FormerLogs.tsx';
import { FilterBar } from '../log/filters/FilterBar.tsx';
import type { LogPageModel } from '../log/log-page-model.ts';
import { LogViews } from '../log/opened/LogViews.tsx';
import { OpenedView } from '../log/opened/OpenedView.tsx';
import type { OpenedModel } from '../log/opened/opened-contract.ts';
import { Room } from '../log/Room.tsx';
import { TimeStamp } from '../log/TimeStamp.tsx';
import { PostGrid } from '../log/table/PostGrid.tsx';
import { PostsState } from '../log/table/PostsState.tsx';
import { SearchProgress } from '../log/table/SearchProgress.tsx';
import { VerifyPanel } from '../log/VerifyPanel.tsx';
import { Witness } from '../log/Witness.tsx';
import { useText } from '../ui/locale-context.ts';

/** What is done with the log as a whole, below what is read in it. Each tool is one component here. */
const Tools = ({ log, page }: { log: LogModel; page: LogPageModel }) => {
  const text = useText();
  const [restores, setRestores] = useState(0);
  const showAgain = (): void => {
    setRestores(restores + 1);
    void page.posts.show(page.posts.filter.value);
  };
  return (
    <section class="log-tools" aria-labelledby="log-tools">
      <h2 id="log-tools">{text('logTools')}</h2>
      <p class="lead">{text('logExplains')}</p>
      <VerifyPanel log={log} />
      {page.posts.state.value !== 'elsewhere' && <Witness witness={log.witness} />}
      {page.posts.state.value !== 'elsewhere' && <TimeStamp stamps={log.stamps} />}
      {page.posts.state.value !== 'elsewhere' && <Backup backups={log.backups} onRestored={showAgain} />}
      <EraseTexts log={log} />
      <Room room={log.room} />
      <FormerLogs key={restores} former={log.former} />
    </section>
  );
};

interface LogSectionProps {
  log: LogModel;
  page: LogPageModel;
  opened: OpenedModel;
}

/** The log of this browser, or exports that the person opened. */
export const LogSection = ({ log, page, opened }: LogSectionProps) => (
  <>
    <LogViews opened={opened} />
    {opened.isShown.value ? <OpenedView opened={opened} /> : <OwnLog log={log} page={page} />}
  </>
);

const OwnLog = ({ log, page }: Omit<LogSectionProps, 'opened'>) => {
  const { posts, weeks, story } = page;
  const erasing = log.erasing.value.is;
  useEffect(() => {
    if (erasing === 'done') void posts.show(posts.filter.value);
  }, [posts, erasing]);
  const isFiltered = Object.keys(posts.filter.value).length > 0;
  const hasPosts = posts.rows.value.length > 0 || (weeks.value?.length ?? 0) > 0;
  const isWorthIt = posts.state.value !== 'elsewhere' && (isFiltered || hasPosts);
  return (
    <>
      {weeks.value && <Charts weeks={weeks.value} now={Date.now()} nameOfSite={page.ports.nameOfSite} />}
      {isWorthIt && <FilterBar page={page} />}
      <SearchProgress page={page} />
      <PostsState page={page} />
      {posts.rows.value.length > 0 && <PostGrid posts={posts} onOpen={(post) => void page.open(post)} />}
      <Tools log={log} page={page} />
      {story.value.is !== 'closed' && <PostDrawer page={page} receipts={log.receipts} />}
    </>
  );
};
