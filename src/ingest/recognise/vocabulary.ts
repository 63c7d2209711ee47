import { memoised } from '../../minutes/memo.ts';
import { foldLabel } from './fold.ts';

/** What a part of a CR is for, as its heading or label says. */
export type Topic =
  | 'participants'
  | 'excused'
  | 'agenda'
  | 'highlights'
  | 'next'
  | 'news'
  | 'questions'
  | 'training'
  | 'webinar'
  | 'contacts';

const PLACES =
  '(?:sites?|maisons?|coordinations?(?: locales)?|territoires?|pouponnieres?|structures?|equipes?|terrain|departements?)';
const MEETING =
  '(?:conferences?(?: mensuelles?)?|rendez-vous|rdv|dates?|reunions?|rencontres?|visios?|ccl|cdp|seances?)';
const NUMERAL = '(?:deux|trois|quatre|\\d)';

/** Folded grammar of headings; the first that matches the whole label decides. */
const GRAMMAR: readonly [Topic, RegExp][] = [
  [
    'excused',
    /^(?:liste des |les |etaient )?(?:personnes )?(?:absente?s?(?: et| ou)? )?excusee?s?(?: et (?:excusee?s|absente?s))?$|^absente?s?$|^n'ont pas pu .*$|^n'a pas pu .*$|^empechee?s?$/,
  ],
  [
    'participants',
    /^(?:liste des |les )?(?:personnes )?(?:etai(?:en)?t |sont |est )?(?:la|presente?s?(?: et presente?s?)?|participante?s?(?: et participante?s?)?|feuille (?:d'emargement|de presence)|emargement|presence|presences)(?: (?:a la|a cette|en) (?:conference|visio|reunion))?$/,
  ],
  [
    'agenda',
    /^(?:l')?(?:ordre du jour|odj|au menu|au programme|sommaire|programme (?:du jour|de la conference|de la reunion))(?: (?:de la|du) .*)?$/,
  ],
  [
    'highlights',
    /^(?:les )?(?:points? (?:evoques?|abordes?|cles?|essentiels?|saillants?|importants?|forts?|a retenir|marquants?)|a retenir|ce qu'(?:il faut|on) reti\w+|en bref|en resume|resume|l'essentiel|faits marquants|temps forts|synthese)$/,
  ],
  [
    'next',
    new RegExp(
      `^(?:rappel des |rappel : )?(?:les |la |vos |nos )?(?:${NUMERAL} )?prochaine?s? ${MEETING}(?: .*)?$|^(?:les |la )?(?:${NUMERAL} )?prochaine?s?$|^(?:a )?vos agendas$|^dates? a (?:retenir|noter)$|^${MEETING} a venir$`,
    ),
  ],
  [
    'news',
    new RegExp(
      `^(?:vos|nos|les|des|quelques)? ?(?:actualites?|actus?|nouvelles?|infos?|informations?)(?: (?:des|du|de|de vos|des differents|de chaque) (?:${PLACES}|chacune?|chaque ${PLACES})| locales?)?$|^tour (?:de table|des? ${PLACES}|d'horizon)(?: des? ${PLACES})?$|^(?:la )?(?:parole|retours?) (?:aux|des) ${PLACES}$|^point (?:des|sur les) ${PLACES}$`,
    ),
  ],
  [
    'questions',
    /^(?:vos|les|des|nos)? ?questions?(?: (?:diverses|reponses|posees|en suspens.*|des .*))?(?: et (?:vos )?reponses?)?$|^questions? ?[/-] ?reponses?$|^(?:retours?|reponses?) (?:sur|a|aux) (?:les |vos )?questions.*$|^vos questions .*$|^foire aux questions$/,
  ],
  ['webinar', /^.*\bwebinaires?\b.*$/],
  [
    'training',
    /^(?:le |les |votre |vos )?(?:point|previsionnel|previsions?|calendrier|inscriptions?)(?: .*)?\bformations?\b.*$|^formations?(?: .*)?$|^inscriptions? (?:de|d'|en|du) .*$/,
  ],
  [
    'contacts',
    /^(?:vos |nos |les )?(?:contacts?|nous (?:contacter|ecrire|joindre)|pour nous (?:ecrire|joindre|contacter)|nos adresses?|coordonnees|adresses?(?: utiles)?)$/,
  ],
];

const NUMBERING =
  /^\s*(?:[-–—_=*#>+•·]+\s*)*(?:(?:point|partie|rubrique|theme|item)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[a-zA-Z])\s*[.)/°–—-]+\s*|^\s*[-–—_=*#>+•·]+\s*/i;

/** A heading's words, folded: numbering, banners of dashes and the colon at its end left out. */
export const headingWords = memoised((label) =>
  foldLabel(label.replace(NUMBERING, '').replace(/[\s:.–—_=*-]+$/, '')),
);

/** The topic of a heading or label ("Vos actualités :", "À retenir"), or `null` for any other. */
export const topicOf = memoised((label): Topic | null => {
  const folded = headingWords(label);
  if (folded === '' || folded.length > 90) return null;
  return GRAMMAR.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
});

/**
 * Words that speak of a topic anywhere in a heading. They are hints: what follows the heading has to
 * bear them out.
 */
const HINTS: readonly [Topic, RegExp][] = [
  [
    'excused',
    /\bexcus\w*|\babsente?s?\b|\bempeche|\bindisponibles?\b|\bn'(?:ont|a|etaient|etait) pas (?:pu|disponibles?|la|presente?s?|connecte)|\bpas la\b|\bmanquai/,
  ],
  [
    'participants',
    /\bpresente?s?\b|\bpresences?\b|\bparticipante?s?\b|\bparticipations?\b|\bont participe|\bconnecte(?:e?s)?\b|\bautour de (?:la table|l'ecran)|\bqui (?:est|etait|etaient)\b|\bemargement|\bdes notres\b|\betaient la\b|\bavec nous\b|^la$/,
  ],
  [
    'agenda',
    /\bordre du jour\b|\bodj\b|\bau menu\b|\bau programme\b|\bsommaire\b|\bprogramme d(?:e la|u) |\bsujets? (?:abordes?|du jour)|\bderoule\b|\bpoints? (?:a aborder|inscrits?)/,
  ],
  [
    'highlights',
    /\bretenir\b|\bretien|\ben bref\b|\bresume\b|\bl'essentiel\b|\bsynthese\b|\bpoints? (?:cles?|importants?|forts?|saillants?|marquants?|essentiels?|evoques?|abordes?|d'attention)|\bdecisions?\b|\ben (?:\d|deux|trois|quatre|cinq|quelques) (?:mots|lignes|points|phrases|minutes)|\bmessages? cles?|\bfaits? marquants?|\btemps forts?\b/,
  ],
  [
    'next',
    new RegExp(
      `\\bprochaine?s? ${MEETING}|\\b${MEETING} a venir|\\bdates? (?:a (?:retenir|noter|venir)|des prochaine)|\\bvos agendas\\b|^calendrier$|\\bcalendrier des ${MEETING}`,
    ),
  ],
  ['questions', /\bquestions?\b|\binterrogations?\b|\bfoire aux\b|\bfaq\b|^q ?(?:r|et r|\/ ?r)$/],
  ['training', /\bformations?\b/],
  ['webinar', /\bwebinaires?\b/],
  [
    'news',
    new RegExp(
      `\\b(?:actualites?|actus?|nouvelles?|news|tour|infos?|informations?|point|mots?|echos?|retours?|communications?|paroles?|vie|chez vous)\\b|\\b${PLACES}\\b`,
    ),
  ],
];

/** The topics a heading's words hint at. */
export const hintsOf = memoised((label): readonly Topic[] => {
  const folded = headingWords(label);
  if (folded === '' || folded.length > 90) return [];
  return HINTS.filter(([, pattern]) => pattern.test(folded)).map(([topic]) => topic);
});
