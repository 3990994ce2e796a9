/** A mark that tells two texts apart, for as long as a page lives. No fingerprint: it never leaves the page. */
export const markOf = (text: string): string => {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) + (low >>> 13);
  }
  return `${text.length}:${low >>> 0}:${high >>> 0}`;
};

/** Remembers so many values; the oldest makes room. */
export const createRecent = (
  most: number,
): { has(value: string): boolean; add(value: string): void; remove(value: string): void } => {
  const values = new Set<string>();
  return {
    has: (value) => values.has(value),
    add(value) {
      values.delete(value);
      values.add(value);
      const [oldest] = values;
      if (values.size > most && oldest !== undefined) values.delete(oldest);
    },
    remove: (value) => void values.delete(value),
  };
};
