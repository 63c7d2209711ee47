import { parseNumber } from '../numbers.ts';
import { type Candidate, candidatesOf, choose, type Construction, type Stated } from './choose.ts';
import { isApproximate, isEarlier } from './context.ts';
import { pattern } from './pattern.ts';
import type { Passage } from './passages.ts';

/** "En attente de suivi", "d'un bilan": the children wait for something else than to be included. */
const INCLUSION =
  "(?! (?:d(?:e |'|u |es )(?:la |l'|leur |leurs |un |une |notre |son )?(?:premier\\S* )?(?:suivi|rencontre|consultation|bilan|place|devis|rendez|rdv|medecin|pediatre|psycho|ortho|formation|recrutement|convention|famille|placement|orientation|lit|financement|budget|materiel|saisie|resultat|prise en charge|soin|audience|transfert|relecture|livraison|code|badge|mot de passe|restitution|transport|diagnostic|adoption|retour a|kine|examen|vaccin|reparation|appel)))";
const GAP =
  '(?: (?!et |ou |dont |en attente|\\d|inclus|suivi|vus?(?!\\p{L})|sont suivi)[^ .;:,()]+){0,6}?';

const CONSTRUCTIONS: readonly Construction[] = [
  { rank: 3, form: pattern('(?:^|[/,;|–(] ?)(?:en )?attente <N>(?= ?(?:$|[/,;|–.)]))') },
  { rank: 2, form: pattern(`\\+ (?<n>\\d+)(?: <CHILD>)? en attente${INCLUSION}`) },
  {
    rank: 2,
    form: pattern(
      `<N>(?: (?:autres?|nouveaux|nouvelles|derniers?))?(?: (?:<CHILD>|inclusions?|familles?|demandes?|autorisations?|consentements?|accords?|fratries?|signatures?)${GAP})?(?:,? (?:sont|est|etaient|restent|reste|demeurent|demeure|toujours|encore|<ADVERB>|\\(?e?s?\\)?))* (?:en|dans l') ?attente${INCLUSION}`,
    ),
  },
  {
    rank: 3,
    form: pattern(
      "(?<!\\p{L})en attente(?: (?:d'inclusion|d'etre inclus|de (?:la |leur )?signature|d'accord|d'autorisation))?(?: \\([^()]*\\))? ?(?::|=|→|,) ?<N>(?: <CHILD>|<CLOSED>)",
    ),
  },
  {
    rank: 3,
    form: pattern(
      "(?<!\\p{L})(?:liste|file) d'attente(?: (?:d'inclusion|actuelle))?(?: (?:<ADVERB>|ne|n'en|s'est|est|a|encore|plus|reste|ramenee?|reduite?|tombee?|passee?|descendue?))*(?:(?: [^ .;:,\\d]+){0,4}? ?[:=]| ?<STATES>| (?:de|a|comporte|comprend|contient|que|reduite a|ramenee a))(?: <ADVERB>)*(?: que)? ?<N>(?: <CHILD>| noms?|<CLOSED>)",
    ),
  },
  {
    rank: 2,
    form: pattern(
      "<N>(?: <CHILD>)?(?: \\S+){0,2}? (?:sur|en|dans) (?:la |notre |une |leur )?liste d'attente",
    ),
  },
  {
    rank: 2,
    form: pattern(
      "<N>(?: <CHILD>)?(?: <ADVERB>)* (?:attendent|attend|attendaient)(?: <ADVERB>)* (?:leur (?:inclusion|entree|tour)|(?:d'|de pouvoir )(?:etre inclus|entrer)|(?:l'|une |leur )inclusion|(?:la |une |leur |l'|l'accord |cette )(?:signature|accord|autorisation|consentement|decision d\\S+ juge))",
    ),
  },
  {
    rank: 2,
    form: pattern(
      '<N>(?: <CHILD>)?(?: autres?)?(?: (?:restent?|reste|sont|encore|toujours))* a inclure',
    ),
  },
];
/** "Aucun dossier en attente": none is a number, too. */
const NONE = pattern(
  `(?<!\\p{L})(?:(?:aucune?|plus aucune?|pas d(?:e|')|plus d(?:e|')|ni|nul) ?(?:<CHILD>|inclusions?|demandes?|autres? <CHILD>)(?: n'(?:est|etait))?${GAP} en attente${INCLUSION}|(?:plus )?personne (?:n'est )?(?:plus )?en attente${INCLUSION}|liste d'attente(?: (?:est|desormais|maintenant|enfin|toujours))* vide(?!\\p{L}))`,
);

/** Children or files waiting to be included, as a site's news says it; `null` where it does not. */
export function readWaiting(passages: readonly Passage[]): Stated | null {
  const found = choose(
    candidatesOf(passages, CONSTRUCTIONS, parseNumber, isNow, /attent|attend|a inclure/u),
  );
  if (found !== null) return found;
  const none = passages.find(({ folded }) => folded.search(NONE) >= 0);
  return none === undefined ? null : { value: 0, sentence: none.text, start: none.start };
}

const isNow = (candidate: Candidate): boolean =>
  !isApproximate(candidate) &&
  !isEarlier(candidate) &&
  !isEarlier({ before: '', after: candidate.rest });
