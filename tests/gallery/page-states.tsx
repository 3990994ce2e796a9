import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Dashboard } from '#components/dashboard/Dashboard.tsx';
import type { SectionId } from '#components/dashboard/sections.ts';
import type { SettingsModel } from '#components/dashboard/settings-contract.ts';
import { createSettingsModel } from '#components/dashboard/settings-model.ts';
import { Backup } from '#components/log/Backup.tsx';
import type { LogModel, LogPorts } from '#components/log/contract.ts';
import { ExportDialog } from '#components/log/export/ExportDialog.tsx';
import { createLogModel } from '#components/log/log-model.ts';
import { createLogPageModel, type LogPageModel } from '#components/log/log-page-model.ts';
import type { OpenedModel } from '#components/log/opened/opened-contract.ts';
import { createOpenedModel } from '#components/log/opened/opened-model.ts';
import { ReceiptDialog } from '#components/log/Receipt.tsx';
import type { TabPorts } from '#components/popup/contract.ts';
import { Popup } from '#components/popup/Popup.tsx';
import { createTabModel } from '#components/popup/tab-model.ts';
import type { SitesModel, SitesPorts } from '#components/sites/contract.ts';
import { createSitesModel } from '#components/sites/sites-model.ts';
import type { SourcesModel } from '#components/sources/contract.ts';
import { createRememberedModel } from '#components/sources/remembered-model.ts';
import { createSourcesModel } from '#components/sources/sources-model.ts';
import { ErrorBoundary } from '#components/ui/ErrorBoundary.tsx';
import { useText } from '#components/ui/locale-context.ts';
import { Verifier } from '#components/verifier/Verifier.tsx';
import { createVerifierModel } from '#components/verifier/verifier-model.ts';
import { DEFAULT_SETTINGS } from '#lib/storage/settings-store.ts';
import { OPENED_NAMES, openedPorts } from './fake-opened.ts';
import {
  backups,
  exports,
  KNOWN,
  logPorts,
  POSTS,
  receipts,
  settingsPorts,
  tabPorts,
  warned,
} from './fake-pages.ts';
import { LONG_NAME, manyPosts, STORY, TROUBLED } from './fake-posts.ts';
import { PACK_PROBLEMS, silentSites, sitesPorts } from './fake-sites.ts';
import {
  CROWDED,
  EMPTY_OVERVIEW,
  KNOWN_SOURCES,
  LOST,
  ONE_ANSWER,
  OVERVIEW,
  REBUILDING,
  rememberedPorts,
  silentSources,
  sourcesPorts,
  UNREADABLE,
} from './fake-sources.ts';
import { answeringVerifier } from './fake-verifier.ts';
import type { PageStateName } from './page-state-names.ts';

/** Makes the models, lets `prepare` act on them as a person would, and shows the page. */
type Shown = () => Promise<ComponentChildren>;

interface Parts {
  log: LogModel;
  posts: LogPageModel;
  opened: OpenedModel;
  settings: SettingsModel;
}

const makeParts = async (log: LogPorts, settings = settingsPorts(), address = '#log'): Promise<Parts> => {
  const parts = {
    log: createLogModel(log, 5),
    posts: createLogPageModel(log, { read: () => address, write: () => undefined }),
    opened: createOpenedModel(openedPorts),
    settings: createSettingsModel(settings, KNOWN),
  };
  // A search that never ends is a state too.
  const read = parts.posts.load();
  await Promise.all([
    parts.log.load(),
    parts.settings.load(),
    ...(address.includes('endless') ? [] : [read]),
  ]);
  return parts;
};

const popup =
  (
    tab: TabPorts,
    act: (parts: Parts & { tab: ReturnType<typeof createTabModel> }) => Promise<unknown> = async () =>
      undefined,
    log = logPorts(),
    settings = settingsPorts(),
    memory = rememberedPorts(OVERVIEW),
  ): Shown =>
  async () => {
    const parts = { ...(await makeParts(log, settings)), tab: createTabModel(tab) };
    const remembered = createRememberedModel(memory);
    await Promise.all([parts.tab.load(), remembered.load()]);
    await act(parts);
    return <Popup {...parts} remembered={remembered} dashboard="#" />;
  };

