import { findLabel } from '../label/find-label.ts';
import type { Evidence, GeneratedEvidence, Span, UnknownEvidence } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import type { Generation } from '../model/generation.ts';
import type { Settings } from '../model/settings.ts';
import type { Match } from '../provenance/contract.ts';
import { findProvenance } from '../provenance/find-provenance.ts';
import { createFingerprintKey, type FingerprintKey } from '../provenance/fingerprint.ts';
import { proposeRole } from '../provenance/propose-role.ts';
import { DAY } from '../provenance/store/overview.ts';
import { ProvenanceError } from '../provenance/store/provenance-error.ts';
import type { GenerationStore } from '../provenance/store/store-contract.ts';
import { findPictureEvidence } from './find-picture-evidence.ts';

/** Of one draft; those with the larger share. */
const MOST_PIECES = 20;
const MOST_SPANS = 500;

/** The label is Candor's own words. As white space it takes no part, and everything else keeps its place. */
const withoutLabel = (text: string): string => {
  const label = findLabel(text);
  return label
    ? text.slice(0, label.start) + ' '.repeat(label.end - label.start) + text.slice(label.end)
    : text;
};

const longestFirst = (spans: readonly Span[]): Span[] =>
  spans.length <= MOST_SPANS
    ? [...spans]
    : spans
        .toSorted((one, other) => other.end - other.start - (one.end - one.start))
        .slice(0, MOST_SPANS)
        .toSorted((one, other) => one.part - other.part || one.start - other.start);

const describe = (
  match: Match,
  generation: Generation,
  role: GeneratedEvidence['role'],
): GeneratedEvidence => ({
  kind: 'generated',
  role,
  source: generation.source,
  sourceName: generation.sourceName,
  ...(generation.model !== undefined && { model: generation.model }),
  time: generation.time,
  share: match.share,
  kept: match.kept,
  spans: longestFirst(match.spans),
});

export const readKey = async (store: GenerationStore): Promise<FingerprintKey> =>
  createFingerprintKey(await store.readSecret());

interface EvidencePorts {
  store: GenerationStore;
  readSettings(): Promise<Settings>;
  now(): number;
}

const unknownFor = (reason: UnknownEvidence['reason']): Evidence => ({
  kind: 'unknown',
  role: 'none',
  reason,
});

export type FindEvidence = (draft: Draft) => Promise<Evidence[]>;

const findTextEvidence = async (
  texts: readonly string[],
  store: GenerationStore,
  { since, keepsTexts }: { since: number; keepsTexts: boolean },
): Promise<Evidence[]> => {
  const found = await findProvenance(texts, store, await readKey(store), { leaveOutQuotes: true });
  const role = proposeRole(found);
  if (role === 'none') return [];
  const facts = await store.findFacts(found.matches.map(({ generation }) => generation));
  const known = new Map(facts.filter(({ time }) => time >= since).map((one) => [one.id, one]));
  const matches = found.matches.filter(({ generation }) => known.has(generation)).slice(0, MOST_PIECES);
  const kept = keepsTexts ? await store.findTextIds(matches.map(({ generation }) => generation)) : [];
  return matches.flatMap((match) => {
    const generation = known.get(match.generation);
    if (!generation) return [];
    const piece = describe(match, generation, role);
    return kept.includes(generation.id) ? { ...piece, textId: generation.id } : piece;
  });
};

/** Looks a draft up among what is remembered. Where that fails the evidence says so; it is never empty then. */
export const createEvidenceFinder =
  ({ store, readSettings, now }: EvidencePorts): FindEvidence =>
  async (draft) => {
    try {
      const { provenance } = await readSettings();
      const since = now() - provenance.retentionDays * DAY;
      const texts = draft.parts.map(({ text }) => withoutLabel(text));
      const hasText = texts.some((text) => text.trim() !== '');
      const [inText, pictures] = await Promise.all([
        findTextEvidence(texts, store, { since, keepsTexts: provenance.keepTextDays > 0 }),
        findPictureEvidence(draft, store, { since, hasText }),
      ]);
      const evidence = [...inText.slice(0, MOST_PIECES - pictures.length), ...pictures];
      if (evidence.length > 0) return evidence;
      return (await store.findLoss(provenance.retentionDays)) ? [unknownFor('lost')] : [];
    } catch (error) {
      if (!(error instanceof ProvenanceError)) console.error(error);
      // Where nothing can be kept nothing was ever remembered.
      if (error instanceof ProvenanceError && error.code === 'refused') return [];
      const isRebuilding = error instanceof ProvenanceError && error.code === 'rebuilding';
      return [unknownFor(isRebuilding ? 'rebuilding' : 'unreadable')];
    }
  };
