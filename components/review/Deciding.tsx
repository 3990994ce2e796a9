import { useText } from '../ui/locale-context.ts';
import { Frame } from './Frame.tsx';

/** The skeleton, equal to the shell of the content script. */
export const Deciding = ({ siteName, onKeepEditing }: { siteName: string; onKeepEditing(): void }) => (
  <Frame
    siteName={siteName}
    summary={useText()('reviewReading')}
    isBusy
    desk={<span class="bone card" />}
    choices={
      <>
        <span class="bone short" />
        <span class="bone" />
        <span class="bone" />
        <span class="bone short" />
        <span class="bone tall" />
        <span class="bone tall" />
        <span class="bone tall" />
        <span class="bone tall" />
      </>
    }
    onKeepEditing={onKeepEditing}
  />
);
