/** The steps of the demo, in the order in which a visitor takes them. */
export const STEPS = [
  {
    id: 'copied',
    title: 'Copy the AI answer',
    hint: 'Open the AI chat and press Copy.',
    links: ['chat'],
  },
  {
    id: 'pasted',
    title: 'Paste it into a post',
    hint: 'Open one of the three sites, click into the post and paste.',
    links: ['x', 'bluesky', 'mastodon'],
  },
  {
    id: 'declared',
    title: 'Say how AI was involved',
    hint: 'Press the small Candor chip at the post and choose “Drafted by AI, reviewed by me”.',
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
    hint: 'Read the draft, say your name, look at the label, press “Label and post”.',
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
