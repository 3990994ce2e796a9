import type { Text } from './text.ts';

/** `messages.json` of one locale, as the browsers define the format. */
export type Catalogue = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

/** Does what `i18n.getMessage` does, from a catalogue: named placeholders, `$1` to `$9`, and `$$` for a dollar. */
export const catalogueText =
  (catalogue: Catalogue): Text =>
  (key, ...values) => {
    const entry = catalogue[key];
    if (entry === undefined) return '';
    return entry.message.replace(/\$(\w+)\$|\$(\d)|\$\$/gu, (whole, name?: string, digit?: string) => {
      if (whole === '$$') return '$';
      const content =
        name === undefined ? `$${digit}` : (entry.placeholders?.[name.toLowerCase()]?.content ?? whole);
      return content.replace(/\$(\d)/gu, (_, position: string) => String(values[Number(position) - 1] ?? ''));
    });
  };
