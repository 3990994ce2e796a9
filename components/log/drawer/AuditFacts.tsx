import type { PostStory } from '#lib/model/log-query.ts';
import { useLocale } from '../../ui/locale-context.ts';

/** What an auditor compares with an export: places, digests, versions. */
export const AuditFacts = ({ story }: { story: PostStory }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  return (
    <details class="story-audit">
      <summary>{text('auditTitle')}</summary>
      <p class="soft">{text('auditExplains')}</p>
      <dl class="audit-facts">
        <dt>{text('auditPost')}</dt>
        <dd>
          <code>{story.post}</code>
        </dd>
      </dl>
      {story.entries.map(({ index, event, time, previous, software, policy, contents = [] }) => (
        <dl key={index} class="audit-facts">
          <dt>{text('auditEntry')}</dt>
          <dd>
            {number.format(index)} <code>{event}</code>
          </dd>
          <dt>{text('columnTime')}</dt>
          <dd>
            <code>{new Date(time).toISOString()}</code>
          </dd>
          {policy && (
            <>
              <dt>{text('filterPolicy')}</dt>
              <dd>
                <code>
                  {policy.id} {policy.version}
                </code>
              </dd>
            </>
          )}
          {contents.map(({ what, digest }) => (
            <>
              <dt>
                {text('auditDigest')} <code>{what}</code>
              </dt>
              <dd>
                <code>{digest}</code>
              </dd>
            </>
          ))}
          {previous !== '' && (
            <>
              <dt>{text('auditPrevious')}</dt>
              <dd>
                <code>{previous}</code>
              </dd>
            </>
          )}
          <dt>{text('auditSoftware')}</dt>
          <dd>
            <code>{software}</code>
          </dd>
        </dl>
      ))}
    </details>
  );
};
