const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: HTML has no NUL, and parsers replace it
  text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '').replace(/\u0000/gu, '\uFFFD');
