/**
 * Builds a composer of the page's own, out of the way of whoever looks for it: in shadow roots inside of each other.
 * Runs in the page (`tab.evaluate`), so it refers to nothing outside of itself. Gives the middle of text field and button.
 */
export const nestInShadowRoots = (
  depth: number,
  mode: ShadowRootMode,
): { text: { x: number; y: number }; button: { x: number; y: number } } => {
  document.body.replaceChildren();
  Object.assign(window, { sent: [] });
  let parent: Element | ShadowRoot = document.body;
  for (let level = 0; level < depth; level += 1) {
    const host = document.createElement('div');
    parent.append(host);
    parent = host.attachShadow({ mode });
  }
  const text = document.createElement('div');
  text.contentEditable = 'true';
  text.role = 'textbox';
  text.ariaMultiLine = 'true';
  text.style.cssText = 'width: 400px; height: 120px; border: 1px solid';
  const button = document.createElement('button');
  button.textContent = 'Post';
  button.addEventListener('click', () => {
    const status = text.innerText;
    (window as unknown as { sent: string[] }).sent.push(status);
    void fetch('/api/v1/statuses', { method: 'POST', body: JSON.stringify({ status }) });
  });
  const composer = document.createElement('section');
  composer.append(text, button);
  parent.append(composer);
  const middleOf = (element: Element): { x: number; y: number } => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };
  return { text: middleOf(text), button: middleOf(button) };
};

/** What that composer sent. */
export const readSent = (): string[] => (window as unknown as { sent: string[] }).sent;

/** The page shows itself in a frame, and that one in a frame of its own: the composer is in the innermost. */
export const nestInFrames = async (depth: number): Promise<void> => {
  let outer: Document = document;
  for (let level = 0; level < depth; level += 1) {
    const frame = outer.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0; z-index: 1';
    // Of one address a page may not be inside of itself.
    frame.src = `/home?frame=${level}`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    outer.body.append(frame);
    await loaded;
    if (!frame.contentDocument) throw new Error('the frame is of another origin');
    outer = frame.contentDocument;
  }
};

/** Middle of an element in the innermost of nested frames. All frames fill the window. */
export const findInFrames = (depth: number, selector: string): { x: number; y: number } | undefined => {
  let inner: Document | null | undefined = document;
  for (let level = 0; level < depth; level += 1) {
    const frames: NodeListOf<HTMLIFrameElement> | undefined = inner?.querySelectorAll('body > iframe');
    inner = frames?.[frames.length - 1]?.contentDocument;
  }
  const rect = inner?.querySelector(selector)?.getBoundingClientRect();
  return rect && { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
};
