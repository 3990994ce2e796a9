// The guide at the side of each page of the demo: the steps, ticked off as they happen, and what the server received.
{
  const guide = document.querySelector('#demo-guide');
  /** Of a finished answer. */
  const COPY = '[aria-label="Copy response"]';
  let shown = '';
  let hasAsked = false;

  const make = (name, className, ...children) => {
    const element = document.createElement(name);
    element.className = className;
    element.append(...children);
    return element;
  };

  const tell = (path, words = '') => fetch(path, { method: 'POST', body: words, keepalive: true });

  const makeLink = ({ name, url }) => {
    if (!url) {
      const button = make('button', 'demo-link', name);
      button.type = 'button';
      button.addEventListener('click', () => void tell('/demo/log'));
      return button;
    }
    const link = make('a', 'demo-link', name);
    link.href = url;
    return link;
  };

  const makeStep = ({ title, hint, isDone, links }, isNext) => {
    const mark = make('span', 'demo-mark');
    mark.setAttribute('role', 'img');
    mark.setAttribute('aria-label', isDone ? 'Done' : 'To do');
    const body = make('div', '', make('strong', '', title));
    if (isNext) body.append(make('p', '', hint));
    if (isNext || isDone)
      body.append(make('p', 'demo-links', ...links.filter(({ url }) => isNext || !url).map(makeLink)));
    const step = make('li', isDone ? 'demo-done' : isNext ? 'demo-next' : '', mark, body);
    if (isNext) step.setAttribute('aria-current', 'step');
    return step;
  };

  const makePost = ({ site, text }) => {
    const [first, ...rest] = text.split('\n');
    return make(
      'li',
      '',
      make('b', '', site),
      make('span', first.startsWith('[AI') ? 'demo-label' : '', first),
      make('span', '', rest.join('\n')),
    );
  };

  const show = ({ steps, posts }) => {
    const next = steps.findIndex(({ isDone }) => !isDone);
    guide.replaceChildren(
      make('h2', '', 'Candor demo'),
      make('ol', 'demo-steps', ...steps.map((step, at) => makeStep(step, at === next))),
      make('h2', '', 'What the servers received'),
      posts.length > 0
        ? make('ul', 'demo-posts', ...posts.toReversed().map(makePost))
        : make('p', '', 'Nothing yet.'),
    );
  };

  const refresh = async () => {
    const state = await (await fetch('/demo/state')).text();
    if (state === shown) return;
    shown = state;
    show(JSON.parse(state));
  };

  addEventListener('paste', (event) => event.isTrusted && void tell('/demo/seen', 'pasted'), true);
  addEventListener('click', (event) => {
    if (event.isTrusted && event.target.closest?.(COPY)) void tell('/demo/seen', 'copied');
  });
  const noteAnswer = () => {
    if (hasAsked || !document.querySelector(COPY)) return;
    hasAsked = true;
    void tell('/demo/seen', 'asked');
  };
  // The chat is a module: it is there when the page is.
  addEventListener('DOMContentLoaded', async () => {
    if (!window.chat) return;
    const answer = await (await fetch('/demo/answer')).text();
    window.chat.next.shift = () => answer;
  });
  // The end of the demo is no fault of the page.
  setInterval(() => {
    noteAnswer();
    void refresh().catch(() => {});
  }, 400);
  void refresh();
}
