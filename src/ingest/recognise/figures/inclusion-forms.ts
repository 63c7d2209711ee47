import type { Construction } from './choose.ts';
import { pattern } from './pattern.ts';

const ABOUT = /inclu[st]|inclusion|(?<!\p{L})incl(?!\p{L})/u;
/** "Le nombre total d'inclusions", "le compteur", "les inclusions du site". */
const SUBJECT =
  '(?:(?:total|cumul|compteur)(?: (?:general|global|actuel|cumule|officiel|courant))*(?: <COUNTED>)?|(?:nombre|nb|nbre|chiffre|effectif|compte|decompte|total|cumul|compteur)s?(?: (?:total|global|cumule|general|actuel|exact|officiel))* <COUNTED>|effectifs? (?:total|cumule|inclus|global)|<INCLUDED>)(?: (?:du|de la|de notre|sur le|pour le) (?:site|maison|pouponniere|departement|territoire))?';
/** "N'a pas bougé et", "inchangé": what may stand between a subject and its verb. */
const UNCHANGED =
  "(?:,? (?:inchangee?s?|stables?|identiques?|constante?s?|n'(?:a|ont) (?:pas|guere) (?:bouge|change|varie|evolue)|ne (?:bouge|change|varie|evolue)(?:nt)? pas|depuis [^ ,.;:\\d]+|et))*";

