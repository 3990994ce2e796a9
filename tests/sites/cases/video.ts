import { PASTE, type SiteCase, TEXT } from '../site-case.ts';

/** Nobody takes the paste in a bare region, so the command is the first attempt that does anything. */
const BARE = { chromium: 'paste,insertText', firefox: 'insertText' } as const;

const youtube = { site: 'youtube', texts: [TEXT], at: -1, ends: 'emptied', permalink: false } as const;
const studio = {
  ...youtube,
  request: '/youtubei/v1/video_manager/metadata_update',
  ways: ['click'],
} as const;

export const VIDEO_CASES: readonly SiteCase[] = [
  {
    ...studio,
    name: 'upload',
    address: 'https://studio.youtube.com/channel/UC1/videos/upload?d=ud',
    ends: 'gone',
    permalink: true,
    typed: BARE,
  },
  {
    ...studio,
    name: 'edit',
    address: 'https://studio.youtube.com/video/aBcDeFgHiJk/edit',
    ends: 'unchanged',
    typed: BARE,
  },
  {
    ...youtube,
    name: 'community',
    address: 'https://www.youtube.com/@someone/posts',
    request: '/youtubei/v1/backstage/create_post',
    ways: ['click', 'chord'],
    typed: BARE,
  },
  {
    ...youtube,
    name: 'comment',
    address: 'https://www.youtube.com/watch?v=aBcDeFgHiJk',
    request: '/youtubei/v1/comment/create_comment',
    ways: ['click', 'chord'],
    typed: BARE,
  },
  {
    site: 'tiktok',
    name: 'upload',
    address: 'https://www.tiktok.com/tiktokstudio/upload',
    texts: [TEXT],
    at: -1,
    request: '/tiktok/web/project/post/v1/',
    ways: ['click'],
    ends: 'emptied',
    permalink: false,
    typed: PASTE,
  },
  {
    site: 'pinterest',
    name: 'pin',
    address: 'https://www.pinterest.com/pin-creation-tool/',
    texts: [TEXT],
    at: -1,
    request: '/resource/PinResource/create/',
    ways: ['click'],
    ends: 'emptied',
    permalink: true,
    typed: PASTE,
  },
];
