import { render } from 'preact';
import { Notice, type NoticeKind } from '#components/notice/Notice.tsx';
import { noticeCss } from '#components/notice/notice-css.ts';
import { LocaleContext } from '#components/ui/locale-context.ts';
import { openNoticeHost } from '#lib/flow/notice-host.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { drawSite } from './fake-site.ts';

/** `notice/<kind>`, where it stands on a site. */
export const showNotice = (kind: string, locale: Locale): void => {
  drawSite();
  const host = openNoticeHost(noticeCss, () => undefined);
  const label =
    kind === 'bypassed' || kind === 'label-gone' ? '[Written together with AI by Ada Lovelace]' : undefined;
  render(
    <LocaleContext.Provider value={locale}>
      <Notice
        kind={kind as NoticeKind}
        siteName="Mastodon"
        label={label}
        address={kind === 'bypassed' ? 'https://mastodon.social/@ada/1' : undefined}
        onOpenLog={() => undefined}
        onClose={host.close}
      />
    </LocaleContext.Provider>,
    host.root,
  );
};
