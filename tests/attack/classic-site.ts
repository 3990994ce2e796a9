import type { FixtureHost } from '../harness/internet.ts';

/** A site without scripts of its own worth the name: a wiki page and comments, each form leads to another page. */
export interface ClassicSite extends FixtureHost {
  /** What the forms sent, oldest first: path and fields. */
  sent: { path: string; fields: Record<string, string> }[];
}

const escapeHtml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

const page = (body: string): Response =>
  new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Classic</title></head><body>${body}</body></html>`,
    { headers: { 'content-type': 'text/html; charset=utf-8' } },
  );

const wikiForm = (text: string): string => `<form id="editform" method="post" action="/wiki/Dogs/submit">
<textarea id="wpTextbox1" name="wpTextbox1" aria-label="Source" rows="6" cols="60">${escapeHtml(text)}</textarea>
<input type="submit" id="wpSave" name="wpSave" value="Publish changes">
<input type="submit" id="wpPreview" name="wpPreview" value="Show preview">
<input type="submit" id="wpDiff" name="wpDiff" value="Show changes"></form>`;

/** Two buttons publish; Alt+Enter makes a submit event that neither bubbles nor is trusted. */
const commentForm = (
  text: string,
): string => `<form id="commentform" method="post" action="/article/comments">
<textarea name="comment" aria-label="Comment" rows="4" cols="60">${escapeHtml(text)}</textarea>
<button type="submit" name="action" value="comment">Post comment</button>
<button type="submit" name="action" value="close">Close with comment</button></form>
<script>
const form = document.querySelector('#commentform');
form.addEventListener('submit', (event) => {
  if (!new URLSearchParams(location.search).has('keys')) return;
  event.preventDefault();
  fetch('/article/comments', { method: 'POST', body: new URLSearchParams(new FormData(form)) });
});
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.altKey) form.dispatchEvent(new Event('submit', { cancelable: true }));
});
</script>`;

export const makeClassicSite = (host: string): ClassicSite => {
  const sent: ClassicSite['sent'] = [];
  let article = 'Dogs are animals.';
  const comments: string[] = [];
  const go = (to: string): Response => new Response(null, { status: 303, headers: { location: to } });
  return {
    hosts: [host],
    sent,
    async handle(request) {
      const { pathname: path } = new URL(request.url);
      if (request.method === 'POST') {
        const fields = Object.fromEntries(new URLSearchParams(await request.text()));
        sent.push({ path, fields });
        if (path === '/article/comments') {
          const comment = fields.comment ?? '';
          if (comment.includes('#refuse')) return page('<p role="alert">You comment too fast.</p>');
          if (comment.includes('#again'))
            return page(`<div class="notification-bar">Too many links.</div>${commentForm(comment)}`);
          comments.push(comment);
          return go(`/article#comment-${comments.length}`);
        }
        const text = fields.wpTextbox1 ?? '';
        if (!('wpSave' in fields)) return page(`<div>${escapeHtml(text)}</div>${wikiForm(text)}`);
        article = text;
        return go('/wiki/Dogs');
      }
      if (path === '/wiki/Dogs/edit') return page(wikiForm(''));
      if (path === '/wiki/Dogs') return page(`<div class="text">${escapeHtml(article)}</div>`);
      if (path !== '/article') return new Response(null, { status: 404 });
      const list = comments.map((text, at) => `<li id="comment-${at + 1}">${escapeHtml(text)}</li>`).join('');
      return page(`<ol>${list}</ol>${commentForm('')}`);
    },
  };
};
