import type { FixtureHost } from '../harness/internet.ts';

/** A site of the old kind: a form that the browser itself submits, on pages with and without a script's help. */
export interface FormSite extends FixtureHost {
  /** Texts that were posted, oldest first. */
  posted: string[];
}

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Board</title></head><body>
<form class="post" method="post" action="/post"><textarea name="text" aria-label="New post" rows="4" cols="60"></textarea>
<button type="submit">Publish</button></form>
<form class="poll" method="post" action="/poll"><input type="hidden" name="vote" value="yes"></form>
<button type="button" class="later" onclick="document.querySelector('form.post').submit()">Go</button>
<iframe hidden name="sink"></iframe></body></html>`;

/** At mastodon.social, where the gate runs without being asked; `initial-state` is missing, so it is any page. */
export const makeFormSite = (host: string): FormSite => {
  const posted: string[] = [];
  return {
    hosts: [host],
    posted,
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (request.method === 'POST') {
        const fields = new URLSearchParams(await request.text());
        posted.push(`${pathname} ${fields.get('text') ?? fields.get('vote')}`);
        return new Response('<p>Thank you.</p>', { headers: { 'content-type': 'text/html' } });
      }
      if (pathname !== '/') return new Response(null, { status: 404 });
      return new Response(PAGE, { headers: { 'content-type': 'text/html' } });
    },
  };
};
