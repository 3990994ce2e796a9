import type { FixtureHost } from '#tests/harness/internet.ts';

/** A post as a page of a site shows it. */
export interface ShownPost {
  /** As written; lines become lines. */
  text: string;
  /** Address that the page gives it. Missing: it has no link to itself. */
  link?: string;
  /** A post that it quotes. */
  quoted?: ShownPost;
}

const asHtml = (text: string): string =>
  text.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/gu, '<br>');

const onMastodon = ({ text, link, quoted }: ShownPost): string =>
  `<article class="status"><span class="display-name">Somebody</span>${
    link ? `<a class="status__relative-time" href="${link}"><time>1m</time></a>` : ''
  }<div class="status__content"><p>${asHtml(text)}</p></div>${
    quoted ? `<div class="status__quote">${onMastodon(quoted)}</div>` : ''
  }<button>Reply</button></article>`;

const onX = ({ text, link }: ShownPost): string =>
  `<article data-testid="tweet"><div data-testid="User-Name">Somebody</div>${
    link ? `<a href="${link}"><time>1m</time></a>` : ''
  }<div data-testid="tweetText"><span>${asHtml(text)}</span><span role="button">Show more</span></div></article>`;

const onBluesky = ({ text, link }: ShownPost): string =>
  `<div data-testid="postThreadItem-by-ada.example"><a href="/profile/ada.example">Ada</a>${
    link ? `<a href="${link}">1m</a>` : ''
  }<div data-testid="postText">${asHtml(text)}</div><a href="/profile/ada.example/post/1/liked-by">3 likes</a></div>`;

const DRAWN = { 'mastodon.social': onMastodon, 'x.com': onX, 'bsky.app': onBluesky } as const;

/** What a browser does on a page that is only read: nothing here may be sent. */
export interface SeenRequest {
  method: string;
  path: string;
}

/** A site that has nothing but these posts at each of its addresses; each list of them fills a screen. */
export const siteShowing = (
  host: keyof typeof DRAWN,
  ...screens: readonly (readonly ShownPost[])[]
): FixtureHost & { seen: SeenRequest[] } => {
  const seen: SeenRequest[] = [];
  return {
    hosts: [host],
    seen,
    handle({ method, url }) {
      const { pathname } = new URL(url);
      if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
      seen.push({ method, path: pathname });
      const draw = (posts: readonly ShownPost[]): string => posts.map(DRAWN[host]).join('');
      const body = screens.map((posts) => `<div style="min-height: 120vh">${draw(posts)}</div>`).join('');
      const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Posts</title><main>${body}</main>`;
      return new Response(page, { headers: { 'content-type': 'text/html' } });
    },
  };
};
