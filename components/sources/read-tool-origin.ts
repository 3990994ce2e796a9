import { readOrigin } from '../dashboard/read-origin.ts';

/** Chats on the own machine speak plain http; a certificate is the exception there. */
const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+)(?=[:/]|$)/iu;

/** Scheme and host of what a person typed as the address of an AI tool. */
export const readToolOrigin = (typed: string): string | undefined => {
  const trimmed = typed.trim();
  return readOrigin(LOCAL.test(trimmed) ? `http://${trimmed}` : trimmed);
};
