import type { Figure } from './figure.ts';
import { launch } from './vault/browse.ts';
import { peerFigures } from './vault/peers.ts';
import { readingFigures } from './vault/reading.ts';
import { sealingFigures } from './vault/sealing.ts';
import { serveSites } from './vault/serve.ts';

/**
 * The vault over a synthetic site of 500 pages of 8 kB: what sealing costs, what a reader waits longer
 * than on the same site unsealed, and what StatiCrypt makes of the same pages. Ten minutes.
 */
export async function* vaultBench(): AsyncGenerator<Figure> {
  yield* sealingFigures();
  const sites = await serveSites();
  const browser = await launch();
  try {
    yield* readingFigures(browser, sites);
    yield* peerFigures(browser, sites);
  } finally {
    await browser.close();
    sites.close();
  }
}
