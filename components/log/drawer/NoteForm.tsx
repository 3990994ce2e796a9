import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/locale-context.ts';
import { TextField } from '../../ui/TextField.tsx';

type State = { is: 'ready' | 'saving' | 'saved' | 'empty' } | { is: 'failed'; detail: string };

/** A note on the post: one more entry, for good. */
export const NoteForm = ({ onNote }: { onNote(note: string): Promise<void> }) => {
  const text = useText();
  const [note, setNote] = useState('');
  const [state, setState] = useState<State>({ is: 'ready' });
  const save = async (): Promise<void> => {
    if (state.is === 'saving') return;
    if (note.trim() === '') {
      setState({ is: 'empty' });
      return;
    }
    setState({ is: 'saving' });
    try {
      await onNote(note.trim());
      setNote('');
      setState({ is: 'saved' });
    } catch (error) {
      setState({ is: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };
  const error = state.is === 'failed' ? `${text('noteFailed')} ${state.detail}` : undefined;
  return (
    <section class="story-form" aria-labelledby="note-title">
      <h3 class="section-title" id="note-title">
        {text('noteTitle')}
      </h3>
      <TextField
        id="note"
        label={text('noteLabel')}
        hint={text('noteHint')}
        error={state.is === 'empty' ? text('noteEmpty') : error}
        multiline
        maxLength={2000}
        value={note}
        onInput={(typed) => {
          setNote(typed);
          setState({ is: 'ready' });
        }}
      />
      <div class="row">
        <Button unavailable={state.is === 'saving'} onPress={() => void save()}>
          {text('noteAdd')}
        </Button>
        <span role="status">{state.is === 'saved' && text('noteSaved')}</span>
      </div>
    </section>
  );
};
