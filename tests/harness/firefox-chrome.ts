import type { Browser, Page } from 'puppeteer-core';

/** The BiDi connection under a Puppeteer browser; Puppeteer shows no door to it. */
interface BidiConnection {
  send(method: string, params: unknown): Promise<{ result: unknown }>;
}

export function requireBidi(browser: Browser): BidiConnection {
  const { connection } = browser as unknown as { connection?: BidiConnection };
  if (!connection) throw new Error('this Puppeteer has no BiDi connection to offer');
  return connection;
}

/** The BiDi name of a tab. */
export const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;

interface Tree {
  contexts: { context: string }[];
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/**
 * Runs an expression with the rights of Firefox itself (its "chrome" scope, needs --remote-allow-system-access).
 * @returns plain values only
 */
export async function evaluateInChrome(browser: Browser, expression: string): Promise<unknown> {
  const bidi = requireBidi(browser);
  const { contexts } = (await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as Tree;
  const answer = await bidi.send('script.evaluate', {
    expression,
    target: { context: contexts[0]?.context },
    awaitPromise: true,
  });
  const { type, result, exceptionDetails } = answer.result as Evaluated;
  if (type === 'exception') throw new Error(`${expression}: ${exceptionDetails?.text}`);
  return result?.value;
}
