import { parseNumber } from '../numbers.ts';
import { type Candidate, candidatesOf, choose, type Construction, type Stated } from './choose.ts';
import { clauseBefore, isApproximate, isEarlier, isOtherCohort, isUncertain } from './context.ts';
import { pattern } from './pattern.ts';
import type { Passage } from './passages.ts';

const STILL =
  "(?:(?:le |y |en )?(?:sont|etaient|est|restent|reste|demeurent|continuent d'etre)|<ADVERB>|reellement|regulierement|activement|effectivement|a ce jour|d'entre eux|bien|dans le programme et)";
/** What makes of followed children some of them, or others: shared, ended, followed by somebody else. */
const SOME =
  "(?! (?:en commun|conjointement|a deux|termine|arrete|interromp|clos|clotur|ailleurs|par (?!l'equipe|nos |notre |le site)|a (?:distance|domicile|l'exterieur)|hors |depuis (?:plus|moins) |dans les delais|perdus|pour |de (?:pres|plus|moins)|avec ))";

const CONSTRUCTIONS: readonly Construction[] = [
  { rank: 3, form: pattern('(?:^|[/,;|–(] ?)suivis? <N>(?= ?(?:$|[/,;|–.)]))') },
  { rank: 2, form: pattern('<N> en beneficient (?:encore|toujours|actuellement)') },
  {
    rank: 3,
    form: pattern(
      '(?<!\\p{L})(?:nb|nbre|nombre|total) (?:d.|de |des )?(?:enfants )?suivis? <N><CLOSED>',
    ),
  },
  {
    rank: 3,
    form: pattern(
      '(?<!\\p{L})file active(?: (?:du site|des? \\S+|\\p{L}+ee?))?,?(?: <ADVERB>)*(?: ?<STATES>| de| a)?(?: <ADVERB>)* ?(?:<M> ?(?:->|→|–>) ?)?<N>(?: <CHILD>|<CLOSED>)',
    ),
  },
  {
    rank: 3,
    form: pattern(
      '(?<!\\p{L})(?:suivis?|suivies?|enfants en suivi|suivis? (?:actifs?|en cours|actuels?))(?: <ADVERB>)* ?(?:\\([^()]*\\))? ?(?::|=|→) ?(?:<M> ?(?:->|→) ?)?<N><CLOSED>',
    ),
  },
  {
    rank: 3,
    form: pattern(
      "(?<!\\p{L})(?:nombre|nb|total|effectif)s? (?:d'|de |des )?(?:enfants |dossiers )?(?:effectivement |reellement |actuellement )?suivis? ?<STATES>(?: <ADVERB>)* ?<N><CLOSED>",
    ),
  },
  {
    rank: 2,
    form: pattern(
      `<N>(?: <CHILD>)?(?:,? ${STILL},?)* suivi(?:e?s)?(?:\\(e?s?\\))?(?!\\p{L})${SOME}`,
    ),
  },
  {
    rank: 2,
    form: pattern(
      "<N>(?: <CHILD>)? (?:(?:sont|restent|toujours|encore|<ADVERB>) )*(?:dans (?:la|notre) file active|en file active|en suivi(?! (?:commun|conjoint|partage))|en cours de suivi|composent (?:la|notre) file active|beneficient (?:<ADVERB> )?d'un suivi)",
    ),
  },
  {
    rank: 2,
    form: pattern(
      '(?<!\\p{L})(?:suit|suivons|suivent|suivait|suivaient|accompagne et suit)(?: <ADVERB>)* <N> (?:<CHILD>|(?:<CLOSED>))',
    ),
  },
  {
    rank: 2,
    form: pattern(
      '(?<!\\p{L})(?:(?:assur|poursui|continu)\\S+ le suivi de|(?:le|notre) suivi (?:concerne|porte sur|s.adresse a)(?: <ADVERB>)*) <N> <CHILD>',
    ),
  },
  {
    rank: 2,
    form: pattern(
      '<N>(?: <CHILD>)? (?:sont|restent|demeurent) (?:<ADVERB> )*(?:dans|au) (?:le )?(?:programme|dispositif)',
    ),
  },
];

/** Somebody of the network, who follows some of the site's children. */
const PROFESSIONAL =
  /(?<!\p{L})(?:psycho\p{L}*|orthophoniste|pediatre|kine\p{L}*|medecin|pmi|camsp|cmpp?|ergotherapeute|infirmier\p{L}*|puericult\p{L}*|libera\p{L}*|cabinet|hopital|interne)(?!\p{L})[^.;,:]{0,40} (?:suit|suivent|suivait|suivaient)(?: \S+)? $/u;

/** Children whom a site follows now, as its news says it; `null` where it does not. */
export function readFollowed(passages: readonly Passage[]): Stated | null {
  return choose(
    candidatesOf(
      passages,
      CONSTRUCTIONS,
      parseNumber,
      isNow,
      /suiv|suit|file active|programme|dispositif|beneficient/u,
    ),
  );
}

const isNow = (candidate: Candidate): boolean =>
  !isApproximate(candidate) &&
  !isEarlier(candidate) &&
  !isUncertain(candidate) &&
  !isOtherCohort(candidate) &&
  !PROFESSIONAL.test(candidate.before) &&
  !/(?<!\p{L})(?:nouve(?:aux|lles)|plus|jamais)\s*$/u.test(candidate.before) &&
  !/(?<!\p{L})(?:ne|n')\s*$/u.test(clauseBefore(candidate.before));
