/** `textarea` and `input`: the value is the text. */
export const readTextareaText = (element: Element): string => (element as HTMLTextAreaElement).value;
