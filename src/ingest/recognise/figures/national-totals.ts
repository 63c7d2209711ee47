import type { Candidate, Construction } from './choose.ts';
import { totalsIn } from './inclusions.ts';
import { pattern } from './pattern.ts';
import type { Passage } from './passages.ts';

const COUNTS =
  '(?:compt|rassembl|regroup|totalis|denombr|recens|affich|reuni|indiqu|comptabilis|enregistr|contien|port|attein|inclu|conc|represent|repertori|accompagn|cumul|afficher)\\p{L}*';
const PROGRAMME =
  "(?:programme|pegase|base(?: nationale| de donnees| commune)?|compteur(?: national)?|cohorte|registre|plateforme|logiciel|tous sites confondus|l'ensemble des sites|niveau national|nous|on|total national|sites reunis)";

const CONSTRUCTIONS: readonly Construction[] = [
  // "Le programme rassemblait 1 268 enfants", "la base nationale en dénombrait 1 240"
  {
    rank: 2.5,
    form: pattern(
      `(?<!\\p{L})${PROGRAMME}(?!\\p{L})(?:,? (?:en|qui|a|ont|avons|<ADVERB>|[^ ,.;:\\d]+)){0,4}? ${COUNTS}(?:,? (?:<ADVERB>|donc|plus de))* <N>(?: <CHILD>|<CLOSED>)`,
    ),
  },
  // "1 304 au 12/01", "PEGASE, c'est désormais 1 304 enfants"
  {
    rank: 2,
    about: /inclu|enfant|bebe|compteur|(?<!\p{L})cap(?!\p{L})/u,
    form: pattern(
      '<N>(?: <CHILD>)?,? ?\\(?(?:au|a la date du|en date du|(?:chiffres?|donnees?|arret\\S+|releve)(?: \\S+){0,2}? (?:du|au|le)) (?:\\p{L}+di )?(?=\\d)',
    ),
  },
  {
    rank: 2,
    mayFlow: true,
    form: pattern(
      "(?:programme|pegase)[^.;\\d]{0,40}? <N> <CHILD>(?! (?:de|d'|en|sur|du|suivi|sorti|attend|place))",
    ),
  },
  {
    rank: 2,
    mayFlow: true,
    form: pattern(
      "<N> <CHILD>(?: [^ .;,\\d]+){0,4}? (?:dans|au sein d\\S+|au|beneficient d\\S+|rejoint|integre|entres dans) (?:le |l'|du )?(?:programme|dispositif|cohorte|pegase)",
    ),
  },
  {
    rank: 2.5,
    form: pattern(
      '(?<!\\p{L})(?:franchi|depasse|passe|atteint)\\p{L}*[^.;\\d]{0,30}? ?[:,–(-] ?(?:<ADVERB> )?<N><CLOSED>',
    ),
    about: /inclu|enfant|bebe/u,
  },
];

const NATIONAL =
  /(?<!\p{L})(?:nationa\p{L}+|programme|pegase|tous (?:les )?sites|ensemble des (?:sites|maisons|territoires)|base (?:de donnees|commune)|la base|sites (?:reunis|confondus|cumules)|compteur|inclusions? totales?|total (?:general|des inclusions)|france|cap (?:des?|symbolique))(?!\p{L})/u;

/** Every total in a text that may be the whole programme's. */
export function nationalTotalsIn(passages: readonly Passage[]): Candidate[] {
  return totalsIn(passages, CONSTRUCTIONS).filter(
    (one) => one.value > 1 && !isYear(one) && !isGain(one),
  );
}

/** Whether a folded sentence speaks of the whole programme. */
export const speaksNationally = (folded: string): boolean => NATIONAL.test(folded);

/** "2028" in "à l'horizon 2028". */
const isYear = ({ written, before }: Candidate): boolean =>
  /^(?:19|20)\d\d$/.test(written) &&
  /(?:\d[/.-]|(?<!\p{L})(?:en|depuis|fin|debut|annee|horizon|exercice|rentree|ete|hiver|printemps|automne|mi|de|d'ici|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))\s*$/u.test(
    before,
  );

/** "soit 217 de plus". */
const isGain = ({ after, before }: Candidate): boolean =>
  /^\s*(?:\p{L}+\s+){0,2}(?:de|en) (?:plus|moins)(?!\p{L})/u.test(after) ||
  /(?:hausse|gain|progression|augmentation|baisse) d\S+\s*$/.test(before);
