import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is wrong with the page as it stands, one readable line each: axe, sideways scrolling, small targets, raw keys. */
export const findFaults = async (page: Page): Promise<string[]> => {
  const errors: string[] = [];
  const remember = (error: Error): void => void errors.push(`script error: ${error.message}`);
  page.on('pageerror', remember);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    const lines = violations.flatMap(({ id, nodes }) =>
      nodes.map(
        (node) =>
          `axe ${id}: ${node.html.slice(0, 120)} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
      ),
    );
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    for (const element of all(document)) {
      const box = element.getBoundingClientRect();
      if (!element.closest('.candor') || box.width === 0 || element.classList.contains('sr-only')) continue;
      const style = getComputedStyle(element);
      const scrolls = /auto|scroll/u.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      if (scrolls && !element.matches('.scrolls-sideways'))
        lines.push(`scrolls sideways: ${element.className}`);
      if (box.right > innerWidth + 1 || box.left < -1) {
        if (!element.closest('.scrolls-sideways'))
          lines.push(`outside the window: ${element.tagName} ${element.className}`);
      }
      const isTarget = element.matches('button, select, input:not([type=radio]), textarea, nav a');
      if (isTarget && (box.height < 24 || box.width < 24))
        lines.push(`target below 24 px: ${element.outerHTML.slice(0, 80)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) lines.push('the page scrolls sideways');
    return lines;
  });
  page.off('pageerror', remember);
  return [...errors, ...found];
};
