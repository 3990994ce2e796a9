import type { Identity } from '#lib/model/identity.ts';

/** The name as the label carries it. */
export const displayName = ({ name, organisation, form }: Identity): string => {
  if (organisation === undefined || organisation === '' || form === 'person') return name;
  return form === 'organisation' ? organisation : `${name}, ${organisation}`;
};
