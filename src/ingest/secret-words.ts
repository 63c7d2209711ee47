import { foldKeepingLength } from './recognise/fold.ts';

/** Words that a statement about a password goes on with; none is the password itself. */
const STATEMENT = new Set(
  `il elle ils elles vous nous on le la les un une des du de d au aux en y a ete est sont etre sera
  pas ne plus meme memes inchange inchangee inchanges identique identiques toujours celui celle ceux
  celui-ci celle-ci lui-meme voir voire cf par pour dans sur sous chez change changee changer envoye
  envoyee envoyer envoi transmis transmise communique communiquee communiquer diffuse diffuser donne
  donner donnee disponible valable necessaire obligatoire demande demander demandez personnel
  personnelle personnels perdu oublie oubliee qui que quoi dont et ou ni avec sans votre nos vos notre
  mon ma ton son leur ce cet cette ces ci-dessous ci-dessus ci-joint ci-apres suivant suivante tous
  toutes tout toute aucun aucune neant rien idem habituel habituelle ancien ancienne nouveau nouvelle
  nouveaux prochain prochainement bientot maintenant desormais dorenavant deja encore apres avant
  depuis jusqu jusque lors quand si comme mais donc car or quel quelle quels quelles voici voila
  contacter contactez ecrire ecrivez appeler appelez consulter consultez saisir saisissez taper entrez
  entrer utiliser utilisez merci attention rappel important confidentiel confidentielle secret
  modifie modifiee modifier renouvele renouvelee renouveler reinitialise reinitialiser expire
  expiree perime temporaire provisoire unique commun commune partage partagee different differente
  peut peut-etre doit faut soit reste devient permet ouvre donnant mis mise remis remise venir
  confirmer preciser definir recevoir recu recue acces accessible mail courriel telephone message
  uniquement seulement direction coordination equipe lien adresse page espace compte login connexion
  identifiant identifiants site drive support contact contacts puis ensuite non oui stp svp ici cela
  ca tres trop bien trois deux inutile exige requis requise demandee indispensable`.split(/\s+/),
);

/** Products, programmes and the like: named in one breath with a password, but never one. */
const NAME =
  /^(?:pegase|ecnp|esper|teams|zoom|drive|onedrive|sharepoint|outlook|google|windows|office|wifi|wi-fi|moodle|dropbox|wetransfer|whatsapp|internet|intranet|ars|pmi|ase|camsp)$/;

/** Hours, ordinals, dates, measures, versions, files and addresses mix letters and digits, too. */
const ORDINARY = new RegExp(
  [
    '^(?:\\d{1,2}h(?:\\d{2})?[-–/>→]*)+(?:\\d{1,2}h?)?$',
    '^\\d+(?:e|er|eme|ere|ieme|nde?)s?(?:/\\d+)?$',
    '^[\\d/.,:–-]*$',
    '^n°?\\d+$',
    '^\\d+(?:[.,]\\d+)?(?:km|m2|kg|mg|ml|mo|go|ko|ans?|mois|etp|min|cm|eur|jours?|places?)$',
    '^(?:v|version|cr|ccl|cdp|asq|covid|article|art|page|office|windows|annexe|fiche|module|lot|phase|point|no?)[-_.]?\\d+(?:[.-]\\d+)*$',
    '[-_]v\\d+$',
    '\\.(?:docx?|pdf|xlsx?|odt|ods|pptx?|txt|md|html?|jpe?g|png|zip|csv)$',
    '^[^\\s@]+@[^\\s@]+\\.[a-z]{2,}',
    '^https?:',
    '^www\\.',
    '\\.(?:fr|org|com|eu|net|gouv)(?:/|$)',
  ].join('|'),
);

/** Whether a token is a word, figure, date or address that a sentence may hold. */
export function isOrdinary(token: string): boolean {
  const folded = foldKeepingLength(token);
  return (
    STATEMENT.has(folded) ||
    STATEMENT.has(folded.replace(/^[a-z]+'/, '')) ||
    STATEMENT.has(folded.replace(/[.,!?]+$/, '')) ||
    /^\p{Ll}{3,}ez$/u.test(token) ||
    NAME.test(folded) ||
    ORDINARY.test(folded)
  );
}

/**
 * Whether a token can hardly be anything but a password: letters mixed with digits, or a sign inside
 * that no word holds ("Pivoine%58", "Mistral&Tramontane", "BleuetCoquelicot26").
 */
export function looksSecret(token: string): boolean {
  const letters = token.match(/\p{L}/gu)?.length ?? 0;
  if (token.length < 5 || letters < 2 || isOrdinary(token)) return false;
  return /\d/.test(token) || /[\p{L}][!#$%&*+=_{}^~|<>@?]+\p{L}{2}/u.test(token);
}

/** Whether a word is written as names and passwords are: a capital, a hyphen or any sign in it. */
export function isMarked(token: string): boolean {
  return /[\d\p{Lu}]|[^\p{L}'’]/u.test(token);
}

/** The text without the punctuation of its sentence; a mark that belongs to the secret stays. */
export function trimmed(token: string): string {
  let bare = token.replace(/^[(\[«"“”‘*`]+(?=.)/u, '');
  for (;;) {
    const last = bare.at(-1) ?? '';
    const opener = { ')': '(', ']': '[' }[last];
    const closes = opener !== undefined && !bare.includes(opener);
    if (bare.length < 2 || !(closes || /[.,;:»"”’*`…]/u.test(last))) return bare;
    bare = bare.slice(0, -1);
  }
}
