import { parseNumber } from '../numbers.ts';
import { type Candidate, candidatesOf, choose, type Construction, type Stated } from './choose.ts';
import { isApproximate, isEarlier, isOtherCohort, isUncertain } from './context.ts';
import { isFlow, isSinceOrigin } from './flow.ts';
import { INCLUSION_FORMS } from './inclusion-forms.ts';
import { pattern } from './pattern.ts';
import type { Passage } from './passages.ts';

/** "[76] Maud résume…", where other sites have "[98 inclusions]". */
const BRACKETED: Construction = { rank: 1, form: pattern('^\\[<N>\\]') };

const WORDS =
  /incl|total|compteur|cumul|effectif|programme|dispositif|pegase|cohorte|la base|en (?:est|etai|sont|sommes|suis)|(?<!\p{L})cap(?!\p{L})/u;

/** Children included at a site since its beginning, as its news says it; `null` where it does not. */
export function readInclusions(passages: readonly Passage[]): Stated | null {
  const [first] = passages;
  return (
    choose(totalsIn(passages).filter((one) => !isElsewhere(one))) ??
    choose(
      first === undefined ? [] : candidatesOf([first], [BRACKETED], parseNumber, () => true, /^\[/),
    )
  );
}

/** Every current total of inclusions in a text, by these and further constructions. */
export function totalsIn(
  passages: readonly Passage[],
  more: readonly Construction[] = [],
): Candidate[] {
  return candidatesOf(passages, [...INCLUSION_FORMS, ...more], parseNumber, isTotal, WORDS).map(
    (one) => (isSinceOrigin(one, one.rest) ? { ...one, rank: one.rank + 0.5 } : one),
  );
}

function isTotal(candidate: Candidate, { mayFlow }: Construction): boolean {
  if (isApproximate(candidate) || isEarlier(candidate) || isUncertain(candidate)) return false;
  if (isOtherCohort(candidate) || isPart(candidate)) return false;
  if (candidate.after.search(OTHERS) >= 0 || candidate.before.search(OTHER_LIST) >= 0) return false;
  if (mayFlow !== true) return true;
  if (isFlow(candidate, candidate.rest, candidate.value)) return false;
  const isSmallWord = candidate.value < 10 && !/\d/.test(candidate.written);
  return !isSmallWord || isSinceOrigin(candidate, candidate.rest);
}

/** "6 enfants en attente", "46 enfants suivis": other figures. */
const OTHERS = pattern(
  '^(?: <CHILD>| <INCLUDED>)?(?: (?:sont|restent|encore|toujours|actuellement))* (?:en attente|suivi(?:e?s?)(?!\\p{L})|refus|sorti)',
);
const OTHER_LIST = pattern(
  "(?:(?:liste|file) d'attente|file active)[^.;,]*$|en attente[^.;,/–]{0,25}$",
);

/** "66 inclusions, dont 5 inclusions à Céret", "49 enfants ressaisis sur 51 inclusions". */
const PART = pattern(
  '(?:dont|parmi lesquel(?:le)?s|y compris)(?: <ADVERB>)* ?$|(?:saisie?s?|verifiee?s?|controlee?s?)[^,;.]{0,20} sur (?:les )?$',
);
/** "134 dossiers ouverts dont 132 inclusions": the inclusions are a part of something else. */
const PART_OF_OTHERS = pattern(
  '(?:dossiers?|demandes?|signalements?|situations?|admissions?|accueils|enfants? (?:reperes?|accueillis?|confies?|presents?|signales?|rencontres?))(?: \\p{L}+)?,? dont(?: <ADVERB>)* ?$',
);
const isPart = ({ before }: Candidate): boolean =>
  before.search(PART) >= 0 && before.search(PART_OF_OTHERS) < 0;

/** The whole programme's figure in a site's news. */
const isElsewhere = ({ before, rest }: Candidate): boolean =>
  /(?<!\p{L})(?:au (?:niveau )?national|(?:le|tout le) programme (?:compte|en est|totalise)|tous les sites|les (?:onze|douze|treize|\d+) sites)(?!\p{L})[^.;]*$/u.test(
    before,
  ) ||
  /^[^,;.]{0,20}(?:au (?:niveau )?national|nationalement|(?:pour|sur) l'ensemble des sites|tous sites confondus)/u.test(
    rest,
  );
