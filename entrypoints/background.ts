import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { decide, policyOf, profileOf } from '#lib/flow/decide.ts';
import { startGateIn } from '#lib/flow/gate-scripts.ts';
import { lateStore, openCandorLog } from '#lib/flow/open-candor-log.ts';
import { createPostDesk } from '#lib/flow/post-desk.ts';
import { forgetProtection, readProtection, writeProtection } from '#lib/flow/protection.ts';
import { answerReview, openReviewWindow, readReview } from '#lib/flow/review-window.ts';
import { createSettingsDesk } from '#lib/flow/settings-desk.ts';
import { sendToGate } from '#lib/messaging/gate-messages.ts';
import { handleMessages, requireGate } from '#lib/messaging/handle.ts';

/** Every listener is registered in the first turn: the background is started by the very event it must hear. */
export default defineBackground(() => {
  const now = Date.now;
  const settings = createSettingsDesk({ openLog: openCandorLog, policyOf, now });
  const posts = createPostDesk({ openLog: openCandorLog, settings, decide, lateStore, now });

  handleMessages({
    'wake-up': () => profileOf(),
    'inject-review': async (_, sender) => {
      const { tab, frame } = requireGate(sender);
      await browser.scripting.executeScript({
        target: { tabId: tab, frameIds: [frame] },
        files: ['/review.js'],
      });
      return true;
    },
    'decide-draft': ({ draft, role }) => decide(draft, { role, phase: 'typing' }),
    'hold-post': (input, sender) => posts.hold(input, requireGate(sender)),
    'approve-post': (input, sender) => posts.approve(input, requireGate(sender)),
    'release-post': (input) => posts.release(input),
    'settle-post': (input, sender) => posts.settle(input, requireGate(sender)),
    'report-protection': async ({ protection, site }, sender) => {
      await writeProtection(requireGate(sender).tab, { protection, ...(site && { site }) });
      return true;
    },
    'review-elsewhere': (input, sender) => openReviewWindow(input, requireGate(sender)),
    'read-review': ({ post }) => readReview(post),
    'answer-review': (input) => answerReview(input),
    'read-protection': ({ tab }) => readProtection(tab),
    'read-settings': () => settings.read(),
    'save-identity': (input) => settings.saveIdentity(input),
    'remove-identity': (input) => settings.removeIdentity(input),
    'choose-preset': (input) => settings.choosePreset(input),
    'choose-gate-when': (input) => settings.chooseGateWhen(input),
    'keep-text': (input) => settings.keepText(input),
    'add-site': (input) => settings.addSite(input),
    'remove-site': (input) => settings.removeSite(input),
  });

  browser.runtime.onInstalled.addListener(() => {
    const patterns = browser.runtime.getManifest().host_permissions ?? [];
    void settings
      .read()
      .then(({ addedSites }) => startGateIn([...patterns, ...addedSites.map(({ origin }) => `${origin}/*`)]));
  });
  browser.runtime.onStartup.addListener(() => void posts.closeInterrupted(true).catch(() => undefined));
  browser.tabs.onRemoved.addListener((tab) => void forgetProtection(tab));
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
});
