import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { awaitedStore } from '#lib/flow/awaited-posts.ts';
import { createBypassDesk } from '#lib/flow/bypass-desk.ts';
import { createCaptureLines } from '#lib/flow/capture-lines.ts';
import { createDecide, policyOf, profileOf, readGuardedRequests } from '#lib/flow/decide.ts';
import { createDriftDesk } from '#lib/flow/drift-desk.ts';
import { createErasureDesk } from '#lib/flow/erasure-desk.ts';
import { createEvidenceFinder } from '#lib/flow/find-evidence.ts';
import { createHeldTexts, heldTextStore } from '#lib/flow/held-texts.ts';
import {
  dismissLogWarning,
  lateStore,
  openCandorLog,
  readLogStanding,
  sweepStore,
} from '#lib/flow/open-candor-log.ts';
import { openProvenance } from '#lib/flow/open-provenance.ts';
import {
  CAPTURE,
  GATE,
  patternOf,
  startGuardIn,
  startScriptIn,
  watchOwnPostsIn,
} from '#lib/flow/page-scripts.ts';
import { createPostDesk } from '#lib/flow/post-desk.ts';
import { createPostTabs, postTabStore } from '#lib/flow/post-tabs.ts';
import { forgetProtection, readProtection, writeProtection } from '#lib/flow/protection.ts';
import { createProvenanceDesk } from '#lib/flow/provenance-desk.ts';
import { createRemarksDesk } from '#lib/flow/remarks-desk.ts';
import { createRestoreDesk } from '#lib/flow/restore-desk.ts';
import { answerReview, openReviewWindow, readReview } from '#lib/flow/review-window.ts';
import { createSettingsDesk } from '#lib/flow/settings-desk.ts';
import { createSitesDesk } from '#lib/flow/sites-desk.ts';
import { sendToGate, tellAllGates } from '#lib/messaging/gate-messages.ts';
import { handleMessages, requireGate } from '#lib/messaging/handle.ts';
import type { GateProfile, Protection } from '#lib/model/flow.ts';
import { SITE_PATTERNS } from '#lib/sites/catalogue.ts';
import { SOURCE_PATTERNS } from '#lib/sources/index.ts';
import { readGuardKey } from '#lib/storage/guard-key-store.ts';
import { onSettingsChanged } from '#lib/storage/settings-store.ts';

type Gate = ReturnType<typeof requireGate>;

