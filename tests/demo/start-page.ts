const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Candor demo</title></head><body><main class="demo-welcome">
<h1>Try Candor</h1>
<p>Candor makes sure that a post written with AI was reviewed by a person, carries a name, and says so where nobody
can miss it. Here you can try it on three sites.</p>
<p>The sites are stand-ins that run on this machine, with the real sites’ own editors at the real sites’ addresses.
Nothing you type here leaves the machine.</p>
<p>The steps beside this text follow you from page to page and tick themselves off.</p>
<p><a class="demo-go" href="https://chat.example/">Start: open the AI chat</a></p>
</main></body></html>`;

export const START = 'https://candor-demo.example/';

export const startPage = {
  site: 'start',
  hosts: ['candor-demo.example'],
  handle: (request: Request): Response =>
    new URL(request.url).pathname === '/'
      ? new Response(HTML, { headers: { 'content-type': 'text/html; charset=utf-8' } })
      : new Response(null, { status: 204 }),
};
