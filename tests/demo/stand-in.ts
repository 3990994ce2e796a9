import { readFile } from 'node:fs/promises';
import type { FixtureHost } from '#tests/harness/internet.ts';
import { ANSWER, DEMO_SITES, TOOL } from './demo-sites.ts';
import type { Progress } from './demo-world.ts';
import { STEPS, type StepId } from './steps.ts';

/** Where the guide lives on each site. */
const GUIDE = '/demo/';
const FILES = { 'guide.js': 'text/javascript', 'demo.css': 'text/css' } as const;

/** Only the page itself can see these happen. */
const SEEN_BY_PAGE: readonly StepId[] = ['asked', 'copied', 'pasted'];

const LINKS: Record<string, { name: string; url?: string }> = {
  [TOOL.id]: { name: TOOL.name, url: TOOL.url },
  ...Object.fromEntries(DEMO_SITES.map(({ id, name, composer }) => [id, { name, url: composer.url }])),
  log: { name: 'Open the log' },
};

const summarise = ({ done, posts }: Progress) => ({
  steps: STEPS.map(({ id, title, hint, links }) => ({
    title,
    hint,
    isDone: done.has(id),
    links: links.map((link) => LINKS[link]),
  })),
  posts,
});

async function answerGuide(request: Request, file: string, progress: Progress): Promise<Response> {
  if (file === 'state') return Response.json(summarise(progress));
  if (request.method === 'POST' && file === 'seen') {
    const id = await request.text();
    const step = SEEN_BY_PAGE.find((one) => one === id);
    if (step) progress.done.add(step);
    return new Response(null, { status: 204 });
  }
  if (file === 'answer') return new Response(ANSWER);
  if (request.method === 'POST' && file === 'log') {
    progress.wantsLog = true;
    return new Response(null, { status: 204 });
  }
  const type = FILES[file as keyof typeof FILES];
  if (!type) return new Response('not found', { status: 404 });
  const content = await readFile(new URL(`pages/${file}`, import.meta.url));
  return new Response(content, { headers: { 'content-type': `${type}; charset=utf-8` } });
}

/** The page, with the look of the demo, the plain word that it is a stand-in, and the guide. */
async function dressUp(page: Response, site: string, note: string): Promise<Response> {
  const html = await page.text();
  const dressed = html
    .replace('</head>', `<link rel="stylesheet" href="${GUIDE}demo.css"></head>`)
    .replace('<body>', `<body class="demo demo-${site}"><p class="demo-note">${note}</p>`)
    .replace(
      '</body>',
      `<aside id="demo-guide" aria-label="Demo"></aside><script src="${GUIDE}guide.js"></script></body>`,
    );
  return new Response(dressed, { headers: page.headers });
}

/** Serves a fake site as part of the demo, and notes what it is asked to publish. */
export function serveStandIn(
  fake: FixtureHost & { site: string },
  note: string,
  progress: Progress,
): FixtureHost {
  const known = DEMO_SITES.find(({ id }) => id === fake.site);
  return {
    hosts: fake.hosts,
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith(GUIDE)) return answerGuide(request, pathname.slice(GUIDE.length), progress);
      if (known && request.method === 'POST' && pathname.endsWith(known.publishes)) {
        progress.posts.push({ site: known.name, text: known.readText(await request.clone().json()) });
      }
      const answer = await fake.handle(request);
      const isPage = answer.headers.get('content-type')?.startsWith('text/html');
      return isPage ? dressUp(answer, fake.site, note) : answer;
    },
  };
}
