import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';

type State = 'idle' | 'asking' | 'running' | 'failed';

/** Erases the kept texts of one post, after a second press. */
export const ErasePost = ({ onErase }: { onErase(): Promise<void> }) => {
  const text = useText();
  const [state, setState] = useState<State>('idle');
  const erase = async (): Promise<void> => {
    setState('running');
    try {
      await onErase();
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  if (state === 'idle' || state === 'failed') {
    return (
      <>
        <Button kind="quiet" small onPress={() => setState('asking')}>
          {text('eraseThis')}
        </Button>
        {state === 'failed' && <p role="alert">{text('eraseFailed')}</p>}
      </>
    );
  }
  return (
    <>
      <p>{text('eraseOnDisk')}</p>
      <div class="row">
        <Button kind="danger" small unavailable={state === 'running'} onPress={() => void erase()}>
          {text('eraseThisConfirm')}
        </Button>
        <Button small onPress={() => setState('idle')}>
          {text('eraseCancel')}
        </Button>
      </div>
    </>
  );
};
