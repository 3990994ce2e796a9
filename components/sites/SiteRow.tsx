import type { MessageKey } from '#lib/i18n/text.ts';
import type { ComposerKind } from '#lib/model/draft.ts';
import type { GuardedRequests } from '#lib/model/policy.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useLocale } from '../ui/locale-context.ts';
import { Switch } from '../ui/Switch.tsx';
import { textForCode } from '../ui/text-for-code.ts';
import type { ShownSite, SitesModel } from './contract.ts';

const KIND_WORDS: Record<ComposerKind, MessageKey> = {
  post: 'kindPost',
  reply: 'kindReply',
  quote: 'kindQuote',
  thread: 'kindThread',
  article: 'kindArticle',
  comment: 'kindComment',
  edit: 'kindEdit',
};

interface SiteRowProps {
  model: SitesModel;
  site: ShownSite;
  requests: GuardedRequests;
}

/** One site: where it is, how its definition does on this machine, and its switch. */
export const SiteRow = ({ model, site, requests }: SiteRowProps) => {
  const { text, language } = useLocale();
  const day = (date: string | number): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(date));
  const { verified, worked, failed, hosts, kinds } = site;
  const lists = new Intl.ListFormat(language, { style: 'short', type: 'unit' });
  const facts = [
    lists.format(kinds.map((kind) => text(KIND_WORDS[kind]))),
    text('siteVerified', day(verified.date)),
    worked === undefined ? text('siteNeverSeen') : text('siteWorked', day(worked)),
    site.from === 'pack' && text('siteFromPack', site.version),
  ].filter((fact) => typeof fact === 'string');
  const isLatest = failed !== undefined && failed.time > (worked ?? 0);
  return (
    <li class="rows-item site">
      <div class="source-words">
        <span class="rows-words">
          <strong dir="auto">{site.name}</strong>
          <span class="soft">{hosts.length > 0 ? hosts.join(', ') : text('siteSelfHosted')}</span>
        </span>
        <ul class="source-facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        {failed && (
          <p class={isLatest ? 'site-failed' : 'soft'}>
            {text(
              'siteFailed',
              day(failed.time),
              textForCode(text, 'siteFailed_', failed.code, [], text('siteFailedOther')),
            )}
          </p>
        )}
        <details class="site-more">
          <summary>
            {text('siteMore')}
            <span class="sr-only"> {site.name}</span>
          </summary>
          <p>{verified.how}</p>
          {verified.unverified && (
            <>
              <p>{text('siteUnverified')}</p>
              <ul lang="en">
                {verified.unverified.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          )}
          <CopyButton value={model.report(site, requests)} label={text('siteCopyReport')} />
        </details>
      </div>
      {hosts.length > 0 && (
        <span class="row source-acts">
          <Switch
            id={`site ${site.id}`}
            isOn={site.isOn}
            label={text('siteWatch', site.name)}
            onChange={(isOn) => void model.switchSite(site, isOn)}
          />
        </span>
      )}
    </li>
  );
};
