import type { Browser, Page } from 'playwright-core';
import type { Figure } from '../figure.ts';
import { comparePair, type Pair, pairOf } from '../measure.ts';
import { slowLine, whenReady } from './at-hand.ts';
import { startBareWorker } from './bare-worker.ts';
import { follow, navigate, type PageTimes, search, signIn } from './browse.ts';
import { DISTANCE, type ServedSites } from './serve.ts';
import { PAGES, pageAt } from './site.ts';
import { WORDS } from './text.ts';

const PAGE_ROUNDS = 16;
const SEARCH_ROUNDS = 12;
/** Rounds that are not measured: caches and compilers are warm then. */
const WARM_UP = 4;
/** Pages that a comparison opens on each site. */
const VISITS = WARM_UP + PAGE_ROUNDS;
/** Milliseconds a reader looks at a page at least: what the vault puts off is done meanwhile. */
const PAUSE = 700;

const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** Pages and searches, signed in with a service worker, against the same site unsealed. */
export async function* readingFigures(
  browser: Browser,
  sites: ServedSites,
): AsyncGenerator<Figure> {
  const context = await browser.newContext();
  const [sealed, plain] = [await context.newPage(), await context.newPage()];
  await open(sealed, sites.sealed);
  await whenReady(sealed);
  yield* waysFigures({ sealed, plain }, 1, [
    ['by a link', follow, sites],
    ['by its address', navigate, sites],
  ]);
  const bare = await context.newPage();
  yield* boundFigures({ bare, sealed, plain }, sites, 1 + 2 * VISITS);
  yield* searchFigures(searches(sealed, sites.sealed), searches(plain, sites.plain));
  await context.close();
  yield* askedFigures(browser, sites);
}

type Way = readonly [how: string, go: typeof navigate, sites: { sealed: string; plain: string }];

/** Pages that the host is asked for, as at the beginning of a visit and on slow lines. */
async function* askedFigures(browser: Browser, sites: ServedSites): AsyncGenerator<Figure> {
  const context = await browser.newContext();
  await slowLine(context);
  const [sealed, plain] = [await context.newPage(), await context.newPage()];
  yield* waysFigures({ sealed, plain }, 1, [
    ['asked for, by a link', follow, sites],
    ['asked for, by its address', navigate, sites],
    [`asked for, by its address, ${DISTANCE} ms away`, navigate, sites.far],
  ]);
  await context.close();
}

/** @param first of the visits: each way has pages of its own */
async function* waysFigures(
  { sealed, plain }: Record<'sealed' | 'plain', Page>,
  first: number,
  ways: readonly Way[],
): AsyncGenerator<Figure> {
  for (const [at, [how, go, { sealed: own, plain: other }]] of ways.entries()) {
    const from = first + at * VISITS;
    await open(sealed, own);
    yield* pageFigures(how, visit(sealed, own, go, from), visit(plain, other, go, from));
  }
}

