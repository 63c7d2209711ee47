import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import type { Reader } from './browser.ts';
import type { PageKind } from './kinds.ts';
import type { FullPortal } from './portal.ts';
import { weigh } from './weight.ts';

const MOST = { script: 15, style: 20, fonts: 80 };
const kB = (bytes: number): number => bytes / 1000;

/** All font files of the portal together. */
export function fontsFigure(dist: string): Figure {
  const folder = join(dist, '_astro');
  const files = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
  const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return { name: `fonts, ${files.length} files`, value: kB(bytes), unit: 'kB', most: MOST.fonts };
}

/** What a page weighs and how far it moves. */
export async function* weightFigures(
  reader: Reader,
  portal: FullPortal,
  kind: PageKind,
  search: ReadonlySet<string>,
): AsyncGenerator<Figure> {
  const { script, style, shift, elements, warm } = await weigh(reader, portal, kind, search);
  // The gate brings the cryptography, which no page of the room loads again.
  const most = kind.isGated ? MOST.script : null;
  const of = (what: string): string => `${kind.name}: ${what}`;
  yield { name: of('script but the search, gzipped'), value: kB(script), unit: 'kB', most };
  yield { name: of('styles, gzipped'), value: kB(style), unit: 'kB', most: MOST.style };
  yield { name: of('layout shift (CLS)'), value: shift, unit: '', most: 0 };
  yield { name: of('elements'), value: elements, unit: '', most: null };
  yield { name: of('sent on a second visit'), value: kB(warm), unit: 'kB', most: null };
}
