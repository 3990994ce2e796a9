import type { MessageKey } from '#lib/i18n/text.ts';
import { ROLE_WORDS } from '../roles.ts';
import { Banner } from '../ui/Banner.tsx';
import { useLocale } from '../ui/locale-context.ts';
import type { CheckedFile, FileAnswer, ReceiptFacts } from './contract.ts';

const TONES = { intact: 'good', broken: 'danger', unchecked: 'caution' } as const;
const TITLES = {
  intact: 'verifierGood',
  broken: 'verifierBroken',
  unchecked: 'verifierUnchecked',
} as const satisfies Record<FileAnswer['verdict'], MessageKey>;

const EVENTS: Record<string, MessageKey> = {
  'post.approved': 'receiptApproved',
  'post.overridden': 'receiptOverridden',
  'post.published': 'receiptPublished',
};

/** What the receipt says, as far as it says it. */
const Facts = ({ facts }: { facts: ReceiptFacts }) => {
  const { text } = useLocale();
  const event = EVENTS[facts.event ?? ''];
  const rows: [MessageKey, string | undefined][] = [
    ['receiptEvent', event && text(event)],
    ['columnRole', facts.role && text(ROLE_WORDS[facts.role].short)],
    ['columnName', facts.name],
    ['columnSite', facts.site],
    ['receiptAddress', facts.permalink],
  ];
  return (
    <>
      <dl class="facts">
        {rows.map(([label, value]) =>
          value === undefined ? null : (
            <div key={label}>
              <dt>{text(label)}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {facts.texts.map((each) => (
        <details key={each}>
          <summary>{text('receiptShowText')}</summary>
          <p class="facts-text" dir="auto">
            {each}
          </p>
        </details>
      ))}
    </>
  );
};

const List = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <h3 class="section-title">{title}</h3>
      <ul class="answer-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );

const Answer = ({ answer }: { answer: FileAnswer }) => {
  const { text } = useLocale();
  return (
    <>
      <Banner tone={TONES[answer.verdict]} title={text(TITLES[answer.verdict])}>
        <p>{answer.answer}</p>
        {answer.verdict !== 'intact' && answer.details.map((line) => <p key={line}>{line}</p>)}
      </Banner>
      {answer.verdict === 'broken' && <p class="soft">{text('verifierBrokenAdvice')}</p>}
      {answer.verdict === 'intact' && <List title={text('verifierDetails')} lines={answer.details} />}
      {answer.facts && <Facts facts={answer.facts} />}
      <List title={text('verifierLimits')} lines={answer.limits} />
      <List title={text('verifierMarks')} lines={answer.marks} />
    </>
  );
};

/** One file and what was found about it. */
export const AnswerView = ({ checked: { file, state } }: { checked: CheckedFile }) => {
  const { text, language } = useLocale();
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <section class="answer" aria-label={file.name}>
      <h2 class="answer-name" dir="auto">
        {text('verifierFile', file.name)}
      </h2>
      {state.is === 'waiting' && <p class="soft">{text('verifierWaiting')}</p>}
      {state.is === 'stopped' && <Banner tone="caution" title={text('verifierStopped')} />}
      {state.is === 'failed' && (
        <Banner tone="caution" title={text('verifierFailed')}>
          <p>{state.detail}</p>
        </Banner>
      )}
      {state.is === 'running' && (
        <p class="row">
          <progress
            aria-label={text('verifierRunning')}
            max={state.size}
            value={state.size === 0 ? 0 : state.done}
          />
          {percent.format(state.size === 0 ? 0 : state.done / state.size)}
        </p>
      )}
      {state.is === 'done' && <Answer answer={state.answer} />}
    </section>
  );
};