/** Signs in where that has not happened yet, and waits for the worker. */
async function open(tab: Page, origin: string): Promise<void> {
  await tab.goto(origin + pageAt(0));
  const isOpen = await tab.evaluate(() => document.querySelector('[data-pagefind-body]') !== null);
  if (!isOpen) await signIn(tab, origin + pageAt(0));
  await tab.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

type Visit = () => Promise<PageTimes>;

/** Another page each time, from the first one on: none is read twice. */
function visit(tab: Page, origin: string, go: typeof navigate, first: number): Visit {
  let next = first;
  return async () => {
    await pause();
    const address = origin + pageOf(next);
    next += 1;
    return go(tab, address);
  };
}

/** The page of an nth visit; neighbours are alike. */
const pageOf = (visit: number): string => pageAt((visit * 7) % PAGES);

/** What any service worker costs a page by its address, and what the vault adds to that. */
async function* boundFigures(
  { bare, sealed, plain }: Record<'bare' | 'sealed' | 'plain', Page>,
  sites: ServedSites,
  first: number,
): AsyncGenerator<Figure> {
  await startBareWorker(bare, sites.bare + pageAt(0));
  const loaded = (tab: Page, origin: string, from: number) => {
    const go = visit(tab, origin, navigate, from);
    return async (): Promise<number> => (await go()).loaded;
  };
  const compare = async (
    from: number,
    own: [Page, string],
    other: [Page, string],
  ): Promise<number> => {
    const [subject, reference] = [loaded(...own, from), loaded(...other, from)];
    await comparePair(subject, reference, WARM_UP);
    return (await comparePair(subject, reference, PAGE_ROUNDS)).ratio;
  };
  const worker: [Page, string] = [bare, sites.bare];
  const least = await compare(first, worker, [plain, sites.plain]);
  yield { name: 'bare worker ÷ plain page, by its address', value: least, unit: '×', most: null };
  const added = await compare(first + VISITS, [sealed, sites.sealed], worker);
  yield { name: 'sealed ÷ bare worker page, by its address', value: added, unit: '×', most: null };
}

async function* pageFigures(how: string, sealed: Visit, plain: Visit): AsyncGenerator<Figure> {
  const parsed: Omit<Pair, 'ratio'>[] = [];
  let times: PageTimes[] = [];
  const loaded =
    (go: Visit) =>
    async (round: number): Promise<number> => {
      const found = await go();
      times.push(found);
      if (times.length === 2) {
        const [first, second] = times as [PageTimes, PageTimes];
        const [own, other] = round % 2 === 0 ? [first, second] : [second, first];
        parsed.push({ subject: own.parsed, reference: other.parsed });
        times = [];
      }
      return found.loaded;
    };
  await comparePair(loaded(sealed), loaded(plain), WARM_UP);
  parsed.length = 0;
  const pair = await comparePair(loaded(sealed), loaded(plain), PAGE_ROUNDS);
  const ready = pairOf(parsed);
  yield { name: `plain page, loaded, ${how}`, value: pair.reference, unit: 'ms', most: null };
  yield { name: `sealed page, loaded, ${how}`, value: pair.subject, unit: 'ms', most: null };
  yield { name: `sealed ÷ plain page, loaded, ${how}`, value: pair.ratio, unit: '×', most: 1.1 };
  yield { name: `sealed ÷ plain page, parsed, ${how}`, value: ready.ratio, unit: '×', most: 1.1 };
}

interface SearchTimes {
  cold: number;
  warm: number;
}

/** The first search after the page has loaded, and a second one for another word. */
function searches(tab: Page, origin: string): (round: number) => Promise<SearchTimes> {
  return async (round) => {
    await navigate(tab, `${origin}/cdp/recherche/`);
    await pause();
    const term = (place: number): string => WORDS[(round + WARM_UP) * 9 + place] ?? '';
    return { cold: await search(tab, term(20)), warm: await search(tab, term(24)) };
  };
}

async function* searchFigures(
  sealed: (round: number) => Promise<SearchTimes>,
  plain: (round: number) => Promise<SearchTimes>,
): AsyncGenerator<Figure> {
  const rounds: { sealed: SearchTimes; plain: SearchTimes }[] = [];
  for (let round = -WARM_UP; round < SEARCH_ROUNDS; round += 1) {
    const first = round % 2 === 0 ? await sealed(round) : null;
    const other = await plain(round);
    rounds.push({ sealed: first ?? (await sealed(round)), plain: other });
  }
  for (const [kind, most] of [
    ['cold', 1.25],
    ['warm', 1.1],
  ] as const) {
    const pair = pairOf(
      rounds
        .slice(WARM_UP)
        .map((each) => ({ subject: each.sealed[kind], reference: each.plain[kind] })),
    );
    yield { name: `plain search, ${kind}`, value: pair.reference, unit: 'ms', most: null };
    yield { name: `sealed search, ${kind}`, value: pair.subject, unit: 'ms', most: null };
    yield { name: `sealed ÷ plain search, ${kind}`, value: pair.ratio, unit: '×', most };
  }
}
