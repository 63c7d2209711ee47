import { pattern } from './pattern.ts';

/** Stock, flow, target…: what the words around a number make of it. Both sides are folded. */
export interface Around {
  before: string;
  after: string;
}

const APPROXIMATE_BEFORE = pattern(
  "(?:environ|env\\.?|autour d\\S+|aux alentours d\\S+|alentours d\\S+|pres d(?:e|es|')|presque|quasi(?:ment)?|(?<!de )plus d(?:e|es|')|moins d(?:e|es|')|quelque|entre|entre (?<![\\p{L}\\d])<M> et|vers|autant d(?:e|')|approximativement|a peu pres|grosso modo|au (?:moins|minimum|maximum)|minimum|maximum|une? (?:petite |bonne )|~|≈|±|(?<![-–=])>|<|dans|pas loin d\\S+|bientot|jusqu'a|approch\\S+(?: d\\S+)?|avoisin\\S+|frol\\S+|depass\\S+|proches? d\\S+|de l'ordre d\\S+|estim\\S+ a|a la louche|peut-etre|(?<!(?<!\\p{L})de )(?<![\\p{L}\\d.,])<M>(?: ?(?:ou|-)| a)) ?(?:les |des |de |d'|la )?$",
);
const APPROXIMATE_AFTER = pattern(
  '^(?: <CHILD>)?(?: <INCLUDED>)?(?: suivis?)?,? (?:environ|env(?!\\p{L})|a peu pres|approximativement|grosso modo|plus ou moins|et quelques|a la louche|au moins|ou <M>|a <M>|a confirmer|sous reserve|peut-etre)',
);
const EARLIER_BEFORE = pattern(
  "^de ?$|(?<!(?:comme|depuis|qu.|rapport au|que) (?:la |le |l'|au )?)(?:derniere (?:conference|fois|reunion)|mois (?:dernier|precedent)|precedente? (?:conference|reunion|compte|cr)|an dernier|annee derniere)[^;:.,\\d]{0,40}$|(?:contre|au lieu d(?:e|')|face a|versus|vs|et non|non pas|n'etai(?:en)?t (?:encore )?que|partis? de|et plus|avait annonce|avions annonce|avait (?:compte|indique)) ?(?:les |seulement |encore |deja )?$",
);
const EARLIER_AFTER = pattern(
  "^(?:(?: <CHILD>)?(?: <INCLUDED>)?(?: suivis?)?(?: en attente(?: d'inclusion)?)?)[ ,]{1,2}(?:le (?:mois|trimestre|semestre) (?:dernier|precedent|passe|d'avant)|l'an(?:nee)? (?:dernier|derniere|passe|passee)|il y a |a la (?:derniere|precedente)|(?:la fois|lors de la) (?:derniere|precedente)|la (?:derniere fois|premiere annee)|precedemment|auparavant|jusque-la|encore en|l'ete dernier|avant|a l'epoque)",
);
/** "81 en mars", with nothing counted in between, is an earlier value. */
const EARLIER_BARE = pattern(
  '^ (?:en <MONTH>|en (?:19|20)\\d\\d|fin <MONTH>|(?:au )?debut|au (?:mois|printemps)|a la (?:rentree|fin))',
);
const TARGET_BEFORE = pattern(
  "(?:objectifs?|cible|cap|barre|seuil|palier|jalon|plafond|horizon|capacite|ambition)(?: (?!atteint|depass|rempli|tenu|franchi)[^ ,;.:()\\d]+){0,3}(?: (?:de|des|d'|du|a)| ?:)? ?$|(?:objectif|cible|cap)[^,;.:()\\d]{0,20} ?[:=] ?$",
);
const UNCERTAIN_BEFORE = pattern(
  "(?<!\\p{L})(?:vis(?:e|ent|ons|ait|aient|er)|attein(?:dre|dra|drons|dront|drait|drions|draient)|arriver(?:a|ons|ont|ait)?|parvenir|esper\\S+|prevoi\\S+|prevu\\S*|projet\\S+|loin d\\S+|pourr\\S+|devr\\S+|sera|serait|seront|serons|seraient|aur(?:a|ons|ont|ait|aient|ions)|fer(?:a|ons|ont|ait)|depasser\\S*|franchir\\S*|passer(?:a|ons|ont|ait|aient)|compter(?:a|ons|ont|ait|aient)|accueillir\\S*|va|vont|allons|faudr\\S+|faut|souhait\\S+|voudr\\S+|si (?:nous|on|l'on|le site|les)|table sur|tablons sur|mise sur|attend|attendus?)(?: [^;:.(\\d,]{0,24}?)?(?: ?(?:a|les|des|de|d'))* ?$",
);
const UNCERTAIN_AFTER = pattern(
  "^(?:(?! (?:et|mais|puis|qui|dont|car|contre|au lieu) )[^,;:.()/\\d]){0,50}(?<!\\p{L})(?:d'ici (?:la|l'|a|fin|au|deux|trois|quelques|noel|<MONTH>)|a l'horizon|attendue?s|esperee?s|visee?s|seront|sera|devrai\\S+|devront|pourrai\\S+|pourront|seraient|serait|maximum|max(?!\\p{L}))",
);
const COHORT =
  /(?<!\p{L})(?:esper|cohorte|volet recherche|etude|protocole de recherche|recherche inserm|groupe temoin)(?!\p{L})/u;
