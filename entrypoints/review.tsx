import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { chipCss, createChip } from '#components/chip/chip.ts';
import { Notice, type NoticeKind } from '#components/notice/Notice.tsx';
import { noticeCss } from '#components/notice/notice-css.ts';
import { ReviewDialog } from '#components/review/ReviewDialog.tsx';
import { reviewCss } from '#components/review/review-css.ts';
import { LocaleContext } from '#components/ui/locale-context.ts';
import { ask } from '#lib/flow/background-link.ts';
import { adoptStyle } from '#lib/flow/closed-root.ts';
import { confirmArrival } from '#lib/flow/confirm.ts';
import { followToNextPage } from '#lib/flow/follow-to-next-page.ts';
import { judgeRequest } from '#lib/flow/judge-request.ts';
import { setNativeSwitch } from '#lib/flow/native-switch.ts';
import { openNoticeHost } from '#lib/flow/notice-host.ts';
import { placeParts } from '#lib/flow/place-parts.ts';
import { chooseLabelLanguage } from '#lib/flow/post-language.ts';
import { createPictureReader } from '#lib/flow/read-pictures.ts';
import { reviewProps } from '#lib/flow/review-props.ts';
import { reviewGlobal } from '#lib/flow/review-ui.ts';
import { onTextStep } from '#lib/flow/steps.ts';
import { suggestLabel } from '#lib/flow/suggest-label.ts';
import { browserLocale, keepSentences } from '#lib/i18n/browser-text.ts';
import { readArrival, readBeforeArrival } from '#lib/sites/read-arrival.ts';

/** What the dialog says when the extension is updated under it. */
const NEEDED_AT_THE_END = [
  'problem_extension_updated',
  'problemUnknown',
  'nothingSent',
  'nothingSentTextKept',
] as const;

/** Chip, review UI and what follows an approval, injected into the isolated world of a frame when a composer there gets the focus. */
export default defineUnlistedScript(() => {
  if (reviewGlobal.candorReview) return;
  keepSentences(NEEDED_AT_THE_END);
  const locale = browserLocale();
  const styled = new WeakSet<Node>();
  let isNoticeOpen = false;
  const showNotice = async (
    kind: NoticeKind,
    siteName: string,
    { findLabel, address }: { findLabel?: () => Promise<string | undefined>; address?: string } = {},
  ): Promise<void> => {
    // Once is enough: the log has the rest.
    if (isNoticeOpen) return;
    isNoticeOpen = true;
    const label = await findLabel?.();
    const host = openNoticeHost(noticeCss, () => {
      isNoticeOpen = false;
    });
    const onOpenLog = (): void => void ask('open-log', {}).catch(() => undefined);
    render(
      <LocaleContext.Provider value={locale}>
        <Notice
          kind={kind}
          siteName={siteName}
          label={label}
          address={address}
          onOpenLog={onOpenLog}
          onClose={host.close}
        />
      </LocaleContext.Provider>,
      host.root,
    );
  };
  reviewGlobal.candorReview = {
    show(dialog, data, callbacks) {
      const root = dialog.getRootNode();
      if (root instanceof ShadowRoot && !styled.has(root)) {
        adoptStyle(root, reviewCss);
        styled.add(root);
      }
      render(
        <LocaleContext.Provider value={locale}>
          <ReviewDialog
            {...reviewProps(data, callbacks, (generation) =>
              ask('read-held-text', { post: data.post, generation }),
            )}
          />
        </LocaleContext.Provider>,
        dialog,
      );
    },
    remove: (dialog) => render(null, dialog),
    chip: {
      css: chipCss,
      create(root, onChoose) {
        const made = createChip({ root, ...locale, onChoose });
        return { ...made, update: (state, role) => made.update({ state, role }) };
      },
    },
    readPictures: createPictureReader(),
    chooseLabelLanguage,
    placeParts,
    setNativeSwitch,
    onTextStep,
    readBeforeArrival,
    readArrival,
    confirmArrival,
    followToNextPage,
    showNotice: (kind, siteName, label) => void showNotice(kind, siteName, { findLabel: async () => label }),
    judgeRequest: (report, host) =>
      judgeRequest(report, host, (kind, siteName, missed) =>
        showNotice(
          kind,
          siteName,
          missed && { ...missed, findLabel: async () => suggestLabel(missed.draft, missed.held) },
        ),
      ),
  };
});
