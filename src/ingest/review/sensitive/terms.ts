/** What a passage may tell of a person. */
export type Matter = 'health' | 'family' | 'law';

/** A kind of terms: `weight` 2 tells of one person whenever it is said of one, 1 is also said in general. */
interface Terms {
  matter: Matter;
  weight: 1 | 2;
  pattern: RegExp;
}

/** Whole words of folded text; each alternative is a pattern of its own. */
const whole = (...alternatives: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${alternatives.join('|')})(?![\\p{L}])`, 'u');

const TERMS: readonly Terms[] = [
  {
    matter: 'health',
    weight: 2,
    pattern: whole(
      'hospitalis\\p{L}+',
      'deced\\p{L}+|deces|mort subite|est morte?|la mort d',
      'suicid\\p{L}+|scarifi\\p{L}+',
      'cancer\\p{L}*|leucemie|tumeurs?|chimiotherapie',
      'mucoviscidose|trisomi\\p{L}+|drepanocyt\\p{L}+|myopathie|epilep\\p{L}+|vih|sida|hepatite|cardiopathie',
      'malformations?|syndrome d|syndrome|saf|tsa|autis\\p{L}+|tdah|maladie (?:rare|genetique|orpheline|grave|chronique)',
      'handicape?e?s?|polyhandicap\\p{L}*|surdite|cecite',
      'bebe secoue|secouee?|fractures?|coma|reanimation|sequelles?|brulures?',
      'alcool\\p{L}*|toxico\\p{L}*|addict\\p{L}+|droguee?s?|drogues?|sevrage|methadone|overdose|cocaine',
      'psychiatri\\p{L}+|depressi\\p{L}+|schizophr\\p{L}+|bipolaire|anorexi\\p{L}+|burn[- ]?out',
      'operee?s?|operation (?:du|de la|cardiaque|chirurgicale)|chirurgi\\p{L}+|greffe',
    ),
  },
  {
    matter: 'health',
    weight: 1,
    pattern: whole(
      '(?<!assurance )malad(?:es?|ies?)',
      'sous traitement|traitement (?:medicamenteux|lourd)|medicaments?',
      'troubles?|deficien\\p{L}+|retard (?:de|du) (?:developpement|langage|croissance)|retard psychomoteur',
      'diagnostiqu\\p{L}+|diagnostic d[eu]',
      'prematur\\p{L}+|bronchiolite|infection|allergi\\p{L}+|convulsions?',
      'enceintes?|grossesse|accouch\\p{L}+|fausse couche|ivg',
    ),
  },
  {
    matter: 'family',
    weight: 2,
    pattern: whole(
      'violences?|violentee?s?|maltrait\\p{L}+|inceste\\p{L}*|viole?e?s?|agress\\p{L}+|attouchements?|abus sexuels?',
      'abandonnee?s?|abandon (?:de|par)|delaissement|delaissee?s?|orphelin\\p{L}*',
      'nee?s? sous (?:x|le secret)',
      '(?:desaccord|conflit|litige)s? (?:entre|des|du|avec) (?:les |ses |deux |le |la )?(?:parents|pere|mere|couple)',
      'a la rue|sans domicile|sans abri|prostitu\\p{L}+|fugue\\p{L}*',
    ),
  },
  {
    matter: 'family',
    weight: 1,
    pattern: whole(
      'adopt(?:ion|ee?s?|er)|fratries?',
      'separ(?:ee?s?|ation)|divorc\\p{L}+|deuil|veu(?:f|ve)',
      '(?:retours?|repartie?s?|rentree?s?) (?:a domicile|a la maison|en famille|au domicile|chez (?:sa|son|ses|leurs?|la|le) (?:mere|pere|parents))',
      'precarite|droits? de visite|visites? mediatisees?|rupture d[eu] lien',
    ),
  },
  {
    matter: 'law',
    weight: 2,
    pattern: whole(
      'incarcer\\p{L}+|prison|detenue?s?|ecrouee?|garde a vue|mise? en examen|condamn\\p{L}+',
      'oqtf|sans[- ]papiers|expuls\\p{L}+|retrait de l.autorite parentale|proces penal',
    ),
  },
  {
    matter: 'law',
    weight: 1,
    pattern: whole(
      'juges?|jugements?|audience|tribunal|cour d.appel|ordonnance',
      'signalement|information preoccupante|plainte|autorite parentale|mainlevee|tutelle|tdc|tiers dignes? de confiance',
    ),
  },
];

/** A term that a sentence holds. */
export interface Term {
  matter: Matter;
  weight: 1 | 2;
  start: number;
  end: number;
}

/** The weightiest term of a sentence that tells of health, family or justice; `null` without any. */
export function weightiest(folded: string): Term | null {
  let best: Term | null = null;
  for (const { matter, weight, pattern } of TERMS) {
    const match = pattern.exec(folded);
    if (match === null || (best !== null && best.weight >= weight)) continue;
    best = { matter, weight, start: match.index, end: match.index + match[0].length };
  }
  return best;
}
