import { useEffect, useRef, useState } from 'preact/hooks';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useLocale, useText } from '../ui/locale-context.ts';
import { TextField } from '../ui/TextField.tsx';
import { textForCode } from '../ui/text-for-code.ts';
import type { BackupAnswer, BackupPorts, RestoreAnswer } from './backup-contract.ts';
import { isLongEnough, strengthOf } from './passphrase.ts';

type Working<Answer> =
  | { is: 'idle' }
  | { is: 'running'; done: number; total: number }
  | { is: 'answered'; answer: Answer }
  | { is: 'failed'; detail: string };

type Job<Answer> = (
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<Answer>;

/** One job at a time, with its progress; it ends with the page. */
function useJob<Answer>() {
  const [state, setState] = useState<Working<Answer>>({ is: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (job: Job<Answer>): Promise<void> => {
    const stop = new AbortController();
    running.current = stop;
    setState({ is: 'running', done: 0, total: 0 });
    try {
      const answer = await job((done, total) => setState({ is: 'running', done, total }), stop.signal);
      setState({ is: 'answered', answer });
    } catch (error) {
      setState({ is: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };
  return { state, start, cancel: () => running.current?.abort() };
}

const Progress = ({
  label,
  state,
  onCancel,
}: {
  label: string;
  state: Working<unknown>;
  onCancel(): void;
}) => {
  const { text, language } = useLocale();
  if (state.is !== 'running') return null;
  const share = state.total === 0 ? 0 : state.done / state.total;
  return (
    <div class="row">
      <progress aria-label={label} max={1} value={share} />
      <span>{new Intl.NumberFormat(language, { style: 'percent' }).format(share)}</span>
      <Button onPress={onCancel}>{text('exportCancel')}</Button>
    </div>
  );
};

const Saved = ({ state }: { state: Working<BackupAnswer> }) => {
  const { text, language } = useLocale();
  if (state.is === 'failed')
    return (
      <Banner tone="danger" title={text('backupFailed')}>
        <p>{state.detail}</p>
      </Banner>
    );
  if (state.is !== 'answered') return null;
  const { answer } = state;
  if (answer.is === 'cancelled') return <Banner tone="info" title={text('backupCancelled')} />;
  const count = new Intl.NumberFormat(language).format(answer.entries);
  return (
    <Banner tone="good" title={text('backupSaved', count, answer.name)}>
      <p>{text('backupKeep')}</p>
    </Banner>
  );
};

const RESTORED = {
  nothing: 'restoreNothing',
  continued: 'restoreContinued',
  former: 'restoreFormer',
} as const;

const Brought = ({ state }: { state: Working<RestoreAnswer> }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  if (state.is === 'failed')
    return (
      <Banner tone="danger" title={text('restoreRefused')}>
        <p>{state.detail}</p>
      </Banner>
    );
  if (state.is !== 'answered') return null;
  const { answer } = state;
  if (answer.is === 'cancelled') return <Banner tone="info" title={text('restoreCancelled')} />;
  if (answer.is !== 'refused') {
    const tone = answer.is === 'nothing' ? 'info' : 'good';
    return (
      <Banner tone={tone} title={text(RESTORED[answer.is], number.format(answer.size), answer.origin)} />
    );
  }
  const [theirs, ours] = answer.heads;
  return (
    <Banner tone="danger" title={text('restoreRefused')}>
      <p>{textForCode(text, 'restore_', answer.code, [], answer.code)}</p>
      {theirs && ours && (
        <ul>
          <li>
            {text('restoreHeadBackup', number.format(theirs.size))} <code>{theirs.root}</code>
          </li>
          <li>
            {text('restoreHeadHere', number.format(ours.size))} <code>{ours.root}</code>
          </li>
        </ul>
      )}
    </Banner>
  );
};

const MakeBackup = ({ backups }: { backups: BackupPorts }) => {
  const text = useText();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { state, start, cancel } = useJob<BackupAnswer>();
  const isSame = passphrase === again;
  const isReady = isLongEnough(passphrase) && isSame;
  const save = async (): Promise<void> => {
    await start((onProgress, signal) => backups.save(passphrase, onProgress, signal));
    setPassphrase('');
    setAgain('');
  };
  return (
    <section aria-labelledby="backup-make">
      <h3 class="section-title" id="backup-make">
        {text('backupMake')}
      </h3>
      <p>{text('backupExplains')}</p>
      <TextField
        id="backup-passphrase"
        type="password"
        autocomplete="new-password"
        label={text('backupPassphrase')}
        hint={text(strengthOf(passphrase))}
        value={passphrase}
        onInput={setPassphrase}
      />
      <TextField
        id="backup-again"
        type="password"
        autocomplete="new-password"
        label={text('backupAgain')}
        error={again !== '' && !isSame ? text('backupNotSame') : undefined}
        value={again}
        onInput={setAgain}
      />
      <p>
        <strong>{text('backupNobodyElse')}</strong>
      </p>
      <Progress label={text('backupRunning')} state={state} onCancel={cancel} />
      {state.is !== 'running' && (
        <Button kind="primary" unavailable={!isReady} onPress={() => void (isReady && save())}>
          {text('backupSave')}
        </Button>
      )}
      <div role="status">
        <Saved state={state} />
      </div>
    </section>
  );
};

const Restore = ({ backups, onRestored }: { backups: BackupPorts; onRestored(): void }) => {
  const text = useText();
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState('');
  const { state, start, cancel } = useJob<RestoreAnswer>();
  const isReady = file !== undefined && passphrase !== '';
  const restore = async (chosen: File): Promise<void> => {
    await start((onProgress, signal) => backups.restore(chosen, passphrase, onProgress, signal));
    onRestored();
  };
  return (
    <section aria-labelledby="backup-restore">
      <h3 class="section-title" id="backup-restore">
        {text('restoreTitle')}
      </h3>
      <p>{text('restoreExplains')}</p>
      <div class="field">
        <label class="field-label" for="restore-file">
          {text('restoreFile')}
        </label>
        <input
          id="restore-file"
          type="file"
          onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? undefined)}
        />
      </div>
      <TextField
        id="restore-passphrase"
        type="password"
        autocomplete="off"
        label={text('restorePassphrase')}
        value={passphrase}
        onInput={setPassphrase}
      />
      <Progress label={text('restoreRunning')} state={state} onCancel={cancel} />
      {state.is !== 'running' && (
        <Button unavailable={!isReady} onPress={() => void (file && isReady && restore(file))}>
          {text('restoreStart')}
        </Button>
      )}
      <div role="status">
        <Brought state={state} />
      </div>
    </section>
  );
};

/** The whole log into a file under a passphrase, and back. */
export const Backup = ({ backups, onRestored }: { backups: BackupPorts; onRestored(): void }) => {
  const text = useText();
  return (
    <details class="backup">
      <summary>{text('backupTitle')}</summary>
      <MakeBackup backups={backups} />
      <Restore backups={backups} onRestored={onRestored} />
    </details>
  );
};
