import type { MessageKey, Text } from '#lib/i18n/text.ts';
import type { SourceState, SourcesOverview } from '#lib/model/sources-overview.ts';
import { Icon } from '../ui/Icon.tsx';
import { useText } from '../ui/locale-context.ts';
import type { RememberedModel } from './contract.ts';
import { type Amounts, useAmounts } from './use-amounts.ts';

/** The tool that the present tab is, once it is known to be one. */
export const findSourceHere = ({ overview, here }: RememberedModel): SourceState | undefined =>
  overview.value?.sources.find(({ source, added, verified }) => source === here.value && (added ?? verified));

const PROBLEMS: Record<NonNullable<SourcesOverview['problem']>, MessageKey> = {
  rebuilding: 'sourcesRebuilding',
  unreadable: 'sourcesUnreadable',
};

const describe = (state: SourceState, text: Text, amounts: Amounts): string => {
  const { name, generations, isOn, newest, expiresAt } = state;
  if (generations === 0 || newest === undefined || expiresAt === undefined)
    return text(isOn ? 'popupSourceNothing' : 'popupSourceOff', name);
  return text(
    amounts.plural(generations, 'popupRememberedOne', 'popupRememberedOther'),
    name,
    amounts.count(generations),
    amounts.shortDay(expiresAt, newest),
  );
};

/** In place of the card that says whether posts are held here: a tool's own page has no posts. */
export const SourceCard = ({
  state,
  problem,
}: {
  state: SourceState;
  problem: SourcesOverview['problem'];
}) => {
  const text = useText();
  const amounts = useAmounts();
  const { isOn, name } = state;
  const tone = problem ? 'caution' : isOn ? 'good' : '';
  return (
    <section class={`tab-card ${tone}`} aria-labelledby="tab-title">
      <Icon name={problem ? 'alert' : isOn ? 'eye' : 'off'} size={22} />
      <div class="tab-words">
        <h2 id="tab-title">{problem ? text(PROBLEMS[problem]) : describe(state, text, amounts)}</h2>
        <p>{text(isOn ? 'popupSourceOnExplains' : 'popupSourceOffExplains', name)}</p>
      </div>
    </section>
  );
};

/** One quiet line: this tab's tool if it is one, else all of them together. The way to the page behind it. */
export const RememberedLine = ({
  remembered,
  dashboard,
  isSaidAbove,
}: {
  remembered: RememberedModel;
  dashboard: string;
  /** The card above says it of this tab; then the line is about all. */
  isSaidAbove: boolean;
}) => {
  const text = useText();
  const amounts = useAmounts();
  const overview = remembered.overview.value;
  if (overview === undefined) return null;
  const here = isSaidAbove ? undefined : findSourceHere(remembered);
  const { generations, problem, lost } = overview;
  const words = (): string => {
    if (problem) return text(PROBLEMS[problem]);
    if (lost) return text('popupLost', amounts.day(lost.until));
    if (here) return describe(here, text, amounts);
    return generations === 0
      ? text('popupSumNothing')
      : text(amounts.plural(generations, 'popupSumOne', 'popupSumOther'), amounts.count(generations));
  };
  return (
    <p class="remembered">
      <span>{words()}</span>{' '}
      <a href={`${dashboard}#sources`} target="_blank" rel="noreferrer">
        {text('sourcesTitle')}
      </a>
    </p>
  );
};
