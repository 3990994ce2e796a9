/** Two ways to put text where the caret is, each through the editor's own input path. */

/**
 * A paste made by script. Chromium hands the page a `DataTransfer`; Firefox ignores it and honours its own
 * members `dataType` and `data`. `true`: the engine took the event as its own.
 */
export const pasteInto = (element: HTMLElement, text: string): boolean => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const init = { bubbles: true, cancelable: true, composed: true };
  const usual = new ClipboardEvent('paste', { ...init, clipboardData });
  const event =
    usual.clipboardData?.getData('text/plain') === text
      ? usual
      : new ClipboardEvent('paste', { ...init, dataType: 'text/plain', data: text } as ClipboardEventInit);
  element.dispatchEvent(event);
  return event.defaultPrevented;
};

/** The browser's own editing command: old, but it makes trusted input events and keeps the undo history. */
export const commandInto = (element: HTMLElement, text: string): boolean =>
  element.ownerDocument.execCommand('insertText', false, text);
