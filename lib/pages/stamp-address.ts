/** HTTPS; on this machine itself HTTP as well. No name and password: they would be sent. */
export function readStampAddress(typed: string): URL | undefined {
  const address = URL.canParse(typed.trim()) ? new URL(typed.trim()) : undefined;
  if (address?.username !== '' || address.password !== '') return undefined;
  const isHere = address.hostname === 'localhost' || address.hostname === '127.0.0.1';
  address.hash = '';
  return address.protocol === 'https:' || (address.protocol === 'http:' && isHere) ? address : undefined;
}
