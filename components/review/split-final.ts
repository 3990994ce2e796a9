/** A final text around the person's own words. `cut`: how much of the draft before them is gone. */
export interface FinalSplit {
  before: string;
  own: string;
  after: string;
  cut: number;
}

/**
 * Where a part of the draft stands in the final text; the rest is label. Where another label of ours gave way to this
 * one, the person's own words are what follows it. `undefined`: it is not in there as it was.
 */
export const splitFinal = (final: string, draft: string, label: string): FinalSplit | undefined => {
  const at = final.endsWith(draft) ? final.length - draft.length : final.indexOf(draft);
  if (at >= 0)
    return { before: final.slice(0, at), own: draft, after: final.slice(at + draft.length), cut: 0 };
  const body = final.startsWith(label) ? final.slice(label.length).trimStart() : final;
  if (body === '' || !draft.endsWith(body)) return undefined;
  return {
    before: final.slice(0, final.length - body.length),
    own: body,
    after: '',
    cut: draft.length - body.length,
  };
};
