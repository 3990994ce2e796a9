import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: '__MSG_name__',
  version: '1',
  default_locale: 'en',
  permissions: ['storage'],
  background: { scripts: ['background.js'], service_worker: 'background.js' },
  content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'], run_at: 'document_start' }],
  browser_specific_settings: { gecko: { id: 'sample@candor.example' } },
};

/** Counts in memory (lost with the background) and in IndexedDB (kept). */
const BACKGROUND = `
let here = 0;
function bump() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sample', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('totals');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction('totals', 'readwrite', { durability: 'strict' });
      const totals = change.objectStore('totals');
      let total = 0;
      totals.get('all').onsuccess = (event) => {
        total = (event.target.result ?? 0) + 1;
        totals.put(total, 'all');
      };
      change.oncomplete = () => resolve(total);
    };
  });
}
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  here += 1;
  bump().then((total) => answer('counted ' + here + ' of ' + total));
  return true;
});
`;

/** A panel in a closed root, with faults that axe must find: a button without name, weak contrast. */
const CONTENT = `
const host = document.createElement('sample-host');
const root = host.attachShadow({ mode: 'closed' });
root.innerHTML = \`
  <style>div { all: initial; position: fixed; left: 0; top: 240px; background: white; font: 16px sans-serif }
    button { color: rgb(0, 0, 0) } p { color: #ccc }</style>
  <div><button id="approve">Approve</button><button id="nameless"></button>
  <label><input type="checkbox">It is mine</label><p>Faint</p>
  <button id="unseen" style="display: none">Unseen</button>
  <output></output><span id="said"></span></div>\`;
const button = root.getElementById('approve');
for (const type of ['click', 'dblclick']) {
  button.addEventListener(type, (event) => {
    root.querySelector('output').textContent =
      type + (event.isTrusted ? ' trusted' : ' synthetic') + ' detail ' + event.detail;
  });
}
button.addEventListener('click', async () => {
  root.getElementById('said').textContent = await chrome.runtime.sendMessage('count');
});
document.documentElement.append(host);
`;

const PAGE = `<!doctype html><html lang="en"><title>Page</title>
<h2>Page</h2><button>Press</button><script src="page.js"></script>`;

const PAGE_SCRIPT = `
document.querySelector('button').addEventListener('click', () => {
  document.querySelector('h2').textContent = 'Pressed';
});
`;

/** Writes a tiny extension for both browsers, on which the harness proves itself. */
export async function writeSampleExtension(folder: string): Promise<void> {
  const files = {
    'manifest.json': JSON.stringify(MANIFEST),
    'background.js': BACKGROUND,
    'content.js': CONTENT,
    'page.html': PAGE,
    'page.js': PAGE_SCRIPT,
    '_locales/en/messages.json': JSON.stringify({ name: { message: 'Sample' } }),
    '_locales/de/messages.json': JSON.stringify({ name: { message: 'Muster' } }),
  };
  for (const locale of ['en', 'de']) await mkdir(join(folder, '_locales', locale), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}
