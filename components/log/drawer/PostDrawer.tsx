import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PostStory } from '#lib/model/log-query.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useText } from '../../ui/locale-context.ts';
import { ErasePost } from '../ErasePost.tsx';
import type { LogPageModel } from '../log-page-model.ts';
import { Receipt } from '../Receipt.tsx';
import type { ReceiptPorts } from '../receipt-contract.ts';
import { AuditFacts } from './AuditFacts.tsx';
import { KeptTexts } from './KeptTexts.tsx';
import { NoteForm } from './NoteForm.tsx';
import { ReportForm } from './ReportForm.tsx';
import { TimeLine } from './TimeLine.tsx';

interface DrawerProps {
  page: LogPageModel;
  /** Missing where the post can only be read. */
  receipts?: ReceiptPorts;
  /** What there is to know before one reads it. */
  notice?: ComponentChildren;
}

const READ_FIRST = ['final', 'draft', 'sent'];

const Story = ({ page, receipts, notice, story }: DrawerProps & { story: PostStory }) => {
  const [begun] = story.entries;
  const siteName = page.ports.nameOfSite(begun?.site ?? '–', begun?.address);
  const shown = READ_FIRST.map((wanted) => story.texts.findLast(({ what }) => what === wanted)).find(Boolean);
  return (
    <>
      {notice}
      {shown && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <p class="story-text story-post" dir="auto" tabIndex={0}>
          {shown.text}
        </p>
      )}
      <TimeLine story={story} siteName={siteName} names={page.ports} />
      {receipts && (
        <div class="row">
          <Receipt
            post={{ post: story.post, siteName, excerpt: shown?.text.slice(0, 200) }}
            receipts={receipts}
          />
        </div>
      )}
      <KeptTexts story={story} isOpened={receipts === undefined} />
      {receipts && story.texts.length > 0 && <ErasePost onErase={page.erase} />}
      {receipts && <NoteForm onNote={page.annotate} />}
      {receipts && <ReportForm story={story} ports={page.ports} onReport={page.report} />}
      <AuditFacts story={story} />
    </>
  );
};

/** The whole story of one post, over the list. The address names it; Escape closes it and gives the focus back. */
export const PostDrawer = ({ page, receipts, notice }: DrawerProps) => {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const state = page.story.value;

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The browser gives the focus back only to a dialog that is closed before it goes.
    return () => element?.close();
  }, []);

  const begun = state.is === 'open' ? state.story.entries[0] : undefined;
  const siteName = begun && page.ports.nameOfSite(begun.site ?? '–', begun.address);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the sheet; the key for it is Escape
    <dialog
      ref={dialog}
      class="drawer"
      aria-labelledby="drawer-title"
      onClose={({ target, currentTarget }) => {
        if (target === currentTarget) page.close();
      }}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) dialog.current?.close();
      }}
    >
      <div class="drawer-sheet">
        <header class="drawer-head">
          <h2 id="drawer-title">
            {siteName === undefined ? text('storyTitle') : text('storyTitleOn', siteName)}
          </h2>
          <button
            type="button"
            class="button quiet small"
            aria-label={text('receiptClose')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        <div class="drawer-body">
          {state.is === 'reading' && <p class="soft">{text('loading')}</p>}
          {state.is === 'missing' && (
            <Banner tone="info" title={text('storyMissing')}>
              <p>{text('storyMissingAdvice')}</p>
            </Banner>
          )}
          {state.is === 'failed' && (
            <Banner tone="danger" role="alert" title={text('logUnreadable')}>
              <p>{state.detail}</p>
            </Banner>
          )}
          {state.is === 'open' && (
            <Story
              key={state.post}
              page={page}
              {...(receipts && { receipts })}
              notice={notice}
              story={state.story}
            />
          )}
        </div>
      </div>
    </dialog>
  );
};
