/**
 * Runs in the page's own world: everything Candor could lean on there lies, and notes what it is given.
 * What the fixture's own engine needs goes on working.
 */
export const poisonWorld = (): void => {
  const stolen: string[] = [];
  Object.assign(window, { stolen });
  const note = (what: string, value: unknown): void => {
    if (/Candor|Ada Lovelace|post\.held|generated-reviewed/u.test(String(value)))
      stolen.push(`${what}: ${value}`);
  };
  const { stringify } = JSON;
  JSON.stringify = ((value: unknown, ...rest: never[]) => {
    const text = stringify(value, ...rest);
    // The post itself carries the label, and the page is entitled to its own post.
    if (!text?.includes('"status"')) note('JSON', text);
    return text;
  }) as typeof JSON.stringify;
  Element.prototype.attachShadow = () => {
    throw new Error('no shadow for you');
  };
  HTMLDialogElement.prototype.showModal = () => undefined;
  HTMLElement.prototype.showPopover = () => undefined;
  Event.prototype.composedPath = () => [];
  Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true, configurable: true });
  crypto.randomUUID = () => '00000000-0000-4000-8000-000000000000';
  window.MutationObserver = class {
    observe(): void {}
    disconnect(): void {}
    takeRecords(): never[] {
      return [];
    }
  };
  window.IntersectionObserver = undefined as never;
  window.getComputedStyle = () => ({}) as CSSStyleDeclaration;
  Date.now = () => 0;
  Array.prototype.flatMap = function poisoned(): never[] {
    note('flatMap', this.join());
    return [];
  };
  String.prototype.localeCompare = () => 0;
};
