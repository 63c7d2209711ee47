import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Figure } from '../figure.ts';
import { slowLine, whenReady } from './at-hand.ts';
import { startBareWorker } from './bare-worker.ts';
import { follow, navigate, signIn } from './browse.ts';
import { pageFigures, visitsOf } from './pages.ts';
import { searchFigures, searches } from './searches.ts';
import { DISTANCE, type ServedSites } from './serve.ts';
import { pageAt } from './site.ts';

/** Rounds of the pages that the targets are for, and of those that explain them. */
const ROUNDS = 36;
const FEW_ROUNDS = 16;

/** Pages and searches, signed in with a service worker, against the same site unsealed. */
export async function* readingFigures(
  browser: Browser,
  sites: ServedSites,
): AsyncGenerator<Figure> {
  // A context for each side: tabs of one may share a process, and its worker's, as it happens.
  const [plainSide, bareSide, sealedSide, asking] = [
    await browser.newContext(),
    await browser.newContext(),
    await browser.newContext(),
    await browser.newContext(),
  ];
  await slowLine(asking);
  const plain = await plainSide.newPage();
  const bare = await bareSide.newPage();
  await startBareWorker(bare, sites.bare + pageAt(0));
  const sealed = await opened(sealedSide, sites.sealed);
  await whenReady(sealed);
  const visits = visitsOf();
  for (const [how, go] of [
    ['by a link', follow],
    ['by its address', navigate],
  ] as const) {
    yield* pageFigures(
      how,
      visits(go, [
        ['sealed', sealed, sites.sealed],
        ['plain', plain, sites.plain],
        ['bare worker', bare, sites.bare],
      ]),
      ROUNDS,
    );
  }
  const asked = await opened(asking, sites.sealed);
  yield* searchFigures({
    sealed: searches(sealed, sites.sealed),
    plain: searches(plain, sites.plain),
    'sealed, asked for': searches(asked, sites.sealed),
  });
  for (const [how, go, { sealed: own, plain: other }] of [
    ['asked for, by a link', follow, sites],
    ['asked for, by its address', navigate, sites],
    [`asked for, by its address, ${DISTANCE} ms away`, navigate, sites.far],
  ] as const) {
    const tab = own === sites.sealed ? asked : await opened(asking, own);
    yield* pageFigures(
      how,
      visits(go, [
        ['sealed', tab, own],
        ['plain', plain, other],
      ]),
      FEW_ROUNDS,
    );
  }
  for (const context of browser.contexts()) await context.close();
}

/** A tab that is signed in, and has its worker. */
async function opened(context: BrowserContext, origin: string): Promise<Page> {
  const tab = await context.newPage();
  await signIn(tab, origin + pageAt(0));
  await tab.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return tab;
}
