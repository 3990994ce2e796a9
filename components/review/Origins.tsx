import type { MessageKey } from '#lib/i18n/text.ts';
import type { Changes } from '#lib/model/changes.ts';
import type { Evidence, GeneratedEvidence } from '#lib/model/decision.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useLocale, useText } from '../ui/locale-context.ts';
import { OriginChanges } from './OriginChanges.tsx';
import { keptWords, originWords, shareWords } from './origin-words.ts';
import { listTextOrigins, type Origin, sumShares } from './origins.ts';

/** More answers than these wait behind a line to open. */
const SHOWN_AT_ONCE = 4;
/** A rest of the draft below this, in thousandths, is full stops and white space. */
const SMALLEST_REST = 20;

const UNKNOWN_WORDS = {
  rebuilding: 'originRebuilding',
  unreadable: 'originUnreadable',
  lost: 'originLost',
} as const satisfies Record<string, MessageKey>;

interface OriginsProps {
  evidence: readonly Evidence[];
  origins: readonly Origin[];
  now: number;
  /** Shows a passage of this origin in the post, at each press the next one. */
  onShow(origin: Origin): void;
  /** Of an answer whose text is kept. */
  readChanges(evidence: GeneratedEvidence): Promise<Changes>;
}

/** The draft as a bar: drawn like its passages. The lines below say the same in words. */
const ShareBar = ({ origins }: Pick<OriginsProps, 'origins'>) => (
  <div class="origin-bar" aria-hidden="true">
    {origins.map(({ number, pattern, evidence }) => (
      <span key={number} data-pattern={pattern} style={{ flexGrow: evidence.share }} />
    ))}
    <span class="origin-rest" style={{ flexGrow: 1000 - sumShares(origins) }} />
  </div>
);

type OriginLineProps = { origin: Origin } & Pick<OriginsProps, 'now' | 'onShow' | 'readChanges'>;

const OriginLine = ({ origin, now, onShow, readChanges }: OriginLineProps) => {
  const locale = useLocale();
  const kept = keptWords(locale, origin);
  return (
    <li class="origin">
      <span class="origin-key" data-pattern={origin.pattern}>
        <span class="passage-number">{origin.number}</span>
      </span>
      <span class="origin-words">
        {originWords(locale, origin, now)}
        {kept && <span class="origin-kept">{kept}</span>}
      </span>
      {origin.evidence.spans.length > 0 && (
        <Button small onPress={() => onShow(origin)}>
          {locale.text('originShow')}
          <span class="sr-only">: {origin.spoken}</span>
        </Button>
      )}
      {origin.evidence.textId !== undefined && <OriginChanges origin={origin} readChanges={readChanges} />}
    </li>
  );
};

/** Where text and pictures came from, as far as it is remembered. */
export const Origins = ({ evidence, origins, now, onShow, readChanges }: OriginsProps) => {
  const locale = useLocale();
  const text = useText();
  const unknown = evidence.find((piece) => piece.kind === 'unknown');
  if (origins.length === 0 && !unknown) return null;
  const inText = listTextOrigins(origins);
  const rest = 1000 - sumShares(inText);
  const line = (origin: Origin) => (
    <OriginLine key={origin.number} origin={origin} now={now} onShow={onShow} readChanges={readChanges} />
  );
  const further = origins.slice(SHOWN_AT_ONCE);
  return (
    <section class="review-section" aria-labelledby="candor-origins">
      <h3 class="section-title" id="candor-origins">
        {text('originsTitle')}
      </h3>
      {origins.length > 0 && (
        <>
          {inText.length > 0 && <ShareBar origins={inText} />}
          <ul class="origins">{origins.slice(0, SHOWN_AT_ONCE).map(line)}</ul>
        </>
      )}
      {further.length > 0 && (
        <details class="origins-further">
          <summary>
            {text('originsFurther', new Intl.NumberFormat(locale.language).format(further.length))}
          </summary>
          <ul class="origins">{further.map(line)}</ul>
        </details>
      )}
      {inText.length > 0 && rest >= SMALLEST_REST && (
        <p class="origin-note">{text('originRest', shareWords(locale, rest))}</p>
      )}
      {unknown && (
        <p class="origin-unknown">
          <Icon name="info" />
          <span>{text(UNKNOWN_WORDS[unknown.reason])}</span>
        </p>
      )}
    </section>
  );
};
