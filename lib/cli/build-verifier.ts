import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const LANGUAGES = ['en', 'de'];

/** The sentences that the code names, so that two languages weigh a few kilobytes. */
async function readSentences(code: string): Promise<string> {
  const catalogues = await Promise.all(
    LANGUAGES.map(async (language) => {
      const path = pathOf(`../../assets/public/_locales/${language}/messages.json`);
      const all = Object.entries(JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>);
      const named = all.filter(([key]) => new RegExp(`\\b${key}\\b`, 'u').test(code));
      return [language, Object.fromEntries(named)] as const;
    }),
  );
  // Otherwise a sentence with a tag in it could end the element that it lies in.
  return JSON.stringify(Object.fromEntries(catalogues)).replaceAll('<', '\\u003c');
}

async function bundle(): Promise<{ code: string; style: string }> {
  const built = await build({
    configFile: false,
    root: pathOf('../../entrypoints/verifier'),
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      cssTarget: ['chrome124', 'firefox140'],
      lib: {
        entry: pathOf('../../entrypoints/verifier/main.tsx'),
        formats: ['iife'],
        name: 'verifier',
        cssFileName: 'style',
      },
    },
  });
  const files = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const code = files.find((file) => file.type === 'chunk')?.code;
  const style = files.find((file) => file.type === 'asset' && file.fileName === 'style.css');
  if (code === undefined || style?.type !== 'asset') throw new Error('the verifier was not built');
  return {
    code: code.trim().replaceAll('</script', '<\\/script'),
    style: String(style.source)
      .replace(/\/\*\$vite\$:\d+\*\//u, '')
      .trim(),
  };
}

const hashOf = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/**
 * The verifier as one HTML file that needs nothing else, asks nobody for anything, and runs from a disk. The policy in
 * it lets run what was built here and nothing more.
 */
export async function buildVerifier(): Promise<string> {
  const { code, style } = await bundle();
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(code)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Candor</title>
<style>${style}</style>
</head>
<body>
<script type="application/json" id="sentences">${await readSentences(code)}</script>
<script>${code}</script>
</body>
</html>
`;
}
