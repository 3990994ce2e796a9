/** The steps of the demo, in the order in which a visitor takes them. */
export const STEPS = [
  {
    id: 'asked',
    title: 'Ask ChatGPT',
    hint: 'Ask for a post about a rescue dog, and press Enter.',
    links: ['chatgpt'],
  },
  {
    id: 'copied',
    title: 'Copy its answer',
    hint: 'Press Copy below the answer. Candor remembers fingerprints of it, not the text.',
    links: ['chatgpt'],
  },
  {
    id: 'pasted',
    title: 'Paste it into a post',
    hint: 'Open one of the three sites, click into the post and paste.',
    links: ['x', 'bluesky', 'mastodon'],
  },
  {
    id: 'known',
    title: 'Candor knows it again',
    hint: 'The small Candor chip at the post says “AI: needs review”. Nobody had to declare anything.',
    links: [],
  },
  {
    id: 'held',
    title: 'Press Post',
    hint: 'Candor holds the post. Look below: no server has received nothing.',
    links: [],
  },
  {
    id: 'labelled',
    title: 'Review and label',
    hint: 'Read the draft and where it came from, say your name, look at the label, press “Label and post”.',
    links: [],
  },
  {
    id: 'posted',
    title: 'Posted',
    hint: 'The server has the post, label first, and Candor saw the site confirm it.',
    links: [],
  },
  {
    id: 'logged',
    title: 'Open the log',
    hint: 'Every step above is in it. Verify it, export it.',
    links: ['log'],
  },
  {
    id: 'human',
    title: 'Now write a post yourself',
    hint: 'Type a few words and press Post, on any of the three sites: Candor stays out of the way.',
    links: ['x', 'bluesky', 'mastodon'],
  },
] as const;

export type StepId = (typeof STEPS)[number]['id'];
