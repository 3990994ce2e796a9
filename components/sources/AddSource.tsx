import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SourcesModel } from './contract.ts';

const GROW = 'source-grow';

/** Marks an address as an AI tool. */
export const AddSource = ({ sources }: { sources: SourcesModel }) => {
  const text = useText();
  const [address, setAddress] = useState('');
  const [answers, setAnswers] = useState(false);
  const add = (): void => {
    void sources.addSource(address, answers).then((isThere) => {
      if (!isThere) return;
      setAddress('');
      setAnswers(false);
    });
  };
  const said = (): string | undefined => {
    const problem = sources.problem.value;
    if (problem?.is === 'not-an-address') return text('siteNotAnAddress');
    if (problem?.is === 'known') return text('sourceKnown', problem.name);
    if (problem?.is === 'site') return text('sourceIsSite', problem.name);
    return problem?.is === 'declined' ? text('switchDeclined') : undefined;
  };
  return (
    <section class="add-site" aria-labelledby="source-add-title">
      <h2 class="section-title" id="source-add-title">
        {text('sourceAddTitle')}
      </h2>
      <TextField
        id="source-address"
        type="url"
        label={text('sourceAddress')}
        hint={text('sourceAddressHint')}
        placeholder="http://localhost:3000"
        error={said()}
        value={address}
        onInput={setAddress}
        onEnter={add}
      />
      <div class="tick">
        <Switch id={GROW} isOn={answers} describedBy={`${GROW}-hint`} onChange={setAnswers} />
        <label class="tick-words" for={GROW}>
          <span class="card-name">{text('sourceGrow')}</span>
          <span class="card-explains" id={`${GROW}-hint`}>
            {text('sourceGrowHint')}
          </span>
        </label>
      </div>
      <Button kind="primary" onPress={add}>
        {text('sourceAdd')}
      </Button>
    </section>
  );
};
