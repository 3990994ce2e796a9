import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { buildVerifier } from './lib/cli/build-verifier.ts';
import { SITE_PATTERNS } from './lib/sites/catalogue.ts';
import { SOURCE_PATTERNS } from './lib/sources/index.ts';

/** Packages that can compile code from strings, which an extension may not. The bundle must not even hold the attempt. */
const COMPILERS = [
  { of: '/node_modules/zod/', code: 'const F = Function;', without: 'const F = undefined;' },
  // For parsing, of which nothing is used.
  { of: '/node_modules/d3-dsv/', code: 'new Function(', without: '(() => undefined)(' },
];
const noCodeFromStrings = {
  name: 'no-code-from-strings',
  transform(code: string, id: string) {
    const found = COMPILERS.find((compiler) => id.includes(compiler.of) && code.includes(compiler.code));
    return found && code.replaceAll(found.code, found.without);
  },
};

/** zod can also write its schemas as JSON Schema. No page of Candor's asks for that, and each schema would carry it. */
const noJsonSchema = {
  name: 'no-json-schema',
  transform(code: string, id: string) {
    if (!/\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/u.test(id)) return undefined;
    const names = [...code.matchAll(/^export (?:const|function) (\w+)/gmu)].map(([, name]) => name);
    return `${names.map((name) => `export const ${name} = () => undefined;`).join('\n')}
export const process = undefined;`;
  },
};

/** Text can also be asked whether it is one of two dozen formats (`z.string().email()`), each with its code. Nobody here asks so. */
const noFormatsOfText = {
  name: 'no-formats-of-text',
  transform(code: string, id: string) {
    if (!id.endsWith('/zod/v4/classic/schemas.js')) return undefined;
    const [before = '', methods = '', after = ''] = code.split(
      /(?<=export const ZodString = )([\s\S]*?)(?=export function string\()/u,
    );
    const kept = methods.replaceAll(
      /^ {4}\w+\(params\) \{\s+return this\.check\(core\._\w+\(Zod\w+, params\)\);\s+\},?\n/gmu,
      '',
    );
    if (kept === methods) throw new Error('zod writes its formats of text in another way now');
    return before + kept + after;
  },
};

let verifier: Promise<string> | undefined;
const readVerifier = (): Promise<string> => {
  verifier ??= buildVerifier();
  return verifier;
};

/** The page that checks exports, as a text for the dashboard to save: our own pages may fetch nothing, not even that. */
const verifierPage = {
  name: 'verifier-page',
  resolveId: (id: string) => (id === 'virtual:verifier-page' ? `\0${id}` : undefined),
  load: async (id: string) =>
    id === '\0virtual:verifier-page' ? `export default ${JSON.stringify(await readVerifier())};` : undefined,
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  publicDir: 'assets/public',
  vite: () => ({
    plugins: [noCodeFromStrings, noJsonSchema, noFormatsOfText, verifierPage],
    // light-dark() and nesting are native in every browser the manifest admits.
    build: {
      cssTarget: ['chrome124', 'firefox140'],
      // Half a kilobyte less of the gate than the minifier that comes with Vite. WXT takes the name off a script whose
      // function stands in parentheses: without that the request guard would leave one in the page's world.
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        compress: { passes: 4 },
        format: { wrap_iife: true, wrap_func_args: false },
      },
    },
  }),
  hooks: {
    // Beside the builds, for whoever gets an export from somebody.
    'build:done': async ({ config }) => {
      await writeFile(join(config.outBaseDir, 'verify.html'), await readVerifier());
    },
  },
  manifestVersion: 3,
  zip: {
    artifactTemplate: 'candor-{{version}}-{{browser}}.zip',
    sourcesTemplate: 'candor-{{version}}-sources.zip',
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab'],
    host_permissions: [...new Set([...SITE_PATTERNS, ...SOURCE_PATTERNS])],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_scripts: [
      { matches: [...SITE_PATTERNS], js: ['gate.js'], run_at: 'document_start', all_frames: true },
      {
        matches: [...SITE_PATTERNS],
        js: ['request-guard.js'],
        run_at: 'document_start',
        all_frames: true,
        world: 'MAIN',
      },
      // From the start, so that it hears a press before the page can hide it; answers stand in the top frame.
      { matches: [...SOURCE_PATTERNS], js: ['capture.js'], run_at: 'document_start' },
    ],
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      'open-chip': {
        suggested_key: { default: 'Alt+Shift+A' },
        description: '__MSG_commandOpenChip__',
      },
    },
    content_security_policy: {
      // For the one question that the person may send from the dashboard, to a time stamping authority of their own choice.
      // Every other page forbids itself all connections, and no other script has the words for one: build.test.ts.
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src https: http://localhost:* http://127.0.0.1:*; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'candor@candor.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '124' }),
  }),
});
