import type { MessageKey } from '#lib/i18n/text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useLocale } from '../../ui/locale-context.ts';
import type { FileAnswer } from '../../verifier/contract.ts';
import type { OpenedFile, OpenedModel, OpenedPosts, OpenedState, VerifiedExport } from './opened-contract.ts';

const USELESS = {
  empty: 'openedEmpty',
  receipt: 'openedReceipt',
  backup: 'openedBackup',
  stamp: 'openedStamp',
  'witness-key': 'openedWitnessKey',
  unknown: 'openedForeign',
  twice: 'openedTwice',
} as const satisfies Record<Extract<OpenedState, { is: 'useless' }>['why'], MessageKey>;

const KEYS = {
  own: 'openedKeyOwn',
  known: 'openedKeyKnown',
  unknown: 'openedKeyUnknown',
} as const satisfies Record<VerifiedExport['key'], MessageKey>;

const List = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <h3 class="section-title">{title}</h3>
      <ul class="opened-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );

const Counts = ({ posts, unreadable }: OpenedPosts) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  return (
    <p class="soft">
      {text('openedPosts', number.format(posts))}
      {unreadable > 0 && ` ${text('openedUnreadable', number.format(unreadable))}`}
    </p>
  );
};

const Details = ({ answer }: { answer: FileAnswer }) => {
  const { text } = useLocale();
  return (
    <details>
      <summary>{text('openedDetails')}</summary>
      <List title={text('verifierDetails')} lines={answer.details} />
      <List title={text('verifierLimits')} lines={answer.limits} />
      <List title={text('verifierMarks')} lines={answer.marks} />
    </details>
  );
};

const Verified = ({ state }: { state: VerifiedExport }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  const { size, shown, earlier, sameLog } = state;
  const isWhole = shown === size;
  return (
    <>
      <p class="badges">
        <span class="badge good">
          <Icon name="check" size={12} />
          {isWhole
            ? text('openedVerified', number.format(size))
            : text('openedPart', number.format(shown), number.format(size))}
        </span>
        <span class={state.key === 'unknown' ? 'badge caution' : 'badge good'}>{text(KEYS[state.key])}</span>
        <span class={earlier.is === 'fits' ? 'badge good' : 'badge'}>
          {earlier.is === 'none'
            ? text('openedNoEarlier')
            : text(
                earlier.is === 'fits' ? 'openedEarlierFits' : 'openedEarlierHidden',
                number.format(earlier.size),
              )}
        </span>
      </p>
      <p class="opened-log">
        {text('openedLog')} <code>{state.log}</code> <code>{state.fingerprint}</code>
      </p>
      {sameLog.length > 0 && <p>{text('openedSameLog', sameLog.join(', '))}</p>}
      <Counts {...state} />
      <Details answer={state.answer} />
    </>
  );
};

interface CardProps {
  file: OpenedFile;
  opened: OpenedModel;
}

const Running = ({ file, opened, done, size }: CardProps & { done: number; size: number }) => {
  const { text, language } = useLocale();
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <div class="row">
      <progress aria-label={text('verifierRunning')} max={size || 1} value={done} />
      <span>{percent.format(size === 0 ? 0 : done / size)}</span>
      <Button small onPress={() => opened.stop(file.id)}>
        {text('exportCancel')}
      </Button>
    </div>
  );
};

const Stopped = ({ file, opened, detail }: CardProps & { detail?: string }) => {
  const { text } = useLocale();
  return (
    <Banner tone="caution" title={text(detail === undefined ? 'verifierStopped' : 'verifierFailed')}>
      {detail !== undefined && <p>{detail}</p>}
      <Button small onPress={() => void opened.again(file.id)}>
        {text('openedAgain')}
      </Button>
    </Banner>
  );
};

/** It does not hold: the reason first; its posts only for who asks for them. */
const Refused = ({ file, opened, answer }: CardProps & { answer: FileAnswer }) => {
  const { text } = useLocale();
  const { state } = file;
  return (
    <>
      <Banner tone="danger" title={text(state.is === 'refused' ? 'openedRefused' : 'verifierBroken')}>
        <p>{answer.answer}</p>
        {answer.details.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {state.is === 'refused' ? (
          <>
            <p>{text('openedLookAdvice')}</p>
            <Button small onPress={() => void opened.lookAnyway(file.id)}>
              {text('openedLook')}
            </Button>
          </>
        ) : (
          <p>{text('openedLooking')}</p>
        )}
      </Banner>
      {state.is === 'unverified' && <Counts {...state} />}
    </>
  );
};

const State = ({ file, opened }: CardProps) => {
  const { text } = useLocale();
  const { state } = file;
  switch (state.is) {
    case 'waiting':
      return <p class="soft">{text('verifierWaiting')}</p>;
    case 'running':
      return <Running file={file} opened={opened} done={state.done} size={state.size} />;
    case 'stopped':
      return <Stopped file={file} opened={opened} />;
    case 'failed':
      return <Stopped file={file} opened={opened} detail={state.detail} />;
    case 'verified':
      return <Verified state={state} />;
    case 'kept':
      return <Banner tone="info" title={text('openedKept')} />;
    case 'useless':
      return (
        <Banner tone="caution" title={text('openedUseless')}>
          <p>{text(USELESS[state.why], state.why === 'twice' ? state.as : '')}</p>
        </Banner>
      );
    default:
      return <Refused file={file} opened={opened} answer={state.answer} />;
  }
};

/** One file and how it stands. */
export const OpenedFileCard = ({ file, opened }: CardProps) => {
  const { text } = useLocale();
  return (
    <li class="opened-file">
      <header class="opened-head">
        <span class="opened-label">{file.label}</span>
        <h2 dir="auto">{file.file.name}</h2>
        <Button
          kind="quiet"
          small
          label={text('openedRemove', file.label, file.file.name)}
          onPress={() => void opened.remove(file.id)}
        >
          <Icon name="close" />
        </Button>
      </header>
      <State file={file} opened={opened} />
    </li>
  );
};
