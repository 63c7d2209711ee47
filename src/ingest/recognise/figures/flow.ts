import { type Around, clauseAfter, clauseBefore } from './context.ts';
import { pattern } from './pattern.ts';

/** "Depuis le début", "au total": what makes a sum of inclusions that were made. */
const SINCE_ORIGIN = pattern(
  "(?<!\\p{L})(?:depuis (?:l'origine|(?:le|son|leur|notre) (?:tout )?(?:debut|demarrage|lancement|depart|commencement)(?! (?:de l'|du mois|de la (?:semaine|rentree)|de cet|du trimestre|<MONTH>|20))|(?:l'|son )(?:ouverture|entree)|la creation|la mise en (?:place|oeuvre|route)|toujours|(?:l'annee )?(?:19|20)\\d\\d)|au total|en tout|en cumul\\S*|cumulee?s?|a ce jour|au compteur|toutes? (?:les )?\\S+ confondu\\S+|a l'heure actuelle|jusqu'(?:ici|a present|a ce jour|a maintenant)|(?:au|le|en date du) <DAY>|a la date du|a (?:la )?fin(?!\\p{L})|tout rond|au final)",
);
/** "Ce mois-ci", "depuis septembre": a time in which inclusions were made. */
const IN_A_TIME = pattern(
  "(?<!\\p{L})(?:depuis (?:la (?:derniere|precedente|rentree|fin|mi|reprise|semaine)|le (?:mois|dernier|debut|\\d)|les? (?:vacances|conges?)|l'(?:ete|automne|hiver|an)|<MONTH>|hier|notre|un|deux|trois|quatre|ma|son|leur)|ce (?:mois|trimestre|semestre|printemps|matin)|cette (?:annee|semaine|periode|fois)|cet (?:ete|automne|hiver)|l'ete dernier|(?:au cours|durant|pendant|sur|dans|courant) (?:du |le |la |de l'|l'|les |cette |ce |un |deux |trois )?\\S*(?:mois|annee|trimestre|semestre|periode|ete|semaines?|foulee|<MONTH>)|en (?:<MONTH>|<M> (?:mois|semaines?|ans?|jours)|(?:19|20)\\d\\d|debut|fin|un mois)|(?:debut|fin|mi-?) ?<MONTH>|l'an(?:nee)? (?:dernier|derniere|passee)|la premiere annee|(?:par|chaque|tous les) (?:mois|an|semaine|trimestre|annee)|(?:la semaine|le mois|le trimestre) (?:derniere?|passee?|ecoulee?|precedente?)|hier|entre (?:le|la|les|<MONTH>|deux)|du mois|de la (?:semaine|rentree)|du trimestre|de l'(?:ete|annee)|d[e'] ?<MONTH>|du <DAY>|entre-temps)",
);
/** "De plus", "prévues", "refusées": no inclusions that stand. */
const NOT_STANDING = pattern(
  '^ (?:de|en) (?:plus|moins|retard|cours|attente|preparation|suspens|urgence)|^ (?:sont |ont ete |etaient |seront |restent )?(?:encore |deja )?(?:supplementaires?|nouvelles?|recentes?|prevues?|programmees?|planifiees?|a (?:venir|faire|realiser|prevoir|programmer|saisir|verifier|valider)|possibles?|potentielles?|refusees?|annulees?|reportees?|envisagees?|imminentes?|ressaisie?s?|saisie?s?|en (?:cours|attente|preparation|suspens))(?!\\p{L})',
);
/** "Ont été réalisées": a deed; a stock only where it says since when. */
const DEED = pattern(
  '^ (?:(?:ont|avaient) (?:\\S+ )?(?:ete|eu lieu)|a ete|sont (?:faites?|realisees?|prononcees?|intervenues?)|(?:viennent|vient) d)',
);
const DONE = pattern(
  '^ (?:realisee?s?|faite?s?|effectuee?s?|prononcee?s?|conduite?s?|menee?s?)(?!\\p{L})',
);
/** "enfants ont été inclus". */
const DEED_WITHIN = pattern('(?:ont|avaient|a) (?:\\S+ )?ete|(?:ont|avaient) (?:integre|rejoint)');
/** "Stable depuis trois semaines": a sum that did not move. */
const STABLE = pattern(
  '^ (?:est|reste|demeure|sont|restent)? ?(?:\\S+ )?(?:stables?|inchangee?s?|identiques?)(?!\\p{L})',
);
const FOLLOWED = /(?<!\p{L})suivi|en attente/u;
/** "Nous avons inclus 5 enfants", "4 enfants ont été inclus", "trois nouveaux". */
const DEED_BEFORE = pattern(
  "(?:(?<!\\p{L})(?:avons|avez|ont|a|ai) (?:pu )?(?:deja )?(?:inclus|inclure|realise|fait|effectue|prononce|enregistre|signe|procede a|eu)|(?:ajout|arrivee|entree|nouveaute)s? d[e']|nouve(?:lles?|aux?)|dernier\\S*|premier\\S*|prochain\\S*|seules?|autres|(?:reste|manqu\\S+)(?: encore)?|parmi (?:les|ces|ses)|ces|ses|leurs) ?(?:les |ces |ses )?$",
);

const found = (source: RegExp, text: string): boolean => text.search(source) >= 0;

/** "Depuis janvier, …": a time that opens the clause. */
const OPENING = /(?:^|[.;:(]\s*)([^,.;:()\d]*(?:\d{4}|\d{1,2})?[^,.;:()\d]*), ?$/u;
/** No site includes so many at a time: what is said without a time is a sum. */
const LARGEST_FLOW = 30;
/** Nor does the whole programme include so many in a year: "1 151 inclusions en avril" is a sum. */
const LARGEST_YEAR = 500;

/**
 * Whether a number of inclusions is what was done in some time, or is still to be done, and no total.
 * @param counted what stands behind the thing counted: " ont été réalisées depuis l'origine".
 */
export function isFlow(around: Around, counted: string, value: number): boolean {
  const { before, after } = around;
  const clause = clauseAfter(counted);
  const since = found(SINCE_ORIGIN, clause) || found(SINCE_ORIGIN, clauseBefore(before));
  const opening = OPENING.exec(before)?.[1] ?? '';
  if (found(NOT_STANDING, counted)) return true;
  if (found(STABLE, clause)) return false;
  if (value < LARGEST_YEAR && found(IN_A_TIME, clause)) return !found(SINCE_ORIGIN, clause);
  if (since || found(SINCE_ORIGIN, opening)) return false;
  if (found(IN_A_TIME, opening) || found(DEED_BEFORE, before)) return true;
  const within = after.slice(0, after.length - counted.length);
  if (found(DEED, counted) || found(DEED_WITHIN, within)) return value < LARGEST_FLOW;
  return found(DONE, counted) && !FOLLOWED.test(counted) && value < LARGEST_FLOW;
}

/** Whether a sum since the origin is meant: "depuis l'ouverture", "au total". */
export function isSinceOrigin(around: Around, counted: string): boolean {
  return (
    found(SINCE_ORIGIN, clauseAfter(counted)) || found(SINCE_ORIGIN, clauseBefore(around.before))
  );
}
