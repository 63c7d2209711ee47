import type { Table } from 'mdast';
import type { SiteTable } from '../../minutes/sites.ts';
import { foldKeepingLength } from './fold.ts';
import { namedSites } from './labels.ts';
import { readPeople } from './people.ts';
import { cellText } from './table-text.ts';

/** What a column holds, by its header's words. */
export type ColumnRole = 'site' | 'people' | 'name' | 'firstName' | 'status' | 'text' | 'training';

const HEADERS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'status',
    /^(?:p ?[/-] ?(?:e|a)\b.*|presen(?:ce|t)|present ?[/-].*|statut|presence.*|emargement|signature)$/,
  ],
  ['firstName', /^prenoms?$/],
  [
    'people',
    /^(?:participants?|presents?|presentes?|(?:les )?personnes.*|representants?|representee? par|membres?|interlocuteurs?|excuses?|excusees?|absents?.*)(?:[·.(/ -].*)?$/,
  ],
  [
    'name',
    /^(?:noms?(?: ?(?:et|,|\/|-|&)? ?prenoms?)?|prenoms? ?(?:et|,|\/|-|&)? ?noms?|coordinat(?:eur|rice)s?.*|professionnel.*)$/,
  ],
  [
    'site',
    /^(?:sites?|lieux?|maisons?|villes?|pouponnieres?|structures?|etablissements?|territoires?|equipes?|departements?|coordinations?)(?: .*)?$/,
  ],
  ['training', /^(?:formations?|previsions?|previsionnel|besoins?|inscriptions?)(?: .*)?$/],
  [
    'text',
    /^(?:nouvelles?|actualites?|actus?|infos?|informations?|points?|echanges?|commentaires?|remarques?|observations?|retours?|situation)(?: .*)?$/,
  ],
];

/** The roles a table's first row names, `null` for a column whose header says nothing known. */
function headerRoles(table: Table): (ColumnRole | null)[] {
  return (table.children[0]?.children ?? []).map((cell) => {
    const folded = foldKeepingLength(cellText(cell))
      .replace(/[\s:*]+$/, '')
      .trim();
    return HEADERS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
  });
}

/** What a table says of sites or people. */
export interface TableReading {
  kind: 'attendance' | 'news' | 'training';
  /** Roles of the columns; `null` for those that are only text of their row. */
  roles: (ColumnRole | null)[];
  /** Whether the first row names the columns (else it is a row like the others). */
  headed: boolean;
}

/**
 * Recognises a table that speaks of sites or people, by the words of its header and by the names of
 * sites in one of its columns; `null` for any other table.
 */
export function readTableKind(table: Table, sites: SiteTable): TableReading | null {
  const roles = headerRoles(table);
  const isSite = (text: string): boolean => text !== '' && namedSites(text, sites) !== null;
  const firstRow = (table.children[0]?.children ?? []).map((cell) => cellText(cell));
  const headed =
    roles.some((role) => role !== null) && !firstRow.some((text) => sites.find(text) !== null);
  const rows = table.children.slice(headed ? 1 : 0);
  const column = (index: number): string[] =>
    rows.map((row) => cellText(row.children[index])).filter((text) => text !== '');
  const named = headed ? roles : roles.map(() => null);
  const siteAt = siteColumn(named, column, isSite);
  if (siteAt >= 0) named[siteAt] = 'site';
  const base = { roles: named, headed };
  if (named.includes('name') || named.includes('people') || named.includes('firstName'))
    return { kind: 'attendance', ...base };
  if (siteAt < 0 || column(siteAt).length < 2) return null;
  if (named.includes('training')) return { kind: 'training', ...base };
  const others = named.flatMap((role, index) => (role === 'site' ? [] : column(index)));
  if (others.length === 0) return null;
  if (named.includes('text')) return { kind: 'news', ...base };
  const people = others.filter((text) => text.length < 200 && isOnlyPeople(text, sites));
  if (people.length > others.length * 0.6) {
    const at = named.findIndex((role) => role === null);
    return { kind: 'attendance', ...base, roles: named.with(at, 'people') };
  }
  return { kind: 'news', ...base };
}

function siteColumn(
  roles: readonly (ColumnRole | null)[],
  column: (index: number) => string[],
  isSite: (text: string) => boolean,
): number {
  const share = (index: number): number => {
    const texts = column(index);
    return texts.length === 0 ? 0 : texts.filter((text) => isSite(text)).length / texts.length;
  };
  const best = roles
    .map((_, index) => ({ index, share: share(index) }))
    .sort((a, b) => b.share - a.share)[0];
  const said = roles.indexOf('site');
  if (said >= 0 && share(said) >= 0.3) return said;
  return best !== undefined && best.share >= 0.6 ? best.index : -1;
}

/** Whether a text is a list of names: no sentence's end, no figure. */
const isOnlyPeople = (text: string, sites: SiteTable): boolean =>
  !/[.!?]\s|\d/.test(text) && readPeople(text, sites).length > 0;
