import type { SiteTable } from '../../minutes/sites.ts';
import { foldKeepingLength } from './fold.ts';

/** Shorter names are too close to other towns' ("Nantes", "Mantes"). */
const SHORTEST = 7;

/**
 * The one site whose name differs from a word by a single typing slip (a letter too many, too few,
 * wrong, or two swapped): "Dainvile" → `dainville`; `null` where none or several do.
 */
export function nearSite(name: string, sites: SiteTable): string | null {
  const folded = foldKeepingLength(name.trim());
  if (folded.length < SHORTEST || !/^\p{Lu}[\p{L} '’-]+$/u.test(name.trim())) return null;
  const near = new Set(
    sites.labels
      .filter(({ label }) => isOneSlip(folded, foldKeepingLength(label)))
      .map(({ slug }) => slug),
  );
  const [only] = near;
  return near.size === 1 && only !== undefined ? only : null;
}

function isOneSlip(a: string, b: string): boolean {
  if (b.length < SHORTEST || Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (a.length > b.length) return restA.slice(1) === restB;
  if (a.length < b.length) return restA === restB.slice(1);
  const swapped = `${restA[1] ?? ''}${restA[0] ?? ''}${restA.slice(2)}`;
  return restA.slice(1) === restB.slice(1) || swapped === restB;
}
