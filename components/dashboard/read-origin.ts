/** Scheme and host of what a person typed as a web address; `https` where they left it out. */
export const readOrigin = (typed: string): string | undefined => {
  const trimmed = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//iu.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/\s/u.test(address) || !URL.canParse(address)) return undefined;
  const { protocol, origin, hostname } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && (hostname.includes('.') || hostname === 'localhost') ? origin : undefined;
};
