import { useText } from '../ui/locale-context.ts';
import type { SourcesModel } from './contract.ts';
import { useAmounts } from './use-amounts.ts';

/** What lies in this browser, in plain words, as it is set now. */
export const Stored = ({ sources }: { sources: SourcesModel }) => {
  const text = useText();
  const amounts = useAmounts();
  const memory = sources.memory.value;
  if (memory === undefined) return null;
  return (
    <section class="stored" aria-labelledby="stored-title">
      <h2 class="section-title" id="stored-title">
        {text('storedTitle')}
      </h2>
      <ul>
        <li>{text('storedFingerprints')}</li>
        <li>{text('storedPictures')}</li>
        <li>{text('storedFacts')}</li>
        {memory.keepConversation && <li>{text('storedConversation')}</li>}
        <li>
          {memory.keepTextDays > 0
            ? text('storedTexts', amounts.days(memory.keepTextDays))
            : text('storedNoTexts')}
        </li>
        <li>{text('storedNothingElse')}</li>
      </ul>
    </section>
  );
};
