import { useEffect, useState } from 'preact/hooks';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useLocale } from '../ui/locale-context.ts';
import type { FormerLog, FormerPorts } from './former-contract.ts';

const Row = ({ log, onSave }: { log: FormerLog; onSave(): void }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  return (
    <li>
      <p>
        <strong>{log.origin ?? text('formerUnnamed')}</strong>
      </p>
      <p>{text(log.from === 'ended' ? 'formerEnded' : 'formerRestored')}</p>
      <p>
        {text('formerEntries', number.format(log.size))}{' '}
        {log.signed === undefined ? text('formerUnsigned') : text('formerSigned', number.format(log.signed))}
      </p>
      {log.signed !== undefined && (
        <Button small onPress={onSave}>
          {text('formerExport')}
        </Button>
      )}
    </li>
  );
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The logs before this one. Nothing is shown where there are none. */
export const FormerLogs = ({ former }: { former: FormerPorts }) => {
  const { text } = useLocale();
  const [logs, setLogs] = useState<readonly FormerLog[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    former.list().then(setLogs, (error: unknown) => setProblem(messageOf(error)));
  }, [former]);
  if (logs.length === 0) return null;
  return (
    <section class="former" aria-labelledby="former-title">
      <h2 id="former-title">{text('formerTitle')}</h2>
      <p class="lead">{text('formerExplains')}</p>
      <ul class="plain">
        {logs.map((log) => (
          <Row
            key={log.id}
            log={log}
            onSave={() => void former.save(log.id).catch((error: unknown) => setProblem(messageOf(error)))}
          />
        ))}
      </ul>
      {problem !== '' && (
        <Banner tone="danger" title={text('formerFailed')}>
          <p>{problem}</p>
        </Banner>
      )}
    </section>
  );
};
