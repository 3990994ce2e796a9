import type { Natives } from './natives.ts';

type AnyFunction = (...args: never[]) => unknown;

/** What happens in place of a call. `args` is the list of the call itself. */
export type OnCall<Native> = (native: Native, self: unknown, args: unknown[]) => unknown;

/**
 * Puts functions of our own in the place of the page's, so that the page cannot tell: a proxy has the name, length,
 * properties and errors of what it stands for, and `Function.prototype.toString` is told which it is.
 */
export const createDisguise = (natives: Natives) => {
  const { apply, defineProperty, getOwnPropertyDescriptor } = natives;
  const covers: unknown[] = [];
  const covered: unknown[] = [];

  const replace = <Name extends string>(
    owner: { [Key in Name]: AnyFunction },
    name: Name,
    onCall: OnCall<AnyFunction>,
  ): void => {
    const native = owner[name];
    const descriptor = getOwnPropertyDescriptor(owner, name);
    if (typeof native !== 'function' || !descriptor?.configurable) return;
    // No prototype: what the page adds to that of all objects would be a trap too.
    const handler = { __proto__: null, apply: onCall } as ProxyHandler<AnyFunction>;
    const cover = new natives.Proxy(native, handler);
    covers[covers.length] = cover;
    covered[covered.length] = native;
    defineProperty(owner, name, { ...descriptor, value: cover });
  };

  replace(Function.prototype as unknown as { toString: AnyFunction }, 'toString', (native, self, args) => {
    for (let index = 0; index < covers.length; index += 1) {
      if (covers[index] === self) return apply(native, covered[index], args);
    }
    return apply(native, self, args);
  });

  return { replace };
};

export type Disguise = ReturnType<typeof createDisguise>;
