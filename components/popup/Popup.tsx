import type { SettingsModel } from '../dashboard/settings-contract.ts';
import { displayName } from '../identity/display-name.ts';
import type { LogModel } from '../log/contract.ts';
import { LogEmpty } from '../log/LogEmpty.tsx';
import { LogNotices } from '../log/LogNotices.tsx';
import { PostList } from '../log/PostList.tsx';
import { VerifyPanel } from '../log/VerifyPanel.tsx';
import type { RememberedModel } from '../sources/contract.ts';
import { findSourceHere, RememberedLine, SourceCard } from '../sources/Remembered.tsx';
import { useText } from '../ui/locale-context.ts';
import { Mark } from '../ui/Mark.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { TabModel } from './contract.ts';
import { TabCard } from './TabCard.tsx';

interface PopupProps {
  tab: TabModel;
  log: LogModel;
  settings: SettingsModel;
  remembered: RememberedModel;
  /** Address of the dashboard page; a section follows `#`. */
  dashboard: string;
}

const Name = ({ settings, dashboard }: Pick<PopupProps, 'settings' | 'dashboard'>) => {
  const text = useText();
  const known = settings.settings.value;
  if (known === undefined) return null;
  if (known.identities.length === 0) {
    return (
      <p class="popup-name">
        {text('popupNoName')}{' '}
        <a href={`${dashboard}#names`} target="_blank" rel="noreferrer">
          {text('addName')}
        </a>
      </p>
    );
  }
  return (
    <Select
      id="popup-identity"
      label={text('nameLabel')}
      value={known.defaultIdentity ?? ''}
      options={[
        ...(known.defaultIdentity === undefined ? [{ value: '', name: text('nameChoose') }] : []),
        ...known.identities.map((identity) => ({ value: identity.id, name: displayName(identity) })),
      ]}
      onChange={(id) => void settings.makeDefault(id)}
    />
  );
};

/** The toolbar's popup: this tab, the last posts, the proof, the name. */
export const Popup = ({ tab, log, settings, remembered, dashboard }: PopupProps) => {
  const text = useText();
  const { value: shown } = tab.tab;
  const here = findSourceHere(remembered);
  // The page of a tool has no posts to protect; what is remembered of it is what there is to say.
  const hasNone = shown.is === 'tool' || (shown.is === 'known' && shown.protection === 'unwatched');
  const tool = hasNone ? here : undefined;
  return (
    <main class="popup">
      <header class="popup-head">
        <Mark size={26} />
        <h1>{text('extensionName')}</h1>
        <a class="button small" href={dashboard} target="_blank" rel="noreferrer">
          {text('openDashboard')}
        </a>
      </header>
      <LogNotices log={log} small />
      {tool ? (
        <SourceCard state={tool} problem={remembered.overview.value?.problem} />
      ) : (
        <TabCard model={tab} />
      )}
      <RememberedLine remembered={remembered} dashboard={dashboard} isSaidAbove={tool !== undefined} />
      <section aria-labelledby="posts-title">
        <h2 class="section-title" id="posts-title">
          {text('lastPosts')}
        </h2>
        <TextField
          id="popup-search"
          type="search"
          label={text('searchPosts')}
          placeholder={text('searchPosts')}
          hideLabel
          value={log.search.value}
          onInput={(words) => void log.searchFor(words)}
        />
        <LogEmpty log={log} />
        <PostList posts={log.posts.value} />
      </section>
      <VerifyPanel log={log} small />
      <Name settings={settings} dashboard={dashboard} />
    </main>
  );
};
