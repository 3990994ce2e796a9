// Marks every editable it meets, lays an element of its own beside the text, and corrects "teh" when asked to.

const EDITABLE = 'textarea, [contenteditable="true"]';

const mark = ({ target }) => {
  const editor = target.closest?.(EDITABLE);
  if (!editor || editor.dataset.grammar) return;
  editor.dataset.grammar = 'on';
  editor.setAttribute('spellcheck', 'false');
  const panel = document.createElement('grammar-panel');
  panel.attachShadow({ mode: 'open' }).innerHTML = '<b>2 suggestions</b><button type="button">Post</button>';
  panel.style.cssText = 'position:absolute;pointer-events:none';
  editor.after(panel);
};
for (const type of ['focusin', 'input']) document.addEventListener(type, mark);

document.addEventListener('correct-now', () => {
  const area = document.querySelector('form.compose-form textarea');
  area.value = area.value.replaceAll('teh ', 'the ');
  area.dispatchEvent(new Event('input', { bubbles: true }));
});

document.addEventListener('talk-to', async ({ detail }) => {
  const reply = await chrome.runtime.sendMessage({ to: detail });
  document.documentElement.dataset.reply = reply;
});