/** Constructions that state the children included since the beginning, over folded sentences. */
export const INCLUSION_FORMS: readonly Construction[] = [
  // "Le nombre d'inclusions est désormais passé de 49 à 53"
  {
    rank: 3,
    form: pattern(
      `(?<!\\p{L})${SUBJECT}${UNCHANGED},?(?: <ADVERB>)*(?: \\([^()\\d]*\\))? ?<STATES>(?: <ADVERB>)* ?(?:<M> ?(?:->|→|–>) ?)?<N><CLOSED>`,
    ),
  },
  // "Inclusions au 31/05 : 54", "Total inclus (depuis l'ouverture) : 54"
  {
    rank: 3,
    form: pattern(
      "(?<!\\p{L})<INCLUDED>(?: (?:total\\S*|realisees?|validees?|depuis (?:l'origine|le debut|l'ouverture)|<ADVERB>|du site))* ?(?:\\([^()]*\\))? ?(?::|=|→|->|–>) ?(?:<M> ?(?:->|→|–>) ?)?<N><CLOSED>",
    ),
  },
  // "Inclusions 54 / Suivis 46"
  { rank: 3, form: pattern('(?:^|[/,;|–(] ?)(?:inclusions?|inclus) <N>(?= ?(?:$|[/,;|–.)]))') },
  // "Ce sont désormais 112"
  {
    rank: 2.5,
    about: ABOUT,
    form: pattern(
      "(?<!\\p{L})(?:ce sont|c'est|cela (?:fait|donne)|ca fait)(?: <ADVERB>)* <N><CLOSED>",
    ),
  },
  // "Nb inclus 54", "nombre d'enfants inclus 54"
  {
    rank: 3,
    form: pattern('(?<!\\p{L})(?:nb|nbre|nombre|total) (?:<COUNTED>|<INCLUDED>) <N><CLOSED>'),
  },
  // "ce qui porte à 103 le nombre d'inclusions", "ce qui porte le total à 72"
  {
    rank: 3,
    form: pattern(
      `(?<!\\p{L})(?:port|amen|mont|pass|fix|etabli)(?:e|ent|ant|er|e?ra?|ait|t|ssant)(?: <ADVERB>)* a(?: <ADVERB>)* <N> (?:le|notre|les|nos|son|ses) ${SUBJECT}`,
    ),
  },
  {
    rank: 3,
    form: pattern(
      `(?<!\\p{L})(?:port|amen|mont|pass|monter|passer|grimper|fait|font|conduit)(?:e|ent|ant|er|ait)?(?: passer| monter| grimper)?(?: <ADVERB>)* (?:le|notre|les|nos|son|ses) ${SUBJECT}(?: <ADVERB>)* a <N><CLOSED>`,
    ),
  },
  {
    rank: 2.5,
    about: ABOUT,
    form: pattern(
      "(?<!\\p{L})(?:(?:nous|le site|l'equipe) (?:amene|porte|conduit|mene|fait (?:passer|monter|arriver))|(?:on|nous) (?:arriv(?:e|ons)|pass(?:e|ons)|mont(?:e|ons)))(?: <ADVERB>)* a <N><CLOSED>(?! (?:le|les) )",
    ),
  },
  // "Passage de 36 à 39 inclusions", "74 -> 77 inclusions", "de 68 enfants inclus à 71"
  {
    rank: 3,
    form: pattern(
      "(?<!\\p{L})d(?:e|') ?<M>(?: <CHILD>)?(?: <INCLUDED>)?(?:,? (?:en|au|le mois) [^,;.\\d]{3,20},?)? a(?: <ADVERB>)* <N> (?:<INCLUDED>|<CHILD> (?:inclus|<ENTERED>))",
    ),
  },
  { rank: 3, form: pattern('<M> ?(?:->|→|–>|=>|>) ?<N> (?:<INCLUDED>|<CHILD> inclus)') },
  {
    rank: 3,
    about: ABOUT,
    form: pattern(
      '(?<!\\p{L})pass(?:e|ent|es|ees?|ons|age|ant)(?: <ADVERB>)* de <M>(?: <INCLUDED>)? a(?: <ADVERB>)* <N><CLOSED>',
    ),
  },
  // "Nous en sommes à 64", "on en compte déjà 203", "il y en a 58"
  {
    rank: 2.5,
    form: pattern(
      '(?<!\\p{L})en (?:est|sommes|suis|sont|etait|etaient|etions)(?: <ADVERB>)*(?: rendue?s?)? a(?: <ADVERB>)* <N><CLOSED>',
    ),
  },
  {
    rank: 2.5,
    about: ABOUT,
    form: pattern(
      '(?<!\\p{L})(?:en (?:compt|recens|totalis|denombr|affich|comptabilis|decompt)(?:e|ons|ent|ait|aient|ions)|en (?:avons|a|ont)|y en a|en avait)(?: <ADVERB>)* <N><CLOSED>',
    ),
  },
  {
    rank: 2,
    about: ABOUT,
    form: pattern(
      "(?<!\\p{L})(?:(?:on|nous|le site|l'equipe|la maison) )(?:est|sommes)(?: <ADVERB>)*(?: (?:passe|monte|arrive|rendu)\\p{L}*)? a(?: <ADVERB>)* <N><CLOSED>",
    ),
  },
  // "Au 31 décembre, 83"
  {
    rank: 2,
    about: ABOUT,
    form: pattern('(?<!\\p{L})(?:au|a la date du) <DAY> ?[,:] ?<N>(?= ?(?:$|[.,;)!]))'),
  },
  // "66 enfants inclus au total", "total 109", "soit 53 en tout"
  {
    rank: 2.5,
    about: ABOUT,
    form: pattern(
      '(?<!\\p{L})(?:au total|en tout|total|soit un total|cumul|au compteur)(?: de)? ?[:=,]? ?<N><CLOSED>',
    ),
  },
  {
    rank: 2.5,
    about: ABOUT,
    form: pattern(
      '<N>(?: <CHILD>| dossiers?)? (?:au total|en tout|en cumule|au compteur|toutes? \\S+ confondu\\S+)',
    ),
  },
  // "54 inclusions", "132 incl.", "97 enfants sont inclus", "43 bébés entrés dans le programme"
  { rank: 2, mayFlow: true, form: pattern('<N> <INCLUDED>') },
  {
    rank: 2,
    mayFlow: true,
    form: pattern(
      '<N> (?:<CHILD>,? )?(?:(?:sont|etaient|ont|avaient|deja|ete|bien|<ADVERB>),? )*(?:inclus(?:es)?(?!\\p{L})|(?:<ENTERED>)|(?:integre|rejoint|beneficie du|profite du)(?: le)? (?:programme|dispositif)|(?:dans|au) (?:le )?(?:programme|dispositif pegase))',
    ),
  },
  { rank: 2, mayFlow: true, form: pattern('(?<!\\p{L})inclus(?: <ADVERB>)* <N> (?:<CHILD>)') },
  // "trois inclusions la première année, 90 aujourd'hui"
  {
    rank: 2,
    form: pattern(
      "<INCLUDED>[^.;]*(?<!\\p{L})<N> (?:aujourd'hui|a ce jour|desormais|maintenant|a present|actuellement|depuis (?:l'origine|l'ouverture|le (?:tout )?debut(?! d))|apres (?:verification|comptage|recomptage|correction)|en realite|en fait)",
    ),
  },
  // "Le nombre d'inclusions n'a pas varié depuis octobre (106)"
  { rank: 1.5, form: pattern(`${SUBJECT} (?:[^().;\\d]* )?\\(<N>\\)`) },
];
