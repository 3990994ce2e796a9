/**
 * The pass for one gesture: armed around our own press on the site's control, good for that control and that
 * draft only, and gone as soon as the call returns. A page that clicks at the same moment gets nothing.
 */
export interface Pass {
  /** Runs the press with the pass armed. True if the press reached the gate with the same draft. */
  during(control: Element, key: string, press: () => void): boolean;
  /** Is this event (of which the gate read `key`) the one the pass was made for? The `submit` event that a
   * passed click causes counts to the same gesture. */
  admits(event: Event, key: string): boolean;
}

export const createPass = (): Pass => {
  let armed: { control: Element; key: string; clicked: boolean; submitted: boolean } | undefined;
  return {
    during(control, key, press) {
      const mine = { control, key, clicked: false, submitted: false };
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
      if (event.type === 'click') {
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
