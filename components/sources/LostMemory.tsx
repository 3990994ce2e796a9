import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import type { SourcesModel } from './contract.ts';
import { useAmounts } from './use-amounts.ts';

/** What was remembered is gone: what that means for posts, until when, and how to go on without it. */
export const LostMemory = ({ sources }: { sources: SourcesModel }) => {
  const text = useText();
  const amounts = useAmounts();
  const lost = sources.overview.value?.lost;
  if (lost === undefined) return null;
  const { generations, until } = lost;
  return (
    <Banner
      tone="danger"
      role="alert"
      title={text(
        amounts.plural(generations, 'sourcesLostOne', 'sourcesLostOther'),
        amounts.count(generations),
      )}
    >
      <p>{text('sourcesLostExplains')}</p>
      <p>{text('sourcesLostAsks', amounts.day(until))}</p>
      <Button small onPress={() => void sources.acceptLoss()}>
        {text('sourcesLostAccept')}
      </Button>
    </Banner>
  );
};
