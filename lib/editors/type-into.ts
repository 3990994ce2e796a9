/** Ways to put text where the caret is, each through the editor's own input path. */

const makePaste = (text: string): ClipboardEvent => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData });
};

/** Can a script make a paste that carries text? Firefox drops the data on the way to the page. */
export const canPaste = (): boolean => makePaste('x').clipboardData?.getData('text/plain') === 'x';

/** A paste made by script. `true`: the engine took the event as its own. */
export const pasteInto = (element: HTMLElement, text: string): boolean =>
  !element.dispatchEvent(makePaste(text));

/**
 * As `pasteInto`, for Firefox: it takes the text in two members of its own, and gives it to the page. Measured in
 * Firefox 153: Lexical, Draft, ProseMirror and Slate read it, at the start of a text and in an empty box; Quill 1, text
 * fields and bare regions do nothing.
 */
export const dataPasteInto = (element: HTMLElement, text: string): boolean => {
  const data: ClipboardEventInit & { dataType: string; data: string } = {
    dataType: 'text/plain',
    data: text,
  };
  return !element.dispatchEvent(
    new ClipboardEvent('paste', { ...data, bubbles: true, cancelable: true, composed: true }),
  );
};

/** The browser's own editing command: old, but it makes trusted input events and keeps the undo history. */
export const commandInto = (element: HTMLElement, text: string): boolean =>
  element.ownerDocument.execCommand('insertText', false, text);

/**
 * As `commandInto`, lines as paragraphs: in Firefox a line break typed into Quill becomes a `<br>`, which Quill 1
 * drops. All in one turn, so that the engine sees the result only.
 */
export const paragraphsInto = (element: HTMLElement, text: string): boolean =>
  text.split('\n').every((line, index) => {
    const doc = element.ownerDocument;
    if (index > 0 && !doc.execCommand('insertParagraph')) return false;
    return line === '' || doc.execCommand('insertText', false, line);
  });

/** The event that engines of their own input (Lexical, Slate) make a change of. It needs no focus. */
export const inputInto = (element: HTMLElement, text: string): boolean =>
  !element.dispatchEvent(
    new InputEvent('beforeinput', {
      inputType: 'insertText',
      data: text,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
