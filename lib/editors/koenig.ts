/** Ghost's editor: Lexical with cards. What is pasted it reads as Markdown, so texts are typed at it. */
export const KOENIG = '[data-kg="editor"] > [contenteditable]';
