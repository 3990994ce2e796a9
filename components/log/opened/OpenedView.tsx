import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/locale-context.ts';
import { FileField } from '../../verifier/FileField.tsx';
import { Charts } from '../charts/Charts.tsx';
import { PostDrawer } from '../drawer/PostDrawer.tsx';
import { FilterBar } from '../filters/FilterBar.tsx';
import { PostGrid } from '../table/PostGrid.tsx';
import { PostsState } from '../table/PostsState.tsx';
import { SearchProgress } from '../table/SearchProgress.tsx';
import { OpenedFileCard } from './OpenedFileCard.tsx';
import type { OpenedFile, OpenedModel } from './opened-contract.ts';
import { isListed } from './opened-model.ts';

/** How many files came to which end: all that a reader who cannot see the page needs to hear. */
const Said = ({ files }: { files: readonly OpenedFile[] }) => {
  const text = useText();
  const count = (...ends: OpenedFile['state']['is'][]): number =>
    files.filter(({ state }) => ends.includes(state.is)).length;
  return (
    <p class="sr-only" role="status">
      {files.length > 0 && count('waiting', 'running') === 0
        ? text('openedSaid', count('verified'), count('refused', 'unverified'), count('useless', 'failed'))
        : ''}
    </p>
  );
};

/** Posts of all files that are open, by time, with the filter and the drawer of the own log. */
const Posts = ({ opened }: { opened: OpenedModel }) => {
  const text = useText();
  const { page } = opened;
  const { posts, weeks, story } = page;
  const listed = opened.files.value.filter(({ state }) => isListed(state));
  const count = listed.reduce((sum, { state }) => sum + ('posts' in state ? state.posts : 0), 0);
  if (listed.length === 0) return null;
  if (count === 0) return <p class="log-state">{text('openedNoPosts')}</p>;
  const open = story.value.is === 'closed' ? undefined : opened.fileOf(story.value.post);
  return (
    <>
      {weeks.value && weeks.value.length > 0 && (
        <Charts weeks={weeks.value} now={Date.now()} nameOfSite={page.ports.nameOfSite} />
      )}
      <FilterBar page={page} />
      <SearchProgress page={page} />
      <PostsState page={page} />
      {posts.rows.value.length > 0 && <PostGrid posts={posts} onOpen={(post) => void page.open(post)} />}
      {story.value.is !== 'closed' && (
        <PostDrawer
          page={page}
          notice={
            open && (
              <Banner
                tone={open.state.is === 'verified' ? 'info' : 'danger'}
                title={text(
                  open.state.is === 'verified' ? 'openedPostFrom' : 'openedPostUnverified',
                  open.label,
                  open.file.name,
                )}
              />
            )
          }
        />
      )}
    </>
  );
};

/** Exports of other logs, each verified, side by side. Nothing of them is kept. */
export const OpenedView = ({ opened }: { opened: OpenedModel }) => {
  const text = useText();
  const files = opened.files.value;
  return (
    <section class="opened" aria-label={text('openedTitle')}>
      <p class="lead">{text('openedExplains')}</p>
      <FileField
        id="opened-files"
        title={text('openedChoose')}
        explains={text('openedChooseExplains')}
        onFiles={(more) => void opened.add(more)}
      />
      <Said files={files} />
      {files.length > 0 && (
        <ul class="opened-files" aria-label={text('openedFiles')}>
          {files.map((file) => (
            <OpenedFileCard key={file.id} file={file} opened={opened} />
          ))}
        </ul>
      )}
      {files.length > 1 && (
        <div class="row">
          <Button kind="quiet" onPress={() => void opened.removeAll()}>
            {text('openedRemoveAll')}
          </Button>
        </div>
      )}
      <Posts opened={opened} />
    </section>
  );
};
