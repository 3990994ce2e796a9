import type { FixtureHost } from './internet.ts';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>sample</title>
<h1></h1>
<textarea aria-label="Draft" style="width: 300px; height: 60px"></textarea>
<div contenteditable role="textbox" aria-label="Rich" style="width: 300px; height: 60px"></div>
<script src="/page.js"></script>`;

const SCRIPT = `
document.querySelector('h1').textContent = location.hostname;
addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.ctrlKey) document.title = event.isTrusted ? 'submitted trusted' : 'submitted';
});
addEventListener('paste', (event) => {
  const read = (type) => event.clipboardData.getData(type).replace(/<(?!\\/?b\\b)[^>]*>|\\n/g, '');
  window.pasted = [event.isTrusted ? 'trusted' : 'synthetic', read('text/plain'), read('text/html')].join(' ');
});
`;

const STRICT = { 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'" };

/** A page with a plain and a rich composer, at a preloaded HSTS host and over plain http. */
export const samplePage: FixtureHost = {
  hosts: ['x.com', 'plain.example'],
  handle(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/echo') return new Response(request.body);
    if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
    if (pathname === '/page.js')
      return new Response(SCRIPT, { headers: { 'content-type': 'text/javascript' } });
    const headers = { 'content-type': 'text/html', ...(pathname === '/strict' && STRICT) };
    return new Response(PAGE, { headers });
  },
};
