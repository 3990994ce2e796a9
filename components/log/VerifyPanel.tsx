import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useLocale } from '../ui/locale-context.ts';
import { textForCode } from '../ui/text-for-code.ts';
import type { LogModel, VerifyState } from './contract.ts';
import { ExportPanel } from './export/ExportPanel.tsx';

const Result = ({ state }: { state: VerifyState }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  if (state.is === 'idle') return null;
  if (state.is === 'running') {
    return (
      <p class="verify-running">
        {text('verifyRunning', number.format(state.done), number.format(state.total))}
      </p>
    );
  }
  if (state.is === 'failed')
    return (
      <Banner tone="danger" title={text('verifyImpossible')}>
        <p>{state.detail}</p>
      </Banner>
    );
  const { result } = state;
  if (result.ok && result.size === 0) return <Banner tone="info" title={text('verifyEmpty')} />;
  if (result.ok) {
    return (
      <Banner tone="good" title={text('verifyGood', number.format(result.size))}>
        <p>{text('verifyLimits')}</p>
      </Banner>
    );
  }
  const place = result.index ?? result.line;
  const entry = place === undefined ? '' : number.format(place);
  return (
    <Banner tone="danger" title={text('verifyBad')}>
      <p>{textForCode(text, 'verify_', result.code, [entry], result.code)}</p>
      <p>{text('verifyBadAdvice')}</p>
    </Banner>
  );
};

/** "Verify now" and the result in plain words, with what it cannot prove. Nothing where the page may not read the log. */
export const VerifyPanel = ({ log, small = false }: { log: LogModel; small?: boolean }) => {
  const { text } = useLocale();
  const state = log.verification.value;
  if (log.state.value === 'elsewhere') return null;
  return (
    <div class="verify">
      <div class="row">
        <Button small={small} unavailable={state.is === 'running'} onPress={() => void log.verify()}>
          <Icon name="shield" />
          {text('verifyNow')}
        </Button>
        {!small && <ExportPanel exports={log.exports} />}
        {!small && (
          <Button kind="quiet" onPress={() => void log.saveVerifier()}>
            {text('saveVerifier')}
          </Button>
        )}
      </div>
      <div role="status">
        <Result state={state} />
        {log.isVerifierMissing.value && (
          <Banner tone="danger" title={text('exportFailed')}>
            <p>{log.problem.value}</p>
          </Banner>
        )}
      </div>
    </div>
  );
};
