import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** What is shipped, read as it lies in the build: run `npm run build` first. */

const BUILDS = ['chrome-mv3', 'firefox-mv3'];
const rootOf = (build: string): string => fileURLToPath(new URL(`../../.output/${build}/`, import.meta.url));

const filesOf = (build: string, ext: RegExp): [string, string][] =>
  readdirSync(rootOf(build), { recursive: true, encoding: 'utf8' })
    .filter((name) => ext.test(name))
    .map((name) => [name, readFileSync(rootOf(build) + name, 'utf8')]);

const HOSTS = [
  'https://x.com/*',
  'https://twitter.com/*',
  'https://mobile.twitter.com/*',
  'https://www.linkedin.com/*',
  'https://bsky.app/*',
  'https://mastodon.social/*',
];

/** Pages of AI tools, where the capture runs. Grok stands in X. */
const SOURCES = [
  'https://chatgpt.com/*',
  'https://chat.openai.com/*',
  'https://claude.ai/*',
  'https://gemini.google.com/*',
  'https://www.perplexity.ai/*',
  'https://perplexity.ai/*',
  'https://copilot.microsoft.com/*',
  'https://grok.com/*',
  'https://x.com/*',
  'https://twitter.com/*',
  'https://mobile.twitter.com/*',
  'https://chat.mistral.ai/*',
  'https://chat.deepseek.com/*',
  'https://www.meta.ai/*',
  'https://meta.ai/*',
  'https://poe.com/*',
  'https://huggingface.co/*',
  'https://aistudio.google.com/*',
  'https://platform.openai.com/*',
];

describe.each(BUILDS)('%s', (build) => {
  test.each([
    ['evaluates text as code', /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(\s*["'`]/u],
    ['loads code from elsewhere', /\bimportScripts\b|\bimport\s*\(\s*["'`]https?:|src\s*=\s*["'`]https?:/u],
    ['writes markup into a document', /document\.write\b|insertAdjacentHTML/u],
    [
      'talks to the network',
      /\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|sendBeacon|\bRTCPeerConnection\b/u,
    ],
    ['names a source map', /sourceMappingURL/u],
  ])('case 49: no bundle %s', (_, pattern) => {
    const scripts = filesOf(build, /\.js$/u);
    expect(scripts.length).toBeGreaterThan(4);
    for (const [name, text] of scripts) {
      // It stands around what the page itself sends with; that it sends nothing of its own, the next test says.
      const code = name.endsWith('request-guard.js')
        ? text.replace(
            /XMLHttpRequest\.prototype|[`'"]sendBeacon[`'"]|[`'"][^`'"]*XMLHttpRequest[^`'"]*[`'"]/gu,
            '',
          )
        : text;
      expect(code.match(pattern)?.[0], name).toBeUndefined();
    }
  });

  test('case 49: the request guard knows no address of its own', () => {
    const [[, guard = ''] = []] = filesOf(build, /^request-guard\.js$/u);
    expect(guard).toContain('blob:null/0');
    expect(guard).not.toMatch(/https?:|wss?:|\/\/[a-z]/u);
  });

  test('case 49: only the time stamp on the dashboard has the words to ask anybody anything', () => {
    // Vite's stand-in for browsers without modulepreload fetches the page's own chunks.
    const asking = filesOf(build, /\.js$/u)
      .filter(([name]) => !name.endsWith('request-guard.js'))
      .filter(([, text]) => /(?<![.\w"'`])fetch\((?!\w+\.href,)/u.test(text));
    expect(asking).toHaveLength(1);
    const [[name = '', text = ''] = []] = asking;
    expect(text).toContain('application/timestamp-query');
    // The popup may share the chunk; its own policy forbids it to connect.
    expect(name).toMatch(/^chunks\//u);
    for (const [file, page] of filesOf(build, /\.html$/u))
      expect(page.includes(`content="connect-src 'none'"`), file).toBe(!file.endsWith('dashboard.html'));
  });

  test('case 25: what runs in pages neither sends nor takes messages between windows', () => {
    for (const [name, text] of filesOf(build, /^(gate|review|capture|request-guard)\.js$/u)) {
      expect(text, name).not.toMatch(/postMessage|addEventListener\(\s*["'`]message["'`]|onmessage/u);
    }
  });

  test('case 49: no page takes scripts or styles from elsewhere, or carries any in itself', () => {
    for (const [name, text] of filesOf(build, /\.html$/u)) {
      expect(text, name).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
      expect(text, name).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=/u);
    }
  });

  test('case 50: the manifest asks for what is needed and no more', () => {
    const manifest = JSON.parse(readFileSync(`${rootOf(build)}manifest.json`, 'utf8'));
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'scripting', 'activeTab']);
    expect(manifest.host_permissions).toEqual([...new Set([...HOSTS, ...SOURCES])]);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.content_scripts).toEqual([
      { matches: HOSTS, js: ['gate.js'], run_at: 'document_start', all_frames: true },
      {
        matches: HOSTS,
        js: ['request-guard.js'],
        run_at: 'document_start',
        all_frames: true,
        world: 'MAIN',
      },
      { matches: SOURCES, js: ['capture.js'], run_at: 'document_start' },
    ]);
  });

  test('cases 27, 28, 31: the manifest opens no door to pages or other extensions', () => {
    const manifest = JSON.parse(readFileSync(`${rootOf(build)}manifest.json`, 'utf8'));
    expect(manifest.web_accessible_resources).toBeUndefined();
    // Without the key every extension may connect in Chromium; the background must not listen for it.
    expect(manifest.externally_connectable?.matches ?? []).toEqual([]);
    const [[, background] = []] = filesOf(build, /^background\.js$/u);
    expect(background).not.toMatch(/on(?:Message|Connect)External\s*\.\s*addListener/u);
    const policy = manifest.content_security_policy.extension_pages;
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      'connect-src https: http://localhost:* http://127.0.0.1:*',
      "frame-ancestors 'none'",
      "form-action 'none'",
      "base-uri 'none'",
    ])
      expect(policy.split(/;\s*/u)).toContain(rule);
  });
});

test('the Firefox build says that it collects nothing', () => {
  const manifest = JSON.parse(readFileSync(`${rootOf('firefox-mv3')}manifest.json`, 'utf8'));
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({
    required: ['none'],
  });
});

test('case 49: the verifier is one file that lets run what it was built with and nothing else', () => {
  const page = readFileSync(`${rootOf('.')}verify.html`, 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1] ?? '';
  const [script = '', style = ''] = [/<script>(.*?)<\/script>/su, /<style>(.*?)<\/style>/su].map(
    (pattern) => pattern.exec(page)?.[1] ?? '',
  );
  const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src 'sha256-${hashOf(script)}'`,
    `style-src 'sha256-${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ]);
  expect(page.match(/<(?:script|style)\b[^>]*>/gu)).toEqual([
    '<style>',
    '<script type="application/json" id="sentences">',
    '<script>',
  ]);
  expect(page).not.toMatch(/<(?:link|img|iframe|object|base)\b/u);
  expect(script).not.toMatch(
    /\beval\s*\(|\bnew Function\b|\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon/u,
  );
});
