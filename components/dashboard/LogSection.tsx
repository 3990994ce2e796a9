import type { LogModel } from '../log/contract.ts';
import { EraseTexts } from '../log/EraseTexts.tsx';
import { FormerLogs } from '../log/FormerLogs.tsx';
import { LogEmpty } from '../log/LogEmpty.tsx';
import { PostTable } from '../log/PostTable.tsx';
import { Room } from '../log/Room.tsx';
import { VerifyPanel } from '../log/VerifyPanel.tsx';
import { Witness } from '../log/Witness.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import { TextField } from '../ui/TextField.tsx';

export const LogSection = ({ log }: { log: LogModel }) => {
  const text = useText();
  const posts = log.posts.value;
  return (
    <>
      <p class="lead">{text('logExplains')}</p>
      <VerifyPanel log={log} />
      {log.state.value !== 'elsewhere' && <Witness witness={log.witness} />}
      <EraseTexts log={log} />
      <TextField
        id="log-search"
        type="search"
        label={text('searchPosts')}
        value={log.search.value}
        onInput={(words) => void log.searchFor(words)}
      />
      <LogEmpty log={log} />
      {posts.length > 0 && <PostTable posts={posts} receipts={log.receipts} onErase={log.erasePost} />}
      {log.hasMore.value && <Button onPress={() => void log.loadMore()}>{text('showMore')}</Button>}
      <Room room={log.room} />
      <FormerLogs former={log.former} />
    </>
  );
};
