/**
 * The pass for one gesture: armed around our own press on the site's control, good for that control and that
 * draft only, and gone as soon as the call returns. A page that clicks at the same moment gets nothing.
 */
export interface Pass {
  /** Runs the press, which makes an event of this type on the control, with the pass armed. True if the press reached the gate with the same draft. */
  during(control: Element, key: string, type: 'click' | 'keydown', press: () => void): boolean;
  /** Is this event (of which the gate read `key`) the one the pass was made for? The `submit` event that a
   * passed click causes counts to the same gesture. */
  admits(event: Event, key: string): boolean;
}

export const createPass = (): Pass => {
  let armed:
    | { control: Element; key: string; type: string; clicked: boolean; submitted: boolean }
    | undefined;
  return {
    during(control, key, type, press) {
      const mine = { control, key, type, clicked: false, submitted: false };
      armed = mine;
      try {
        press();
      } finally {
        armed = undefined;
      }
      return mine.clicked || mine.submitted;
    },
    admits(event, key) {
      if (armed === undefined || armed.key !== key) return false;
      if (event.type === armed.type) {
        if (armed.clicked || event.composedPath()[0] !== armed.control) return false;
        armed.clicked = true;
        return true;
      }
      if (event.type !== 'submit' || armed.submitted) return false;
      armed.submitted = true;
      return true;
    },
  };
};
