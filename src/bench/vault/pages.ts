import type { Page } from 'playwright-core';
import type { Figure } from '../figure.ts';
import { inTurns, type Measured, pairOf } from '../measure.ts';
import type { navigate, PageTimes } from './browse.ts';
import { PAGES, pageAt } from './site.ts';

/** Rounds that are not measured: caches and compilers are warm then. */
export const WARM_UP = 4;
/** Milliseconds a reader looks at a page at least: what the vault puts off is done meanwhile. */
const PAUSE = 700;

export const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** What a page is opened on: its name in the figures, a tab, an origin. */
type Side = readonly [name: string, tab: Page, origin: string];
/** By the names of their sides. */
type Visits = Readonly<Record<string, Measured<PageTimes>>>;

/** Gives visits to the same pages on several sites: another page in each round, of all comparisons. */
export function visitsOf(): (go: typeof navigate, sides: readonly Side[]) => Visits {
  let used = 0;
  return (go, sides) => {
    const pages: string[] = [];
    const page = (visit: number): string =>
      // Neighbours are alike.
      (pages[visit] ??= pageAt(((used += 1) * 7) % PAGES));
    return Object.fromEntries(
      sides.map(([name, tab, origin]) => {
        let visit = 0;
        return [
          name,
          async () => {
            await pause();
            return go(tab, origin + page(visit++));
          },
        ];
      }),
    );
  };
}

/** What opening a page takes on each side against the plain one, which is among them. */
export async function* pageFigures(
  how: string,
  visits: Visits,
  rounds: number,
): AsyncGenerator<Figure> {
  const names = Object.keys(visits);
  const actions = Object.values(visits);
  await inTurns(actions, WARM_UP);
  const rows = await inTurns(actions, rounds);
  for (const event of ['painted', 'parsed', 'loaded'] as const) {
    const times = rows.map((row) => row.map((page) => page[event]));
    const against = (name: string) => pairOf(times, names.indexOf(name), names.indexOf('plain'));
    const { reference: plain } = against('plain');
    yield { name: `plain page, ${event}, ${how}`, value: plain, unit: 'ms', most: null };
    for (const name of names.filter((each) => each !== 'plain')) {
      const most = name === 'sealed' ? 1.1 : null;
      const value = against(name).ratio;
      yield { name: `${name} ÷ plain page, ${event}, ${how}`, value, unit: '×', most };
    }
    if (!names.includes('bare worker')) continue;
    const added = pairOf(times, names.indexOf('sealed'), names.indexOf('bare worker')).ratio;
    const name = `sealed ÷ bare worker page, ${event}, ${how}`;
    yield { name, value: added, unit: '×', most: null };
  }
}
