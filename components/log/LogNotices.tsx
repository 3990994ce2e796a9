import type { MessageKey } from '#lib/i18n/text.ts';
import type { LogFault, LogWarning } from '#lib/model/log-standing.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useLocale } from '../ui/locale-context.ts';
import type { LogModel } from './contract.ts';
import { Moment } from './Moment.tsx';

const WORDS: Record<LogWarning['is'], { title: MessageKey; explains: MessageKey }> = {
  lost: { title: 'logLost', explains: 'logLostExplains' },
  'rolled-back': { title: 'logRolledBack', explains: 'logRolledBackExplains' },
  'key-lost': { title: 'logKeyLost', explains: 'logKeyLostExplains' },
  replaced: { title: 'logReplaced', explains: 'logReplacedExplains' },
};

const Warning = ({ warning, onDismiss }: { warning: LogWarning; onDismiss(): void }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  const { title, explains } = WORDS[warning.is];
  return (
    <Banner tone="danger" role="alert" title={text(title)}>
      <p>{text('logThenAndNow', number.format(warning.remembered), number.format(warning.found))}</p>
      <p>{text(explains)}</p>
      <p>{text('logWarningAdvice')}</p>
      <p class="soft">
        {text('logWarningNoticed')} <Moment time={warning.time} />
      </p>
      <Button small onPress={onDismiss}>
        {text('dismiss')}
      </Button>
    </Banner>
  );
};

const Fault = ({ fault }: { fault: LogFault }) => {
  const { text } = useLocale();
  return (
    <Banner tone="danger" role="alert" title={text(`logFault_${fault}`)}>
      <p>{text(`logFaultAdvice_${fault}`)}</p>
    </Banner>
  );
};

/** What has to be known of the log before anything in it is read. `small`: where it stands each time, in few words. */
export const LogNotices = ({ log, small = false }: { log: LogModel; small?: boolean }) => {
  const { text, language } = useLocale();
  const standing = log.standing.value;
  if (standing === undefined) return null;
  return (
    <>
      {standing.keeping === 'in-memory' && (
        <Banner tone="caution" title={text('logInMemory')}>
          {!small && <p>{text('logInMemoryExplains')}</p>}
          <p>{text('logInMemoryAdvice')}</p>
        </Banner>
      )}
      {standing.fault && <Fault fault={standing.fault} />}
      {standing.waiting !== undefined && (
        <Banner
          tone="caution"
          title={text('logWaiting', new Intl.NumberFormat(language).format(standing.waiting))}
        />
      )}
      {standing.warning && <Warning warning={standing.warning} onDismiss={() => void log.dismissWarning()} />}
    </>
  );
};
