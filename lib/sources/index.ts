import type { SourceDefinition } from '../model/source.ts';
import { BY_ADDRESS } from './by-address.ts';
import { CHATGPT } from './chatgpt.ts';
import { CLAUDE } from './claude.ts';
import { GEMINI } from './gemini.ts';
import { OPEN_WEBUI } from './open-webui.ts';
import { PERPLEXITY } from './perplexity.ts';

/** Every AI tool with a definition of its own. On addresses the person adds, `GENERIC_SOURCE` does for all others. */
export const SOURCES: readonly SourceDefinition[] = [
  CHATGPT,
  CLAUDE,
  GEMINI,
  PERPLEXITY,
  ...BY_ADDRESS,
  OPEN_WEBUI,
];

/** Match patterns of the pages where the capture script runs from the first start. */
export const SOURCE_PATTERNS: readonly string[] = SOURCES.flatMap(({ hosts }) =>
  hosts.map((host) => `https://${host}/*`),
);

/** On their hosts there is nothing but the tool: what is written there is no post. */
export const WHOLE_HOST_SOURCES: readonly SourceDefinition[] = SOURCES.filter(({ paths }) => !paths);
