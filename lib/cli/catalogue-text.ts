import { readFile } from 'node:fs/promises';
import type { Text } from '#lib/i18n/text.ts';

interface Sentence {
  readonly message: string;
  readonly placeholders?: Record<string, { readonly content: string }>;
}

const CATALOGUE = new URL('../../assets/public/_locales/en/messages.json', import.meta.url);

/** The English sentences of the extension, filled in as a browser would. */
export async function readCatalogueText(): Promise<Text> {
  const sentences = JSON.parse(await readFile(CATALOGUE, 'utf8')) as Record<string, Sentence>;
  return (key, ...values) => {
    const { message, placeholders = {} } = sentences[key] ?? { message: key };
    return message.replace(/\$(\w+)\$/gu, (whole, name: string) => {
      const position = placeholders[name.toLowerCase()]?.content.slice(1);
      return position === undefined ? whole : String(values[Number(position) - 1] ?? '');
    });
  };
}
