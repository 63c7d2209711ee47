import type { Browser, Page } from 'playwright-core';
import type { Figure } from '../figure.ts';
import { comparePair, type Pair, pairOf } from '../measure.ts';
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
  let first = 1;
  for (const [how, go, { sealed: own, plain: other }] of [
    ['by a link', follow, sites],
    ['by its address', navigate, sites],
    [`by its address, ${DISTANCE} ms away`, navigate, sites.far],
  ] as const) {
    await open(sealed, own);
    yield* pageFigures(how, visit(sealed, own, go, first), visit(plain, other, go, first));
    first += VISITS;
  }
  yield* boundFigures(await context.newPage(), plain, sites, first);
  yield* searchFigures(searches(sealed, sites.sealed), searches(plain, sites.plain));
  await context.close();
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

/** What a service worker costs a page by itself: the bound of the pages by their address. */
async function* boundFigures(
  tab: Page,
  plain: Page,
  sites: ServedSites,
  first: number,
): AsyncGenerator<Figure> {
  const pages = Array.from({ length: VISITS }, (_, at) => pageOf(first + at));
  await startBareWorker(tab, sites.bare, pages);
  const bare = visit(tab, sites.bare, navigate, first);
  const other = visit(plain, sites.plain, navigate, first);
  const loaded = (go: Visit) => async (): Promise<number> => (await go()).loaded;
  await comparePair(loaded(bare), loaded(other), WARM_UP);
  const { ratio } = await comparePair(loaded(bare), loaded(other), PAGE_ROUNDS);
  const name = 'bare worker ÷ plain page, by its address';
  yield { name, value: ratio, unit: '×', most: null };
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
