import { formatCount } from '../../typography/format.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import { NUMBER, parseNumber } from '../recognise/numbers.ts';
import type { Entry } from './entry.ts';
import type { Neighbours } from './library.ts';
import { siteCount } from './against-library.ts';
import type { Passage } from './passages.ts';
import { quote } from './passages.ts';
import { nameOf } from './words.ts';

const N = `(?<![\\p{L}\\d,.+-])(${NUMBER})(?![\\d,.]*\\d|\\s?%|\\p{L})`;
const THING = '(?:enfants?|dossiers?|bebes?|inclusions?|inclus|situations?)';
/** "78 enfants inclus, dont 68 suivis et 10 en attente", "78 inclusions : 68 suivis, 10 sortis". */
const PARTS = new RegExp(
  `${N} ${THING}(?: inclus| au total| en tout)*\\s*(?:,\\s*|\\(\\s*)?(dont|soit|a savoir|repartis? en|:)\\s*(.+)$`,
  'u',
);
/** "78 inclusions et 68 enfants suivis (10 sont sortis)": what the parenthesis counts is the rest. */
const REST = new RegExp(
  `${N} ${THING}(?: inclus)?,?\\s*(?:et |dont )?${N} (?:${THING} )?(?:encore |toujours |actuellement )*suivis?[^.;(]{0,20}(?:\\(${N} (?:autres? )?(?:sont|ont ete|sortis?|en)|,? (?:et )?les ${N} autres)`,
  'u',
);
/** One part: a number and what it counts. */
const PART = new RegExp(
  `^\\s*(?:et\\s+)?${N} (?:${THING} )?(suivi|en attente|sorti|interromp|en cours|arrete|non suivi|perdu|clos|actif)`,
  'u',
);
/** "passage de 43 à 45 inclusions (+3)". */
const STEP = new RegExp(`\\bde ${N} a ${N} ${THING}[^.;]{0,30}?\\(\\s*\\+\\s?(\\d+)`, 'u');
/** "78 inclusions (+3)". */
const GAIN = new RegExp(`${N} ${THING}\\s*\\(\\s*\\+\\s?(\\d+)\\s*\\)`, 'u');

/** Sums within a sentence that do not add up, and gains that the CR before does not bear out. */
export function sumContradictions(
  passages: readonly Passage[],
  number: number | null,
  { before }: Neighbours,
  sites: SiteTable,
): Entry[] {
  const last = before[0];
  const follows = last?.number != null && number !== null && last.number === number - 1;
  return passages.flatMap((passage) => {
    const { folded } = passage;
    const what =
      partsFault(folded) ??
      restFault(folded) ??
      stepFault(folded) ??
      (follows ? gainFault(folded, passage.sites, last, sites) : null);
    return what === null ? [] : [quote(passage, { field: 'siteUpdates.inclusions', what })];
  });
}

/** Why parts are not their whole: too many or, where nothing is left unsaid, too few; else `null`. */
function adds(whole: number, parts: readonly number[], isWhole: boolean): string | null {
  const sum = parts.reduce((all, one) => all + one, 0);
  if (parts.length < 2 || sum === whole || (sum < whole && !isWhole)) return null;
  return `${parts.map(formatCount).join(' + ')} = ${formatCount(sum)}, et non ${formatCount(whole)}`;
}

function partsFault(folded: string): string | null {
  const match = PARTS.exec(folded);
  const whole = parseNumber(match?.[1] ?? '');
  if (match === null || whole === null) return null;
  const pieces = (match[3] ?? '').split(/,(?!\d)|;|\/|\s(?=et )/);
  const parts: number[] = [];
  for (const piece of pieces) {
    const value = parseNumber(PART.exec(piece)?.[1] ?? '');
    if (value === null) break;
    parts.push(value);
  }
  // "156 inclusions, dont 131 suivis et 3 en attente" leaves the rest unsaid; "soit" leaves none.
  const isWhole = match[2] !== 'dont' && (match[2] !== ':' || parts.length === pieces.length);
  return adds(whole, parts, isWhole);
}

function restFault(folded: string): string | null {
  const match = REST.exec(folded);
  if (match === null) return null;
  const [whole, part, rest] = [match[1], match[2], match[3] ?? match[4]].map((text) =>
    parseNumber(text ?? ''),
  );
  if (whole == null || part == null || rest == null) return null;
  return adds(whole, [part, rest], match[4] !== undefined);
}

function stepFault(folded: string): string | null {
  const match = STEP.exec(folded);
  const [from, to, gain] = [match?.[1], match?.[2], match?.[3]].map((text) =>
    parseNumber(text ?? ''),
  );
  if (from == null || to == null || gain == null || to - from === gain) return null;
  return `de ${formatCount(from)} à ${formatCount(to)}, cela fait +${formatCount(to - from)}, et non +${formatCount(gain)}`;
}

function gainFault(
  folded: string,
  slugs: readonly string[],
  last: Neighbours['before'][number],
  sites: SiteTable,
): string | null {
  const match = GAIN.exec(folded);
  const [count, gain] = [match?.[1], match?.[2]].map((text) => parseNumber(text ?? ''));
  const [slug] = slugs;
  const was = slug === undefined ? null : siteCount(last, slug);
  if (count == null || gain == null || slug === undefined || was === null) return null;
  if (count - was === gain) return null;
  return `${sites.nameOf(slug)}\u00a0: ${formatCount(count)} (+${formatCount(gain)}), mais ${formatCount(was)} dans le ${nameOf(last)}`;
}
