const squeeze = (text: string | null | undefined): string => (text ?? '').replace(/\s+/gu, ' ').trim();

/** What a screen reader would call a control: the short form of the accessible name computation. */
export const readAccessibleName = (control: Element): string => {
  const root = control.getRootNode() as Document | ShadowRoot;
  const labelled = (control.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/u)
    .filter(Boolean)
    .map((id) => squeeze(root.getElementById(id)?.textContent))
    .join(' ');
  const value = control.localName === 'input' ? (control as HTMLInputElement).value : '';
  return (
    squeeze(labelled) ||
    squeeze(control.getAttribute('aria-label')) ||
    squeeze(value) ||
    squeeze(control.textContent) ||
    squeeze(control.getAttribute('title'))
  );
};
