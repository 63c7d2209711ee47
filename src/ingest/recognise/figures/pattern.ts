import { NUMBER } from '../numbers.ts';

const MONTHS =
  '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)';
const DAY = `\\d{1,2}(?:er)?(?:[/.]\\d{1,2}(?:[/.]\\d{2,4})?|\\s+${MONTHS}(?:\\s+\\d{4})?)`;

const CHILD =
  '(?:enfants?|dossiers?|bebes?|tout[ -]petits?|petits?|nourrissons?|jeunes?|mineurs?|situations?|beneficiaires?)';

/** Classes of words, by the name a pattern calls them with: `<N>`, `<CHILD>`. */
const CLASSES: Record<string, string> = {
  /** A number that is not part of another one, of a gain ("+3"), of an ordinal or a percentage. */
  N: `(?=[\\dcdhmnoqstuvz])(?<![\\p{L}\\d'])(?<!\\d[.,/])(?<!\\+\\s?)(?<n>${NUMBER})(?![\\p{L}\\d]|[.,/]\\d|\\s?%| a \\d| sur \\d)`,
  /** Any number; it is not the one that the pattern reads. */
  M: `(?:${NUMBER})`,
  MONTH: MONTHS,
  DAY,
  CHILD: `${CHILD}(?: (?:et|ou) ${CHILD})?(?: (?:confies|places|accueillis|proteges|valides))?`,
  /** "inclusions", "incl.", "inclus". */
  INCLUDED: '(?:inclusions?|incl\\.?|inclus(?:es?)?)(?!\\p{L})',
  ENTERED:
    '(?:entrees?|entres?|presents?|inscrits?|enregistres?|admis) (?:dans|au) (?:le )?(?:programme|dispositif|pegase)',
  /** What a total counts: "des inclusions", "d'enfants inclus", "d'entrées dans le programme". */
  COUNTED:
    "(?:d'|des?\\s|nos\\s|les\\s)\\s?(?:inclusions?|inclus|incl\\.|<CHILD>(?: deja| actuellement)? (?:inclus|<ENTERED>|du programme|dans le programme)|<ENTERED>)(?!\\p{L})",
  ADVERB: `(?:desormais|maintenant|aujourd'hui|actuellement|a present|ainsi|donc|toujours|encore|deja|a ce (?:jour|stade|moment)|au total|en tout|officiellement|exactement|precisement|tout juste|seulement|globalement|finalement|enfin|bien|a l'heure (?:actuelle|ou .{3,25}?)|pour l'instant|pour le moment|effectivement|reellement|au final|cumules?|de nouveau|(?:au|en date du|a la date du) ${DAY}|en ${MONTHS}|ce mois(?:-ci)?|cette fois)`,
  /** Verbs and signs that state a total: "s'élève à", "est passé de 49 à", "affiche". */
  STATES:
    "(?:(?:est|sont|etait|etaient|reste(?:nt)?|demeure(?:nt)?)(?: (?:maintenant|desormais|donc|toujours|encore))? (?:de|a|stables? a|fixes? a|inchangee?s? a|au nombre de)|(?:est|sont|a|ont) (?:alors |donc |ainsi )?(?:passee?s?|montee?s?|portee?s?|arrivee?s?|remontee?s?|redescendue?s?|grimpee?s?|evaluee?s?|arretee?s?|bloquee?s?|stabilisee?s?|maintenue?s?|fixee?s?|chiffree?s?|etablie?s?)(?: <ADVERB>)?(?: de <M>)? a|s'(?:eleve(?:nt|ait)?|etabli(?:t|ssent|ssait))(?: <ADVERB>)* a|se (?:monte|montent|maintient|maintiennent|situe|situent|stabilise|chiffre|porte|fixe)(?:nt)?(?: <ADVERB>)* a|(?:passe|passent|monte|montent|grimpe|grimpent|culmine|plafonne|stagne|arrive|arrivent|ressort|revient|tourne|est)(?: <ADVERB>)?(?: de <M>)? a|(?:a |ont )?attein(?:t|ts|gnent)|affiche|indique|marque|compte|totalise|en sont a|en est a|:|=|→|->|–>)",
  /** What may stand behind a number that counts nothing by itself. */
  CLOSED:
    '(?=\\s*(?:$|[.,;:)\\]»!?"/–(-])|\\s+(?:inclusions?|inclus|incl|lors|la|au|aux|a|en|depuis|contre|soit|dont|pour|et|avec|apres|aujourd\'hui|maintenant|desormais|ce|cette|cet|actuellement|tout|toutes|grace|mais|puis|quand|dans|sur|<CHILD>(?:\\s*(?:$|[.,;:)(])|\\s+(?:inclus|au|a|en|et|dans|depuis|dont|contre))))',
};

/**
 * A pattern over folded text. A space stands for any white space, `<NAME>` for a class of words;
 * the number read is `<N>`.
 */
export function pattern(source: string): RegExp {
  let expanded = source;
  while (/<[A-Z]+>/.test(expanded)) {
    expanded = expanded.replace(/<([A-Z]+)>/g, (whole, name: string) => {
      const words = CLASSES[name];
      if (words === undefined) throw new Error(`pattern(): no class of words ${whole}`);
      return words;
    });
  }
  const spaced = expanded.replace(/ [?*](?![^[]*\])/g, '\\s*').replace(/ (?![^[]*\])/g, '\\s+');
  return new RegExp(spaced, 'gud');
}
