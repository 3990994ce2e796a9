/** A `mailto:` address (RFC 6068). Nothing that is typed can add a header of its own. */
export const mailLink = ({ to, subject, body }: { to: string; subject: string; body: string }): string => {
  const encode = (words: string): string => encodeURIComponent(words.replace(/\r\n?|\n/gu, '\r\n'));
  // Mail programs want to see the sign; it has no other meaning here.
  const address = encodeURIComponent(to.trim()).replace(/%40/gu, '@');
  return `mailto:${address}?subject=${encode(subject)}&body=${encode(body)}`;
};