const dashboard =
  (
    section: SectionId,
    act: (parts: Parts) => Promise<unknown> = async () => undefined,
    log = logPorts(),
    settings = settingsPorts(),
    address?: string,
  ): Shown =>
  async () => {
    const parts = await makeParts(log, settings, address);
    const sources = createSourcesModel(sourcesPorts(), { sources: KNOWN_SOURCES, sites: KNOWN.sites });
    const sites = createSitesModel(sitesPorts());
    await sites.load();
    await act(parts);
    return <Dashboard section={signal(section)} {...parts} sources={sources} sites={sites} />;
  };

/** The section of sites. */
const places =
  (ports: SitesPorts, act: (sites: SitesModel) => Promise<unknown> = async () => undefined): Shown =>
  async () => {
    const parts = await makeParts(logPorts());
    const sources = createSourcesModel(sourcesPorts(), { sources: KNOWN_SOURCES, sites: KNOWN.sites });
    const sites = createSitesModel(ports);
    await sites.load();
    await act(sites);
    return <Dashboard section={signal<SectionId>('sites')} {...parts} sources={sources} sites={sites} />;
  };

/** The section of AI tools. */
const tools =
  (
    ports = sourcesPorts(),
    act: (sources: SourcesModel) => unknown = () => undefined,
    isUnfolded = false,
  ): Shown =>
  async () => {
    const sources = createSourcesModel(ports, { sources: KNOWN_SOURCES, sites: KNOWN.sites });
    const parts = await makeParts(logPorts());
    await sources.load();
    await act(sources);
    const sites = createSitesModel(sitesPorts());
    const page = (
      <Dashboard section={signal<SectionId>('sources')} {...parts} sources={sources} sites={sites} />
    );
    const unfold = (root: HTMLElement | null): void => root?.querySelector('summary')?.click();
    return isUnfolded ? <div ref={unfold}>{page}</div> : page;
  };

/** The popup on the page of ChatGPT. */
const onTool = (overview = OVERVIEW, here = 'chatgpt'): Shown =>
  popup(tabPorts(toolTab), undefined, undefined, undefined, rememberedPorts(overview, here));

const Faulty = () => {
  throw new Error('something unexpected');
};

const protectedTab = tabPorts({ is: 'known', protection: 'protected', siteName: 'X' });
const foreignTab = {
  is: 'known',
  protection: 'unwatched',
  siteName: 'forum.example',
  origin: 'https://forum.example',
} as const;
const toolTab = { is: 'tool', siteName: 'ChatGPT' } as const;
const inMemory = logPorts({ standing: { keeping: 'in-memory' } });
const tampered = logPorts({ result: { ok: false, code: 'edited', index: 17 } });

const erase = ({ log }: Parts): Promise<void> => {
  log.askToErase();
  return log.eraseTexts();
};

/** The section of the log. `open`: what is pressed once it stands there. */
const logAt =
  (address: string, ports = logPorts(), open: readonly string[] = []): Shown =>
  async () => {
    const page = await dashboard('log', undefined, ports, undefined, address)();
    const press = (root: HTMLElement | null): void => {
      requestAnimationFrame(() => {
        for (const css of open) root?.querySelector<HTMLElement>(css)?.click();
      });
    };
    return <div ref={press}>{page}</div>;
  };

/** Exports of others. `names`: of the files that are open. */
const openedWith = (names: readonly string[], act?: (opened: OpenedModel) => Promise<void>): Shown =>
  dashboard('log', async ({ opened }) => {
    opened.show(true);
    if (names.length === 0) return;
    // The last never comes to an end.
    void opened.add(names.map((name) => new File([''], name)));
    await new Promise<void>((resolve) => {
      opened.files.subscribe((files) => {
        if (files.at(-1)?.state.is === 'running') resolve();
      });
    });
    await opened.lookAnyway(3);
    await act?.(opened);
  });

