import { typeset } from '../../typography/typeset.ts';
import type { Entry, Review } from './entry.ts';
import { nothingIn, sectionsOf } from './sections.ts';
import { guillemets } from './words.ts';

/** Longest quotation on a terminal, in characters. */
const LONGEST = 180;

/** The review for the terminal, in French: what to look at first, then all that was found. */
export function terminalReport(review: Review): string {
  const sections = sectionsOf(review);
  const lines = [`${review.file} → ${review.id}.mdx`];
  for (const { title, entries } of sections) {
    if (entries.length === 0) continue;
    lines.push('', `${title} (${String(entries.length)})`);
    for (const entry of entries) lines.push(...linesOf(entry, review.unit));
  }
  if (review.found.length > 0) lines.push('', 'Trouvé');
  for (const { title, entries } of review.found) {
    const isOne = entries.length === 1;
    lines.push(`  ${title}${isOne ? '' : ` (${String(entries.length)})`}`);
    for (const entry of entries) {
      lines.push(`    ${typeset(entry.what)}${placeOf(entry.line, review.unit)}`);
      if (isFigure(entry)) lines.push(`      ${guillemets(clip(entry))}`);
    }
  }
  const none = nothingIn(sections);
  if (none !== '') lines.push('', none);
  return lines.join('\n');
}

/** The last line of a run: how many points are open, and what `--strict` makes of them. */
export function terminalVerdict(open: number, strict: boolean): string {
  if (open === 0) return 'Aucun point à regarder.';
  const points = open === 1 ? '1\u00a0point à regarder' : `${String(open)}\u00a0points à regarder`;
  return strict
    ? `${points}\u00a0: avec --strict, ces comptes-rendus ne sont pas écrits (code de sortie\u00a01).`
    : `${points}\u00a0; cela n’arrête pas l’import (--strict l’arrêterait).`;
}

function linesOf(entry: Entry, unit: Review['unit']): string[] {
  const why = entry.why === undefined ? '' : ` — ${entry.why}`;
  const place = entry.line === null ? '' : `${unit}\u00a0${String(entry.line)}\u00a0: `;
  const said = entry.sentence === null ? [] : [`      ${guillemets(clip(entry))}`];
  return [`  • ${place}${typeset(entry.what + why)}`, ...said];
}

/** A figure is shown with the sentence that states it, wherever it stands. */
const isFigure = ({ field, sentence }: Entry): boolean =>
  sentence !== null && (field === 'inclusions' || field.startsWith('siteUpdates.'));

const placeOf = (line: number | null, unit: Review['unit']): string =>
  line === null ? '' : ` (${unit}\u00a0${String(line)})`;

/** The sentence, shortened about the word that the entry names. */
function clip({ what, sentence }: Entry): string {
  const text = sentence ?? '';
  if (text.length <= LONGEST) return text;
  const word = /«\u00a0(.+?)\u00a0»/u.exec(what)?.[1] ?? '';
  const at = Math.max(0, text.indexOf(word));
  const from = at < LONGEST - 40 ? 0 : text.lastIndexOf(' ', at - LONGEST / 2) + 1;
  const cut = text.slice(from, from + LONGEST).replace(/\s+\S*$/, '');
  return `${from > 0 ? '… ' : ''}${cut}${from + cut.length < text.length ? ' …' : ''}`;
}
