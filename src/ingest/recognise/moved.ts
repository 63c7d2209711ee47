import type { WrittenDate } from './dates.ts';

const PLANNED =
  /(?:prevue?|fixee?|programmee?|annoncee?|planifiee?|envisagee?|calee?)s?(?:\s+(?:initialement|d'abord|auparavant|a l'origine))?\s*(?:pour|au)?\s*(?:le)?\s*$/;
const FORMERLY =
  /(?:initialement|prealablement|d'abord|auparavant|a l'origine|precedemment|qui (?:vous )?(?:avait|devait|etait))\b[^.;]*$/;
const INSTEAD =
  /(?:au lieu|a la place) (?:du|de|d'|de celle du)\s*$|et non (?:pas |plus )?(?:le |au )?\s*$|(?:n'aura pas lieu|n'a pas lieu|ne se tiendra pas|annulee?|supprimee?|remplacee?)[^.;)]{0,25}$/;
const GONE = '(?:reportee?|decalee?|avancee?|deplacee?|annulee?|supprimee?|remplacee?)s?';
const BEHIND = new RegExp(
  `^[^.;]{0,40}?\\b(?:est|a ete|sera|etant)\\s+(?:\\p{L}+\\s+)?${GONE}\\b|^[\\s,:(–-]*${GONE}\\b|^[^.;]{0,30}?\\bn'aura pas lieu\\b`,
  'u',
);
const MOVES = /\b(?:reportee?|decalee?|avancee?|deplacee?|remplacee?)s?\b/;

/**
 * Whether a sentence gives a date only to take it back: « prévue le jeudi 14, reportée au 18 », « le 6
 * juillet et non plus le 2 », « celle du 8 est annulée ». The sentence is folded.
 */
export function isMoved(folded: string, date: Pick<WrittenDate, 'start' | 'end'>): boolean {
  const before = folded.slice(0, date.start);
  const after = folded.slice(date.end);
  const last = before.split(/[;(]|\bet la\b|\bpuis\b/).at(-1) ?? '';
  if (INSTEAD.test(before)) return true;
  if (MOVES.test(last)) return false;
  if ((PLANNED.test(last) || FORMERLY.test(last)) && MOVES.test(after)) return true;
  if (FORMERLY.test(last) && PLANNED.test(last)) return true;
  return (
    BEHIND.test(after) &&
    !/\b(?:lundi|mardi|mercredi|jeudi|vendredi|\d{1,2} \p{L}+|\d\/\d)/u.test(
      after.slice(0, after.search(MOVES)),
    )
  );
}
