// Notes how long after the release of the mouse button a dialog was drawn. `bare`: a dialog of the page itself.
// `shell`: Candor's, however empty. `filled`: Candor's, with the review in it. Told as JSON in an event.

/** Time stamp of the last press: the browser's own, from before any script ran. */
let pressedAt = 0;
addEventListener(
  'pointerup',
  (event) => {
    pressedAt = event.timeStamp;
  },
  true,
);

/** Two frames with the change are on the screen when the third begins. */
const FRAMES = 3;

function tellWhenDrawn(what) {
  const since = pressedAt;
  let left = FRAMES;
  const countFrame = () => {
    left -= 1;
    if (left > 0) return requestAnimationFrame(countFrame);
    const detail = JSON.stringify({ what, took: performance.now() - since });
    return document.dispatchEvent(new CustomEvent('candor-bench-drawn', { detail }));
  };
  requestAnimationFrame(countFrame);
}

function watchFilling(root) {
  if (root.querySelector('.review-form')) return tellWhenDrawn('filled');
  const observer = new MutationObserver(() => {
    if (!root.querySelector('.review-form')) return;
    observer.disconnect();
    tellWhenDrawn('filled');
  });
  observer.observe(root, { childList: true, subtree: true });
}

new MutationObserver((changes) => {
  for (const added of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (added instanceof HTMLDialogElement) tellWhenDrawn('bare');
    const root = added instanceof HTMLElement && chrome.dom.openOrClosedShadowRoot(added);
    if (!root?.querySelector('dialog[open]')) continue;
    tellWhenDrawn('shell');
    watchFilling(root);
  }
}).observe(document.documentElement, { childList: true });
