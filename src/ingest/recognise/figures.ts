import type { SiteFigures } from '../../minutes/minutes.ts';
import { sentences } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import { DECIMAL, NUMBER, parseDecimal, parseNumber } from './numbers.ts';

/** A figure and the sentence that states it. */
export interface Stated {
  value: number;
  sentence: string;
}
export type StatedFigures = { [Key in keyof SiteFigures]: Stated | null };

const BEFORE = '(?<![\\p{L}\\d,.])';
const CHILDREN = '(?:enfants?|dossiers?|bebes?|petits?)';
const APPROXIMATE =
  /\b(?:environ|autour de|pres de|presque|une? (?:petite |bonne )?|plus de|moins de|quelques?|entre|vers|autant|approximativement)\s*$/;
const FLOW =
  /^\s*(?:ont ete|a ete|sont (?:prevues?|faites?|realisees?|en cours)|realisees?|faites?|prevues?|supplementaires?|de plus|en plus|nouvelles?|depuis|ce mois|cette (?:annee|semaine)|en (?:un|deux|trois|quatre|\d+) (?:mois|semaines?)|sur (?:l'annee|le mois|la periode)|dans la cohorte)\b/;
const OTHER_COHORT = /\b(?:cohorte|esper|recherche inserm)\b/;

const INCLUSIONS: readonly RegExp[] = [
  new RegExp(`\\bde ${NUMBER} a (${NUMBER}) (?:inclusions?|enfants inclus)\\b`, 'gu'),
  new RegExp(
    `\\btotal\\b[^.;:]{0,40}?\\b(?:a|est de|de|atteint|:)\\s*(${NUMBER})(?![\\d,.]*\\d)`,
    'gu',
  ),
  new RegExp(
    `${BEFORE}(${NUMBER}) (?:${CHILDREN} (?:sont |deja |actuellement |au total )*inclus|inclusions?)(?!\\p{L})`,
    'gu',
  ),
  new RegExp(`\\binclusions? ?: ?(${NUMBER})\\b`, 'gu'),
];
const FOLLOWED: readonly RegExp[] = [
  new RegExp(
    `${BEFORE}(${NUMBER}) (?:${CHILDREN} )?(?:sont |toujours |actuellement |encore |effectivement |reellement )*(?:suivis?|suivies?)(?!\\p{L})(?! (?:en commun|conjointement|termines?|arretes?|interrompus?|par (?:le|la|un)))`,
    'gu',
  ),
  new RegExp(`\\bfile active (?:de|est de|:) ?(${NUMBER})\\b`, 'gu'),
];
const NOT_INCLUSION =
  '(?! de (?:suivi|rencontre|consultation|bilan|place|devis|rendez-vous|rdv|medecin))';
const WAITING: readonly RegExp[] = [
  new RegExp(
    `${BEFORE}(${NUMBER}) ${CHILDREN}(?: (?!et |en attente)[^ .;:,]+){0,6}? en attente${NOT_INCLUSION}`,
    'gu',
  ),
  new RegExp(
    `${BEFORE}(${NUMBER}) (?:autres |sont |inclusions? )?en attente${NOT_INCLUSION}`,
    'gu',
  ),
];
const FTE: readonly RegExp[] = [
  new RegExp(`(?<![\\d,.])(${DECIMAL}) ?(?:etp|equivalents? temps plein)\\b`, 'gu'),
];
const FTE_ASKED =
  /\b(?:demand\w*|sollicit\w*|souhait\w*|besoin|manque\w*|faudrait|espere\w*|au lieu d\w*|reclam\w*|propos\w*|objectif)\b[^.;]*$/;
const FTE_AFTER =
  /^[^.;]{0,40}\b(?:demandes?|sollicites?|souhaites?|a ete demande|ont ete demandes|en attente de validation|seraient?|serait)\b/;

/**
 * Reads a site's stocks from its news: included since the beginning, followed now, waiting, staff.
 * Flows ("18 inclusions ont été réalisées"), approximations, parts and other cohorts are no stocks.
 */
export function readFigures(text: string): StatedFigures {
  return {
    inclusions: pick(text, INCLUSIONS, isTotal),
    followed: pick(
      text,
      FOLLOWED,
      (sentence, match) => !APPROXIMATE.test(sentence.slice(0, match.index)),
    ),
    waiting: pick(
      text,
      WAITING,
      (sentence, match) => !APPROXIMATE.test(sentence.slice(0, match.index)),
    ),
    fte: pick(text, FTE, isStaff, parseDecimal),
  };
}

function pick(
  text: string,
  patterns: readonly RegExp[],
  holds: (folded: string, match: RegExpExecArray) => boolean,
  parse: (digits: string) => number | null = parseNumber,
): Stated | null {
  const all = text.split('\n').flatMap((line) => sentences(line));
  for (const pattern of patterns) {
    for (const sentence of all) {
      const folded = foldKeepingLength(sentence.text);
      for (const match of folded.matchAll(pattern)) {
        const value = holds(folded, match) ? parse(match[1] ?? '') : null;
        if (value !== null) return { value, sentence: sentence.text };
      }
    }
  }
  return null;
}

function isTotal(folded: string, match: RegExpExecArray): boolean {
  const before = folded.slice(0, match.index);
  const after = folded.slice(match.index + match[0].length);
  if (OTHER_COHORT.test(folded)) return false;
  if (/\binclusions? ?:/.test(match[0]) || /\btotal\b|^de /.test(match[0]))
    return !APPROXIMATE.test(before);
  if (APPROXIMATE.test(before) || FLOW.test(after)) return false;
  if (/\b(?:dont|encore|objectif de|ces|ses|les .* dernieres?|\+)\s*$/.test(before)) return false;
  return parseNumber(match[1] ?? '') !== 1 || /\d/.test(match[1] ?? '');
}

function isStaff(folded: string, match: RegExpExecArray): boolean {
  const before = folded.slice(0, match.index);
  const after = folded.slice(match.index + match[0].length);
  const opened = before.lastIndexOf('(') > before.lastIndexOf(')');
  return !FTE_ASKED.test(before) && !FTE_AFTER.test(opened ? after.replace(/^\)/, '') : after);
}