const OWN_COHORT =
  /(?<!\p{L})cohorte (?:du programme|pegase|nationale|du site|globale|totale)|^(?:.*, )?(?:la|notre) cohorte(?! (?:esper|de |inserm|temoin|a part))/u;

const test = (source: RegExp, text: string): boolean => text.search(source) >= 0;

/** "environ 80", "80 à peu près", "entre 60 et 70", "près de 80". */
export const isApproximate = ({ before, after }: Around): boolean =>
  test(APPROXIMATE_BEFORE, before) || test(APPROXIMATE_AFTER, after);

/** "contre 48", "81 le mois dernier", "31 en juillet". */
export const isEarlier = ({ before, after }: Around): boolean =>
  test(EARLIER_BEFORE, before) || test(EARLIER_AFTER, after) || test(EARLIER_BARE, after);

/** "l'objectif de 60", "on devrait atteindre 90", "200 d'ici l'été". */
export const isUncertain = ({ before, after }: Around): boolean =>
  test(TARGET_BEFORE, before) ||
  test(UNCERTAIN_BEFORE, clauseBefore(before)) ||
  test(UNCERTAIN_AFTER, after);

/** Whether the number counts another cohort (ESPER): named behind it, or before it with no number in between. */
export function isOtherCohort({ before, after }: Around): boolean {
  const behind = /^(?:(?! (?:et|alors|dont|contre|-) )[^,;:.\d–/|])*/.exec(after)?.[0] ?? '';
  const ahead =
    /(?:(?! (?:et|-) )[^,;.\d–/|]|, (?=elles?|ils?|on y|cette|celle))*$/.exec(before)?.[0] ?? '';
  return [behind, ahead].some((text) => COHORT.test(text.replace(OWN_COHORT, '')));
}

/** What stands before a number in its own clause. */
export function clauseBefore(before: string): string {
  return (
    /(?:(?!,\s| (?:mais|puis|dont|soit|et (?:l'on|on|nous|il|elle|le|la|les|que)) )[^;:.()[\]!?])*$/.exec(
      before,
    )?.[0] ?? ''
  );
}

/** What stands behind a number in its own clause. */
export function clauseAfter(after: string): string {
  return (
    /^(?:(?! (?:et|dont|mais|contre|soit|puis|pour) )[^,;:.()[\]!?/–])*/.exec(after)?.[0] ?? ''
  );
}
