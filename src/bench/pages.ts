import type { Figure } from './figure.ts';
import { openBrowser, type Reader } from './pages/browser.ts';
import { fontsFigure, weightFigures } from './pages/figures.ts';
import { pageKinds } from './pages/kinds.ts';
import { lighthouseFigures } from './pages/lighthouse.ts';
import { openFullPortal, type FullPortal } from './pages/portal.ts';
import { searchScripts } from './pages/weight.ts';

/**
 * What each kind of page weighs, moves and scores, in the portal with twelve CRs as a phone reads it:
 * first those that anyone sees, then those behind the gate. Ten minutes.
 */
export async function* pagesBench(): AsyncGenerator<Figure> {
  const portal = await openFullPortal();
  const reader = await openBrowser();
  try {
    yield* figures(portal, reader);
  } finally {
    await reader.close();
    portal.close();
  }
}

async function* figures(portal: FullPortal, reader: Reader): AsyncGenerator<Figure> {
  yield fontsFigure(portal.dist);
  const kinds = pageKinds(portal.root);
  const sets = [kinds.filter(({ isGated }) => !isGated), kinds.filter(({ isGated }) => isGated)];
  for (const [round, set] of sets.entries()) {
    if (round === 1) await reader.signIn(`${portal.origin}/cdp/`, portal.passphrase);
    const search = round === 1 ? await searchScripts(reader, portal) : new Set<string>();
    for (const kind of set) {
      yield* weightFigures(reader, portal, kind, search);
      if (kind.hasLighthouse) yield* lighthouseFigures(reader, portal, kind);
    }
  }
}