/** Every listener is registered in the first turn: the background is started by the very event it must hear. */
export default defineBackground(() => {
  const now = Date.now;
  const settings = createSettingsDesk({ openLog: openCandorLog, policyOf, now });
  const postTabs = createPostTabs(postTabStore);
  const store = openProvenance();
  const readSettings = settings.read;
  const heldTexts = createHeldTexts({ store: heldTextStore, findText: store.findText, readSettings });
  const lines = createCaptureLines(() => performance.now());
  const provenance = createProvenanceDesk({ store, lines, readSettings, now });
  const findEvidence = createEvidenceFinder({ store, readSettings, now });
  const decide = createDecide((draft) => lines.first(() => findEvidence(draft)));
  const sites = createSitesDesk({ readSettings, readGuardedRequests, now });
  const posts = createPostDesk({
    openLog: openCandorLog,
    settings,
    decide,
    lateStore,
    postTabStore,
    heldTexts,
    awaitedStore,
    onSettled: sites.noteOutcome,
    now,
  });

  const erasure = createErasureDesk({
    openLog: openCandorLog,
    readSettings,
    lateStore,
    sweepStore,
    now,
  });

  const restores = createRestoreDesk({ openLog: openCandorLog, lateStore, now });

  const bypasses = createBypassDesk({
    openLog: openCandorLog,
    readSettings,
    decide,
    tabs: postTabs,
    onBypass: (site) => sites.noteFailure(site, 'bypassed'),
  });

  const drift = createDriftDesk({
    openLog: openCandorLog,
    readSettings,
    isOffAt: sites.isOffAt,
    watchTab: watchOwnPostsIn,
  });
  const remarks = createRemarksDesk(openCandorLog);
  /** The page has left meanwhile, or the log does not open: the next page is watched. */
  const watchPage = (gate: Parameters<typeof drift.watch>[0]): void =>
    void drift.watch(gate).catch(() => undefined);

  const readProfile = async ({ url }: Gate): Promise<GateProfile> => {
    const [standing, isOff, newer, guardKey] = await Promise.all([
      provenance.readStanding(),
      sites.isOffAt(url),
      sites.newerFor(url),
      readGuardKey(),
    ]);
    return profileOf(standing, { isOff, sites: newer, guardKey });
  };

  const noteProtection = async (gate: Gate, protection: Protection, site?: string): Promise<void> => {
    await writeProtection(gate, { protection, ...(site && { site }) });
    if (protection === 'changed' && site && !gate.isPrivate)
      await sites.noteFailure(site, 'no-submit-control');
  };

  handleMessages({
    'wake-up': async ({ protection, site, isLoaded }, sender) => {
      const gate = requireGate(sender);
      if (!isLoaded) return { profile: await readProfile(gate), awaited: null };
      // At once: what the gate says next must not be overtaken by this.
      await noteProtection(gate, protection, site).catch(() => undefined);
      watchPage(gate);
      const profile = await readProfile(gate);
      if (profile.isOff) await noteProtection(gate, 'unwatched', site).catch(() => undefined);
      return { profile, awaited: await posts.findAwaited(gate) };
    },
    'inject-review': async (_, sender) => {
      const { tab, frame } = requireGate(sender);
      await browser.scripting.executeScript({
        target: { tabId: tab, frameIds: [frame] },
        files: ['/review.js'],
      });
      return true;
    },
    'inject-guard': async (_, sender) => {
      const { tab, frame } = requireGate(sender);
      await startGuardIn(tab, frame);
      return true;
    },
    'decide-draft': (input) => posts.foresee(input),
    'hold-post': (input, sender) => posts.hold(input, requireGate(sender)),
    'approve-post': (input, sender) => posts.approve(input, requireGate(sender)),
    'release-post': (input, sender) => posts.release(input, requireGate(sender)),
    'settle-post': async (input, sender) => {
      const gate = requireGate(sender);
      const settled = await posts.settle(input, gate);
      if (input.permalink !== undefined) watchPage(gate);
      return settled;
    },
    'read-held-text': (input, sender) => posts.readText(input, requireGate(sender)),
    'report-bypass': (input, sender) => bypasses.bypass(input, requireGate(sender)),
    'report-altered': (input, sender) => bypasses.altered(input, requireGate(sender)),
    'find-own-posts': (_, sender) => drift.findOwnPosts(requireGate(sender)),
    'report-shown': (input, sender) => drift.shown(input, requireGate(sender)),
    'open-log': async () => {
      await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') });
      return true;
    },
    'remember-generation': (input, sender) => provenance.remember(input, requireGate(sender)),
    'remember-picture': (input, sender) => provenance.rememberPicture(input, requireGate(sender)),
    'capture-settings': (_, sender) => provenance.captureSettings(requireGate(sender)),
    'report-protection': async ({ protection, site }, sender) => {
      const gate = requireGate(sender);
      await noteProtection(gate, protection, site);
      watchPage(gate);
      return true;
    },
    'review-elsewhere': async (input, sender) => {
      const gate = requireGate(sender);
      await postTabs.requireOwn(input.post, gate.tab);
      return openReviewWindow(input, gate);
    },
    'read-review': ({ post }) => readReview(post),
    'read-review-text': async ({ post, generation }) => {
      // Refused where no review waits.
      await readReview(post);
      return heldTexts.read(post, generation);
    },
    'answer-review': (input) => answerReview(input),
    'read-protection': ({ tab }) => readProtection(tab),
    'read-settings': () => settings.read(),
    'save-identity': (input) => settings.saveIdentity(input),
    'remove-identity': (input) => settings.removeIdentity(input),
    'choose-preset': (input) => settings.choosePreset(input),
    'choose-gate-when': (input) => settings.chooseGateWhen(input),
    'keep-text-days': async (input) => {
      const changed = await settings.keepTextDays(input);
      await erasure.sweep();
      return changed;
    },
    'keep-text': (input) => settings.keepText(input),
    'read-log-standing': () => readLogStanding(),
    'dismiss-log-warning': () => dismissLogWarning(),
    'annotate-post': (input) => remarks.annotate(input),
    'record-report': (input) => remarks.report(input),
    'erase-texts': () => erasure.eraseAll(),
    'erase-post-texts': (input) => erasure.erasePost(input),
    'record-export': async (exported) => {
      await (await openCandorLog()).append({ event: 'log.exported', exported });
      return true;
    },
    'take-in-log': (input) => restores.takeIn(input),
    'read-sources': () => provenance.overview(),
    'switch-source': (input) => settings.switchSource(input),
    'add-source': (input) => settings.addSource(input),
    'remove-source': (input) => settings.removeSource(input),
    'change-provenance': (input) => settings.changeProvenance(input),
    'forget-generations': (input) => provenance.forget(input),
    'accept-memory-loss': async () => {
      await provenance.acceptLoss();
      await tellAllGates({ name: 'profile-changed' });
      return true;
    },
    'read-sites': () => sites.overview(),
    'switch-site': (input) => settings.switchSite(input),
    'import-site-pack': async (input) => {
      await sites.importPack(input);
      await tellAllGates({ name: 'profile-changed' });
      return true;
    },
    'remove-site-pack': async (input) => {
      await sites.removePack(input);
      await tellAllGates({ name: 'profile-changed' });
      return true;
    },
    'add-site': (input) => settings.addSite(input),
    'remove-site': (input) => settings.removeSite(input),
  });

  const originsOf = (added: readonly { origin: string }[]): string[] =>
    added.map(({ origin }) => patternOf(origin));
  browser.runtime.onInstalled.addListener(() => {
    void settings.keepScripts().catch(console.warn);
    void settings.read().then(({ addedSites, addedSources }) => {
      void startScriptIn(GATE, [...SITE_PATTERNS, ...originsOf(addedSites)]);
      void startScriptIn(CAPTURE, [...SOURCE_PATTERNS, ...originsOf(addedSources)]);
    });
  });
  onSettingsChanged(() => void tellAllGates({ name: 'profile-changed' }));
  browser.runtime.onStartup.addListener(() => void posts.closeInterrupted(true).catch(() => undefined));
  browser.tabs.onRemoved.addListener((tab) => {
    void forgetProtection(tab);
    void awaitedStore.remove(tab);
  });
  // In Firefox the question for the permission may close the popup that asked: the site is switched on all the same.
  browser.permissions.onAdded.addListener(
    ({ origins = [] }) => void settings.addGranted(origins).catch(() => undefined),
  );
  browser.permissions.onRemoved.addListener(() => void settings.forgetRevoked().catch(() => undefined));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-chip' && tab?.id !== undefined)
      void sendToGate(tab.id, { name: 'open-chip' }).catch(() => undefined);
  });

  void posts.closeInterrupted(false).catch(() => undefined);
  void erasure.sweepDaily().catch(() => undefined);
});
