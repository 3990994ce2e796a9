import type { AxeViolation, Finder, Found, FoundHost, Query, Rect } from './finder.ts';
import { until } from './poll.ts';
import type { ClickOptions, Point, Tab, WaitOptions } from './tab.ts';

/** `inside`: closed roots and what is nested in them. `page`: the document and its open roots. */
export type Scope = 'inside' | 'page';

/** What the probe understands; see tests/probe/answer.js. */
export type Question =
  | { kind: 'find' | 'reveal'; query: unknown }
  | { kind: 'focused' | 'hosts' }
  | { kind: 'axe'; options: { host?: string; disable?: string[] } };

export type Ask = (question: Question & { scope: Scope }) => Promise<unknown>;

function toText(wanted: string | RegExp | undefined) {
  if (wanted === undefined) return undefined;
  return typeof wanted === 'string' ? { exact: wanted } : { pattern: wanted.source, flags: wanted.flags };
}

const toQuestion = (query: Query) => ({ ...query, name: toText(query.name), text: toText(query.text) });

const toWords = (scope: Scope, query: Query) => {
  const parts = Object.entries(query).map(([key, value]) => `${key} ${value}`);
  return `${scope === 'inside' ? 'in closed roots' : 'on the page'}: ${parts.join(', ')}`;
};

const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

const isSameRect = (a: Rect, b: Rect) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Looks through the probe, acts through the tab. */
export function makeFinder(scope: Scope, tab: Pick<Tab, 'click' | 'hover' | 'type'>, ask: Ask): Finder {
  const findAll = (query: Query) =>
    ask({ kind: 'find', scope, query: toQuestion(query) }) as Promise<Found[]>;
  const find = async (query: Query) => (await findAll(query))[query.nth ?? 0];

  /** Where a mouse can hit it: painted, enabled, and at the same place twice. */
  async function aim(query: Query): Promise<Point> {
    let before: Rect | undefined;
    return until(
      async () => {
        const found = (await ask({ kind: 'reveal', scope, query: toQuestion(query) })) as Found | undefined;
        const atRest = found && before && isSameRect(found.rect, before);
        before = found?.rect;
        return found && atRest && !found.disabled ? middle(found.rect) : undefined;
      },
      { what: `something to click ${toWords(scope, query)}` },
    );
  }

  const finder: Finder = {
    find,
    findAll,
    async require(query) {
      const found = await find(query);
      if (found) return found;
      const near = await findAll({
        ...(query.role ? { role: query.role } : { css: 'button, input, [role]' }),
      });
      const list = near.map(({ role, name }) => `${role} "${name}"`).join(', ');
      throw new Error(`nothing ${toWords(scope, query)}; there is: ${list || 'nothing'}`);
    },
    waitFor: (query, options: WaitOptions = {}) =>
      until(() => find(query), { what: `something ${toWords(scope, query)}`, ...options }),
    async waitUntilGone(query, options: WaitOptions = {}) {
      await until(async () => !(await find(query)), {
        what: `the end of ${toWords(scope, query)}`,
        ...options,
      });
    },
    async click(query, options: ClickOptions = {}) {
      await tab.click(await aim(query), options);
    },
    doubleClick: (query) => finder.click(query, { count: 2 }),
    async hover(query) {
      await tab.hover(await aim(query));
    },
    async type(query, text) {
      await finder.click(query);
      await tab.type(text);
    },
    focused: () => ask({ kind: 'focused', scope }) as Promise<Found | undefined>,
    hosts: () => ask({ kind: 'hosts', scope }) as Promise<FoundHost[]>,
    axe: (options = {}) => ask({ kind: 'axe', scope, options }) as Promise<AxeViolation[]>,
  };
  return finder;
}
