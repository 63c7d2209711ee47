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
    /^(?:les )?(?:points? (?:evoques?|abordes?|cles?|essentiels?|saillants?|importants?|forts?|a retenir|marquants?)|a retenir|ce qu'il faut retenir|en bref|en resume|resume|l'essentiel|faits marquants|synthese)$/,
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

/** The topic of a heading or label ("Vos actualités :", "À retenir"), or `null` for any other. */
export function topicOf(label: string): Topic | null {
  const folded = foldLabel(label.replace(/^\s*(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])\s*[.)/°–-]\s*/, ''));
  if (folded === '' || folded.length > 90) return null;
  return GRAMMAR.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
