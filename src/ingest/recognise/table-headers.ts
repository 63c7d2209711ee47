import type { Table } from 'mdast';
import { mentionsPassword } from '../passwords.ts';
import { foldKeepingLength } from './fold.ts';
import { cellText } from './table-text.ts';

/** What a column holds. `present` and `awayTick` hold ticks, `people` and `away` names. */
export type ColumnRole =
  | 'site'
  | 'people'
  | 'away'
  | 'present'
  | 'awayTick'
  | 'name'
  | 'firstName'
  | 'status'
  | 'text'
  | 'training'
  | 'question'
  | 'answer'
  | 'date';

const TAIL = '(?:[·.(/, -].*)?$';
const HEADERS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'status',
    /^(?:p ?[/-] ?(?:e|a)\b.*|presence|present\S* ?(?:\/|-|ou) ?(?:excuse|absent).*|statut|presence ?[(/].*|emargement|signature)$/,
  ],
  ['firstName', /^prenoms?$/],
  ['away', new RegExp(`^(?:les )?(?:absente?s?|excusee?s?|empechee?s?|pas la)${TAIL}`)],
  [
    'people',
    new RegExp(
      `^(?:les )?(?:participante?s?|presente?s?|la|connectee?s?|personnes|representante?s?|representee? par|membres?|interlocuteurs?|interlocutrices?|qui)${TAIL}`,
    ),
  ],
  [
    'name',
    /^(?:noms?(?: ?(?:et|,|\/|-|&)? ?prenoms?)?|prenoms? ?(?:et|,|\/|-|&)? ?noms?|coordinat(?:eur|rice)s?.*|professionnel.*)$/,
  ],
  ['question', /^(?:(?:vos|les|nos|la) )?questions?(?: (?:posees?|recues?|des .*))?$/],
  ['answer', /^(?:(?:nos|les|vos|la) )?reponses?(?: .*)?$/],
  [
    'site',
    /^(?:sites?|lieux?|maisons?|villes?|pouponnieres?|structures?|etablissements?|territoires?|equipes?|departements?|coordinations?)(?: .*)?$/,
  ],
  [
    'training',
    /^(?:formations?|previsions?|previsionnel|besoins?|inscriptions?|places?|demandes?)(?: .*)?$/,
  ],
  ['date', /^(?:dates?|quand|jours?)(?: .*)?$/],
  [
    'text',
    /^(?:nouvelles?|actualites?|actus?|news|infos?|informations?|points?|echanges?|commentaires?|remarques?|observations?|retours?|situation|faits)(?: .*)?$/,
  ],
];

/** The roles a table's first row names, `null` for a column whose header says nothing known. */
export function headerRoles(table: Table): (ColumnRole | null)[] {
  return (table.children[0]?.children ?? []).map((cell) => {
    const folded = foldKeepingLength(cellText(cell))
      .replace(/[\s:*?]+$/, '')
      .trim();
    return HEADERS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
  });
}

const FIELD =
  /^(?:objet|sujet|titre|intitule|n°|no|numero|conference|date|jour|heures?|horaires?|duree|lieu|outil|redaction|redacteur|redactrice|redige|secretaire|secretariat|animation|anime|relecture|validation|ordre du jour|odj|prochaines?|prochains?|suivante|rendez-vous|inclusions?|effectif|chiffre|participante?s?|presente?s?|excusee?s?|absente?s?|diffusion|destinataires?|espace|documents?|support|contacts?|adresse|lien|responsable|identifiant|login|telephone|tel|mail|courriel|version|acces|visio)(?![\p{L}-])/u;

/** Whether a cell names what the cell beside it holds, in the head or at the foot of a CR. */
export function isFieldName(text: string): boolean {
  if (text.length === 0 || text.length > 45 || /[?!]$/.test(text)) return false;
  return FIELD.test(foldKeepingLength(text)) || mentionsPassword(text);
}
