const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Candor demo</title></head><body><main class="demo-welcome">
<h1>Try Candor</h1>
<p>Candor makes sure that a post written with AI was reviewed by a person, carries a name, and says so where nobody
can miss it. It knows which text came from an AI tool. Here you
can try it with one tool and on three sites.</p>
<p>ChatGPT and the sites are stand-ins that run on this machine, with the sites’ own editors, at the real addresses.
Nothing you type here leaves the machine.</p>
<p>The steps beside this text follow you from page to page and tick themselves off.</p>
<p><a class="demo-go" href="https://chatgpt.com/">Start: open ChatGPT</a></p>
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
