import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface RowsOptions {
  scroller: RefObject<HTMLElement | null>;
  keys: readonly string[];
  /** Pixels that a row takes until it has been measured. */
  estimate: number;
  /** This row is drawn wherever one looks, so that the focus has a place. */
  always: number;
}

/** Draws only the rows that can be seen. What is seen stays where it is when rows come or go above it. */
export const useVirtualRows = ({
  scroller,
  keys,
  estimate,
  always,
}: RowsOptions): Virtualizer<HTMLElement, HTMLElement> => {
  const [, redraw] = useState({});
  const options = {
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: (index: number) => keys[index] ?? index,
    overscan: 8,
    anchorTo: 'end' as const,
    scrollEndThreshold: -1,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const seen = defaultRangeExtractor(range);
      const isFurther = always >= 0 && always < range.count && !seen.includes(always);
      return isFurther ? [...seen, always].sort((a, b) => a - b) : seen;
    },
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw({}),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    forget(virtualizer.itemSizeCache, keys);
  });
  return virtualizer;
};

/** The library keeps the height of every row it ever saw. */
const forget = (sizes: Map<unknown, number>, keys: readonly string[]): void => {
  if (sizes.size <= 2 * keys.length + 100) return;
  const kept = new Set<unknown>(keys);
  for (const key of sizes.keys()) if (!kept.has(key)) sizes.delete(key);
};
