import type { SourceDefinition } from '../model/source.ts';

/** Runs wherever somebody put it, so it has no hosts: the person switches its address on, `localhost` too. */
export const OPEN_WEBUI: SourceDefinition = {
  id: 'open-webui',
  name: 'Open WebUI',
  hosts: [],
  marks: ['link[href="/static/custom.css"]', '.chat-assistant.markdown-prose', '.copy-response-button'],
  examples: { own: [], foreign: ['https://openwebui.com/', 'https://docs.openwebui.com/'] },
  message: ['.chat-assistant'],
  text: [],
  prompt: ['.chat-user'],
  done: { present: ['[id^="message-"]:has(.copy-response-button)'], absent: [] },
  copyControl: ['.copy-response-button'],
  image: [],
  model: [],
  verified: { date: '2026-11-20', how: 'Read in its public source; not tried on a running installation.' },
};
