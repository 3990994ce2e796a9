import { expect, test } from 'vitest';
import { createPass } from '#lib/flow/pass.ts';

const control = {} as Element;
const eventOf = (type: string, target: unknown = control): Event =>
  ({ type, composedPath: () => [target] }) as unknown as Event;

test('admits the one click it was made for, and the submit that follows from it', () => {
  const pass = createPass();
  const seen: boolean[] = [];
  const wasPressed = pass.during(control, 'key', 'click', () => {
    seen.push(pass.admits(eventOf('click'), 'key'), pass.admits(eventOf('submit', {}), 'key'));
  });
  expect(seen).toEqual([true, true]);
  expect(wasPressed).toBe(true);
});

test('admits nothing twice', () => {
  const pass = createPass();
  pass.during(control, 'key', 'click', () => {
    pass.admits(eventOf('click'), 'key');
    pass.admits(eventOf('submit'), 'key');
    expect(pass.admits(eventOf('click'), 'key')).toBe(false);
    expect(pass.admits(eventOf('submit'), 'key')).toBe(false);
  });
});

test.each([
  ['another control', eventOf('click', {}), 'key'],
  ['another text', eventOf('click'), 'another key'],
  ['another text by submit', eventOf('submit'), 'another key'],
  ['a key', eventOf('keydown'), 'key'],
  ['a navigation', eventOf('navigate'), 'key'],
])('admits no event of %s', (_, event, key) => {
  const pass = createPass();
  const wasPressed = pass.during(control, 'key', 'click', () => expect(pass.admits(event, key)).toBe(false));
  expect(wasPressed).toBe(false);
});

test('is void before and after the call, also after one that threw', () => {
  const pass = createPass();
  expect(pass.admits(eventOf('click'), 'key')).toBe(false);
  expect(() =>
    pass.during(control, 'key', 'click', () => {
      throw new Error('the page threw');
    }),
  ).toThrow('the page threw');
  expect(pass.admits(eventOf('click'), 'key')).toBe(false);
});

test('where a key is pressed, only that key is admitted', () => {
  const pass = createPass();
  const seen: boolean[] = [];
  pass.during(control, 'key', 'keydown', () => {
    seen.push(pass.admits(eventOf('click'), 'key'), pass.admits(eventOf('keydown'), 'key'));
  });
  expect(seen).toEqual([false, true]);
});
