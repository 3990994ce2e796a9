import type { Evidence } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import type { ShownPicture } from '../model/picture.ts';
import type { Role } from '../model/role.ts';
import type { GenerationStore, KnownPicture } from '../provenance/store/store-contract.ts';

/** Of one draft. */
const MOST_PICTURES = 20;

interface Place {
  part: number;
  item: number;
  picture: ShownPicture;
}

const listPictures = ({ parts }: Draft): Place[] =>
  parts
    .flatMap(({ media }, part) =>
      media.flatMap(({ picture }, item) => (picture ? [{ part, item, picture }] : [])),
    )
    .slice(0, MOST_PICTURES);

const describe = ({ part, item }: Place, known: KnownPicture, role: Role): Evidence => {
  const { source, sourceName, model, time, width, height, digest, by } = known;
  return {
    kind: 'generated',
    role,
    source,
    sourceName,
    ...(model !== undefined && { model }),
    time,
    share: 0,
    kept: 1000,
    spans: [],
    picture: { part, item, width, height, digest, by },
  };
};

/**
 * Pictures of the draft that an AI tool made, as far as they are remembered. With words of one's own beside them the post
 * is a work of both. `since`: milliseconds since 1970.
 */
export const findPictureEvidence = async (
  draft: Draft,
  store: GenerationStore,
  { since, hasText }: { since: number; hasText: boolean },
): Promise<Evidence[]> => {
  const places = listPictures(draft);
  if (places.length === 0) return [];
  const found = await store.findPictures(
    places.map(({ picture }) => picture),
    since,
  );
  const role: Role = hasText ? 'coauthored' : 'generated-reviewed';
  return places.flatMap((place, index) => {
    const known = found[index];
    return known ? [describe(place, known, role)] : [];
  });
};
