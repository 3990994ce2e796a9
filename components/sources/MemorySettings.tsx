import { useText } from '../ui/locale-context.ts';
import { Select } from '../ui/Select.tsx';
import { SwitchRow } from '../ui/Switch.tsx';
import type { SourcesModel } from './contract.ts';
import { useAmounts } from './use-amounts.ts';

/** What is offered; a number that somebody set elsewhere is offered as well. */
const TEXT_DAYS = [1, 7, 14, 30];
const RETENTION_DAYS = [7, 14, 30, 90, 180, 365];
/** When the texts are switched on. */
const FIRST_TEXT_DAYS = 7;

const withOwn = (days: readonly number[], own: number): number[] =>
  [...new Set([...days, own])].sort((a, b) => a - b);

/** What is remembered, and for how long. */
export const MemorySettings = ({ sources }: { sources: SourcesModel }) => {
  const text = useText();
  const amounts = useAmounts();
  const memory = sources.memory.value;
  if (memory === undefined) return null;
  const { keepTextDays, retentionDays } = memory;
  const optionsOf = (days: readonly number[], own: number) =>
    withOwn(days, own).map((value) => ({ value: String(value), name: amounts.days(value) }));
  return (
    <section class="memory" aria-labelledby="memory-title">
      <h2 class="section-title" id="memory-title">
        {text('memoryTitle')}
      </h2>
      <ul class="rows">
        <SwitchRow
          id="memory-answers"
          name={text('memoryAnswers')}
          hint={text('memoryAnswersHint')}
          isOn={memory.answers}
          onChange={(answers) => void sources.changeMemory({ answers })}
        />
        <SwitchRow
          id="memory-conversation"
          name={text('memoryConversation')}
          hint={text('memoryConversationHint')}
          isOn={memory.keepConversation}
          onChange={(keepConversation) => void sources.changeMemory({ keepConversation })}
        />
        <SwitchRow
          id="memory-texts"
          name={text('memoryTexts')}
          hint={text('memoryTextsHint')}
          isOn={keepTextDays > 0}
          onChange={(isOn) => void sources.changeMemory({ keepTextDays: isOn ? FIRST_TEXT_DAYS : 0 })}
        >
          {keepTextDays > 0 && (
            <Select
              id="memory-text-days"
              label={text('memoryTextDays')}
              value={String(keepTextDays)}
              options={optionsOf(TEXT_DAYS, keepTextDays)}
              onChange={(days) => void sources.changeMemory({ keepTextDays: Number(days) })}
            />
          )}
        </SwitchRow>
        <li class="rows-item switch-row named">
          <span class="switch-words">
            <span class="card-name">{text('memoryRetention')}</span>
            <span class="card-explains">{text('memoryRetentionHint')}</span>
          </span>
          <Select
            id="memory-retention"
            label={text('memoryRetention')}
            value={String(retentionDays)}
            options={optionsOf(RETENTION_DAYS, retentionDays)}
            onChange={(days) => void sources.changeMemory({ retentionDays: Number(days) })}
          />
        </li>
      </ul>
    </section>
  );
};
