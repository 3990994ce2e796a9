import { useState } from 'preact/hooks';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useLocale } from '../ui/locale-context.ts';
import { TextField } from '../ui/TextField.tsx';
import { textForCode } from '../ui/text-for-code.ts';
import type { StampAnswer, StampOffer, StampPorts } from './stamp-contract.ts';

type State =
  | { is: 'idle' | 'bad-address' }
  | { is: 'offered' | 'asking'; offer: StampOffer }
  | { is: 'done'; answer: StampAnswer }
  | { is: 'failed'; detail: string };

/** All that leaves the machine, before it does. */
const Offer = ({ offer, isAsking, onAsk }: { offer: StampOffer; isAsking: boolean; onAsk(): void }) => {
  const { text } = useLocale();
  return (
    <div class="stamp-offer">
      <h3 class="section-title">{text('stampLeaves', offer.host)}</h3>
      <ul class="stamp-list">
        <li>
          {text('stampLeavesDigest')} <code class="stamp-digest">{offer.digest}</code>
        </li>
        <li>{text('stampLeavesNonce')}</li>
        <li>{text('stampLeavesTime')}</li>
      </ul>
      <p class="lead">{text('stampStays')}</p>
      <Button kind="primary" unavailable={isAsking} onPress={onAsk}>
        {text('stampAsk', offer.host)}
      </Button>
      {isAsking && <p role="status">{text('stampAsking', offer.host)}</p>}
    </div>
  );
};

const Result = ({ state }: { state: State }) => {
  const { text, language } = useLocale();
  if (state.is === 'failed')
    return (
      <Banner tone="danger" title={text('stampNone')}>
        <p>{state.detail}</p>
      </Banner>
    );
  if (state.is !== 'done') return null;
  const { answer } = state;
  if (!answer.ok)
    return (
      <Banner tone="danger" title={text('stampNone')}>
        <p>{textForCode(text, 'stamp_', answer.code, [answer.detail ?? ''], answer.code)}</p>
      </Banner>
    );
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' });
  const number = new Intl.NumberFormat(language);
  return (
    <Banner tone="good" title={text('stampSaved', number.format(answer.size))}>
      <p>{text('stampSays', time.format(answer.time), answer.authority)}</p>
      <p>{text('verifyStampTrust')}</p>
      <p>
        {text('verifyStampMark')} <code class="stamp-digest">{answer.fingerprint}</code>
      </p>
    </Banner>
  );
};

/** Has somebody outside confirm when the log was as it is. Does nothing until the person names that somebody. */
export const TimeStamp = ({ stamps }: { stamps: StampPorts }) => {
  const { text } = useLocale();
  const [address, setAddress] = useState('');
  const [state, setState] = useState<State>({ is: 'idle' });
  const run = async (act: () => Promise<State>): Promise<void> => {
    try {
      setState(await act());
    } catch (error) {
      setState({ is: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };
  const prepare = (): Promise<void> =>
    run(async () => {
      const offer = await stamps.prepare(address);
      return offer ? { is: 'offered', offer } : { is: 'bad-address' };
    });
  const ask = (offer: StampOffer): Promise<void> => {
    // First of all, since the browser asks for a permission only inside the press.
    const asked = stamps.ask(offer);
    setState({ is: 'asking', offer });
    return run(async () => ({ is: 'done', answer: await asked }));
  };
  const openWith = async (): Promise<void> => {
    const before = await stamps.readAddress().catch(() => '');
    setAddress((typed) => typed || before);
  };
  return (
    <details
      class="stamp"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void openWith();
      }}
    >
      <summary>{text('stampTitle')}</summary>
      <p class="lead">{text('stampExplains')}</p>
      <TextField
        id="stamp-address"
        type="url"
        label={text('stampAddress')}
        hint={text('stampAddressHint')}
        error={state.is === 'bad-address' ? text('stampBadAddress') : undefined}
        value={address}
        onInput={(typed) => {
          setAddress(typed);
          if (state.is !== 'asking') setState({ is: 'idle' });
        }}
        onEnter={() => void prepare()}
      />
      {state.is === 'offered' || state.is === 'asking' ? (
        <Offer
          offer={state.offer}
          isAsking={state.is === 'asking'}
          onAsk={() => {
            if (state.is === 'offered') void ask(state.offer);
          }}
        />
      ) : (
        <Button onPress={() => void prepare()}>{text('stampPrepare')}</Button>
      )}
      <div role="status">
        <Result state={state} />
      </div>
    </details>
  );
};