const forget = (sources: SourcesModel): Promise<void> => {
  sources.askToForget();
  return sources.forget();
};

const type = (root: HTMLElement, css: string, words: string): void => {
  const field = root.querySelector<HTMLInputElement>(css);
  if (!field) return;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

/** Each step waits for the one before to be shown. */
const inFrames = (...steps: (() => void)[]): void => {
  const [step, ...rest] = steps;
  if (step)
    requestAnimationFrame(() => {
      step();
      setTimeout(() => inFrames(...rest));
    });
};

const press = (root: HTMLElement, css: string) => () => root.querySelector<HTMLElement>(css)?.click();

const typeBackup = (root: HTMLElement): void =>
  inFrames(
    press(root, '.backup > summary'),
    () => type(root, '#backup-passphrase', 'six lighthouses'),
    () => type(root, '#backup-again', 'six lighthouses'),
    press(root, '.backup .button.primary'),
  );

const typeRestore = (root: HTMLElement): void =>
  inFrames(
    press(root, '.backup > summary'),
    () => type(root, '#backup-passphrase', 'six'),
    () => type(root, '#backup-again', 'seven'),
    () => {
      const input = root.querySelector<HTMLInputElement>('#restore-file');
      const files = new DataTransfer();
      files.items.add(new File(['a'], 'candor-log-2026-11-20.candor-backup'));
      if (input) input.files = files.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
      type(root, '#restore-passphrase', 'six lighthouses');
    },
    press(root, '[aria-labelledby="backup-restore"] .button'),
  );

/** The panel alone: on the page it stands below the fold. */
const LogHeading = () => {
  const text = useText();
  return (
    <>
      <h1>{text('extensionName')}</h1>
      <h2>{text('logTitle')}</h2>
    </>
  );
};

const backupPanel =
  (act: (root: HTMLElement) => void): Shown =>
  async () => (
    <main ref={(root) => void (root && act(root))}>
      <LogHeading />
      <Backup backups={backups} onRestored={() => undefined} />
    </main>
  );

const exportDialog: Shown = async () => (
  <>
    {await dashboard('log')()}
    <ExportDialog exports={exports} onClose={() => undefined} />
  </>
);

/** The receipt of a post of the list, over the log. */
const receiptOf =
  (at: number): Shown =>
  async () => {
    const page = await dashboard('log')();
    const post = POSTS[at];
    return (
      <>
        {page}
        {post && <ReceiptDialog post={post} receipts={receipts} onClose={() => undefined} />}
      </>
    );
  };

/** The time stamp, unfolded. */
const timeStamp: Shown = async () => {
  const page = await dashboard('log')();
  const unfold = (root: HTMLElement | null): void =>
    root?.querySelector<HTMLElement>('.stamp summary')?.click();
  return <div ref={unfold}>{page}</div>;
};

/** The page that checks files. */
const verifier =
  (names: readonly string[] = [], canSign = true): Shown =>
  async () => {
    const model = createVerifierModel(answeringVerifier);
    await model.add(names.map((name) => new File([''], name)));
    return <Verifier verifier={model} canSign={canSign} />;
  };

/** Pages by the name used in `?state=`. */
export const PAGE_STATES: Record<PageStateName, Shown> = {
  'popup/protected': popup(protectedTab),
  'popup/changed': popup(tabPorts({ is: 'known', protection: 'changed', siteName: 'LinkedIn' })),
  'popup/unwatched': popup(tabPorts(foreignTab)),
  'popup/declined': popup(tabPorts(foreignTab, false), ({ tab }) => tab.switchOn()),
  'popup/off-limits': popup(
    tabPorts({ is: 'off-limits' }),
    undefined,
    logPorts({ posts: [] }),
    settingsPorts(DEFAULT_SETTINGS),
  ),
  'popup/verified': popup(protectedTab, ({ log }) => log.verify()),
  'popup/tampered': popup(protectedTab, ({ log }) => log.verify(), tampered),
  'popup/broken': popup(tabPorts({ is: 'unknown' }), undefined, logPorts({ broken: true })),
  'popup/in-memory': popup(protectedTab, undefined, inMemory),
  'popup/private-window': popup(protectedTab, undefined, logPorts({ elsewhere: true })),
  'popup/log-lost': popup(protectedTab, undefined, warned('lost', 1204, 0)),
  'popup/on-tool': onTool(),
  'popup/on-tool-one': onTool(ONE_ANSWER),
  'popup/on-tool-new': onTool(EMPTY_OVERVIEW),
  'popup/on-tool-unreadable': onTool(UNREADABLE),
  'popup/on-tool-off': onTool(OVERVIEW, 'grok'),
  'popup/on-tool-in-private': popup(
    tabPorts(toolTab),
    undefined,
    undefined,
    undefined,
    rememberedPorts(OVERVIEW),
  ),
  'popup/on-site-and-tool': popup(
    protectedTab,
    undefined,
    undefined,
    undefined,
    rememberedPorts(OVERVIEW, 'claude'),
  ),
  'popup/nothing-remembered': popup(
    protectedTab,
    undefined,
    undefined,
    undefined,
    rememberedPorts(EMPTY_OVERVIEW),
  ),
  'popup/unreadable': popup(protectedTab, undefined, undefined, undefined, rememberedPorts(UNREADABLE)),
  'popup/memory-lost': popup(protectedTab, undefined, undefined, undefined, rememberedPorts(LOST)),
  'dashboard/log': dashboard('log', ({ log }) => log.verify()),
  'dashboard/tampered': dashboard('log', ({ log }) => log.verify(), tampered),
  'dashboard/in-memory': dashboard('log', undefined, inMemory),
  'dashboard/log-shorter': dashboard('log', undefined, warned('rolled-back', 1204, 1180)),
  'dashboard/log-replaced': dashboard('names', undefined, warned('replaced', 1204, 17)),
  'dashboard/key-lost': dashboard('log', undefined, warned('key-lost', 1204, 0)),
  'dashboard/erase': dashboard('log', async ({ log }) => log.askToErase()),
  'dashboard/erased': dashboard('log', erase, logPorts({ posts: [], texts: 1204 })),
  'dashboard/not-erased': dashboard('log', erase, logPorts({ posts: [] })),
  'dashboard/empty': dashboard('log', undefined, logPorts({ posts: [] })),
  'dashboard/log-one': logAt('#log', logPorts({ posts: POSTS.slice(0, 1) })),
  'dashboard/log-three': logAt('#log', logPorts({ posts: POSTS.slice(0, 3) })),
  'dashboard/log-many': logAt('#log', logPorts({ posts: manyPosts(1200) })),
  'dashboard/log-charts': logAt('#log', logPorts({ posts: manyPosts(300) }), [
    '.charts-more > summary',
    '.chart-table > summary',
  ]),
  'dashboard/log-filtered': logAt(
    `#log?site=linkedin&role=coauthored&from=2026-11-01&until=2026-11-30&identity=${LONG_NAME}&override=yes`,
  ),
  'dashboard/log-no-result': logAt('#log?words=unicorn'),
  'dashboard/log-searching': logAt('#log?words=endless', logPorts({ posts: manyPosts(60) })),
  'dashboard/log-post': logAt(`#log?post=${STORY.post}`),
  'dashboard/log-post-note': logAt(`#log?post=${STORY.post}`, undefined, ['.story-form .button']),
  'dashboard/log-post-report': logAt(`#log?post=${STORY.post}`, undefined, [
    '.story-report > summary',
    '.story-texts summary',
    '.story-audit > summary',
  ]),
  'dashboard/log-post-troubled': logAt(`#log?post=${TROUBLED.post}`),
  'dashboard/log-post-missing': logAt('#log?post=00000000-0000-4000-8000-000000000000'),
  'dashboard/backup': backupPanel((root) => press(root, '.backup > summary')()),
  'dashboard/backup-running': backupPanel(typeBackup),
  'dashboard/backup-forked': backupPanel(typeRestore),
  'dashboard/names': dashboard('names'),
  'dashboard/first-name': dashboard('names', undefined, undefined, settingsPorts(DEFAULT_SETTINGS)),
  'dashboard/sites': dashboard('sites', ({ settings }) => settings.addSite('not an address')),
  'dashboard/sites-silent': places(silentSites),
  'dashboard/sites-declined': places(sitesPorts(), async (sites) => {
    const [site] = sites.overview.value?.sites.filter(({ isOn }) => !isOn) ?? [];
    if (site) await sites.switchSite(site, true);
  }),
  'dashboard/sites-pack-refused': places(sitesPorts(undefined, PACK_PROBLEMS), (sites) =>
    sites.importPack(''),
  ),
  'dashboard/sites-tool': dashboard('sites', ({ settings }) => settings.addSite('chatgpt.com')),
  'dashboard/sources': tools(),
  'dashboard/sources-unfolded': tools(sourcesPorts(CROWDED), undefined, true),
  'dashboard/sources-empty': tools(sourcesPorts(EMPTY_OVERVIEW)),
  'dashboard/sources-forget': tools(undefined, (sources) => sources.askToForget('chatgpt')),
  'dashboard/sources-forget-all': tools(undefined, (sources) => sources.askToForget()),
  'dashboard/sources-forgot': tools(sourcesPorts(OVERVIEW, { after: ONE_ANSWER }), forget),
  'dashboard/sources-not-forgotten': tools(sourcesPorts(OVERVIEW, { broken: true }), forget),
  'dashboard/sources-texts': tools(
    sourcesPorts(ONE_ANSWER, {
      memory: { answers: false, keepConversation: true, keepTextDays: 7, retentionDays: 45 },
    }),
  ),
  'dashboard/sources-known': tools(undefined, (sources) => sources.addSource('chatgpt.com', false)),
  'dashboard/sources-site': tools(undefined, (sources) => sources.addSource('www.linkedin.com', false)),
  'dashboard/sources-declined': tools(sourcesPorts(OVERVIEW, { declined: true }), (sources) =>
    sources.addSource('localhost:8080', true),
  ),
  'dashboard/sources-unsaved': tools(sourcesPorts(OVERVIEW, { broken: true }), (sources) =>
    sources.switchSource('chatgpt', false),
  ),
  'dashboard/sources-rebuilding': tools(sourcesPorts(REBUILDING)),
  'dashboard/sources-unreadable': tools(sourcesPorts(UNREADABLE)),
  'dashboard/sources-lost': tools(sourcesPorts(LOST)),
  'dashboard/sources-lost-accepted': tools(sourcesPorts(LOST), (sources) => sources.acceptLoss()),
  'dashboard/sources-silent': tools(silentSources()),
  'dashboard/export': exportDialog,
  'dashboard/time-stamp': timeStamp,
  'dashboard/opened': openedWith(OPENED_NAMES),
  'dashboard/opened-empty': openedWith([]),
  'dashboard/opened-post': openedWith(OPENED_NAMES, (opened) => opened.page.open(STORY.post)),
  'dashboard/receipt': receiptOf(0),
  'dashboard/receipt-long-name': receiptOf(1),
  'dashboard/receipt-no-review': receiptOf(6),
  'verifier/empty': verifier(),
  'verifier/answers': verifier(['candor-log-2026-11-20.jsonl', 'edited.jsonl', 'post.tlog-proof', 'log.key']),
  'verifier/old-browser': verifier([], false),
  'dashboard/policy': dashboard('policy'),
  'dashboard/broken': dashboard('policy', undefined, undefined, settingsPorts(DEFAULT_SETTINGS, true)),
  'dashboard/fault': async () => (
    <ErrorBoundary>
      <Faulty />
    </ErrorBoundary>
  ),
};
