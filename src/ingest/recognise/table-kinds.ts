import type { Table } from 'mdast';
import type { SiteTable } from '../../minutes/sites.ts';
import { findDates } from './dates.ts';
import { foldKeepingLength } from './fold.ts';
import { namedSites } from './named-sites.ts';
import { readPeople } from './people.ts';
import { type ColumnRole, headerRoles, isFieldName } from './table-headers.ts';
import { cellText } from './table-text.ts';

/** What a table is for, and what its columns hold. */
export interface TableReading {
  kind: 'attendance' | 'news' | 'training' | 'questions' | 'dates' | 'fields';
  /** Roles of the columns; `null` for those that are only text of their row. */
  roles: (ColumnRole | null)[];
  /** Whether the first row names the columns (else it is a row like the others). */
  headed: boolean;
}

/** A presence is ticked, not named. */
const TICK =
  /^(?:[x✓✔☑☒■●•·√v]|xx|oui|non|ok|o|n|p|e|a|1|0|abs|exc|-|–|present\w*|excuse\w*|absent\w*)\.?$/i;

/**
 * Recognises a table that speaks of sites, people, questions, dates or the document itself, by the
 * words of its header and by what its columns hold; `null` for any other table.
 * @param context the line or two before the table: a heading tells what its dates are.
 */
export function readTableKind(table: Table, sites: SiteTable, context = ''): TableReading | null {
  const roles = headerRoles(table);
  const firstRow = (table.children[0]?.children ?? []).map((cell) => cellText(cell));
  const headed =
    roles.some((role) => role !== null) && !firstRow.some((text) => sites.find(text) !== null);
  const rows = table.children.slice(headed ? 1 : 0);
  const column = (index: number): string[] =>
    rows.map((row) => cellText(row.children[index])).filter((text) => text !== '');
  const named = headed ? roles : roles.map(() => null);
  if (isFields(table, column(0), headed)) return { kind: 'fields', roles: named, headed: false };
  const asked = questionColumn(named, column);
  if (asked >= 0) return { kind: 'questions', roles: named.with(asked, 'question'), headed };
  const isSite = (text: string): boolean => text !== '' && namedSites(text, sites) !== null;
  const siteAt = columnOf(named, 'site', (index) => share(column(index), isSite));
  if (siteAt >= 0) named[siteAt] = 'site';
  ticked(named, column);
  const base = { roles: named, headed };
  if (named.some((role) => role !== null && PEOPLE.has(role)))
    return { kind: 'attendance', ...base };
  if (siteAt < 0 || column(siteAt).length < 2)
    return datesOf(named, column, context, base) ?? namesOnly(named, column, sites, base);
  if (named.includes('training')) return { kind: 'training', ...base };
  const others = named.flatMap((role, index) => (role === 'site' ? [] : column(index)));
  if (others.length === 0) return null;
  if (named.includes('text')) return { kind: 'news', ...base };
  const listed = others.filter((text) => text.length < 200 && isOnlyPeople(text, sites));
  if (listed.length > others.length * 0.6) {
    const isPeople = (text: string): boolean => isOnlyPeople(text, sites);
    const at = columnOf(named, 'people', (index) =>
      named[index] === null ? share(column(index), isPeople) : 0,
    );
    if (at >= 0) return { kind: 'attendance', ...base, roles: named.with(at, 'people') };
  }
  return { kind: 'news', ...base };
}

const PEOPLE = new Set<ColumnRole>(['name', 'people', 'firstName', 'away']);

const share = (texts: readonly string[], fits: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;

/** The column whose header names a role and whose cells do not gainsay it, else the one whose cells fit. */
function columnOf(
  roles: readonly (ColumnRole | null)[],
  role: ColumnRole,
  fit: (index: number) => number,
): number {
  const said = roles.indexOf(role);
  if (said >= 0 && fit(said) >= 0.3) return said;
  const best = roles
    .map((_, index) => ({ index, fit: fit(index) }))
    .sort((a, b) => b.fit - a.fit)[0];
  return best !== undefined && best.fit >= 0.6 ? best.index : -1;
}

/** Columns « Présent », « Excusé » hold names, or ticks beside a column of names. */
function ticked(roles: (ColumnRole | null)[], column: (index: number) => string[]): void {
  roles.forEach((role, index) => {
    const isTicks = share(column(index), (text) => TICK.test(foldKeepingLength(text))) >= 0.9;
    if (role === 'people' && isTicks) roles[index] = 'present';
    if (role === 'away' && (isTicks || column(index).length === 0)) roles[index] = 'awayTick';
  });
}

function questionColumn(
  roles: readonly (ColumnRole | null)[],
  column: (index: number) => string[],
): number {
  if (roles.includes('question')) return roles.indexOf('question');
  if (roles.length < 2) return -1;
  const asks = (index: number): number => share(column(index), (text) => /\?\s*$/.test(text));
  return roles.findIndex((_, index) => column(index).length >= 2 && asks(index) >= 0.7);
}

const CONFERENCES =
  /webinaire|conference|rendez-vous|rdv|prochain|reunion|visio|agenda|dates?\b|ccl|cdp/;

/** A table of webinars or of conferences to come: dates, under a heading or header that says so. */
function datesOf(
  roles: (ColumnRole | null)[],
  column: (index: number) => string[],
  context: string,
  base: { headed: boolean },
): TableReading | null {
  const cells = roles.flatMap((_, index) => column(index));
  const isDate = (text: string): boolean => findDates(text).length > 0;
  const at = columnOf(roles, 'date', (index) => share(column(index), isDate));
  const about = CONFERENCES.test(foldKeepingLength(context)) || roles.includes('date');
  if (at < 0 || !about || cells.length === 0) return null;
  return { kind: 'dates', ...base, roles: roles.with(at, 'date') };
}

/** A column of names without a header or a site beside it. */
function namesOnly(
  roles: (ColumnRole | null)[],
  column: (index: number) => string[],
  sites: SiteTable,
  base: { headed: boolean },
): TableReading | null {
  const at = roles.findIndex((_, index) => {
    const texts = column(index);
    const fits = (text: string): boolean =>
      isOnlyPeople(text, sites) && readPeople(text, sites).some(({ site }) => site !== null);
    return texts.length >= 2 && share(texts, fits) >= 0.7;
  });
  return at < 0 ? null : { kind: 'attendance', ...base, roles: roles.with(at, 'people') };
}

/** A table of labels and values: « Date | 16/04/2026 », « Mot de passe | … ». */
function isFields(table: Table, labels: readonly string[], headed: boolean): boolean {
  const widths = table.children.map((row) => row.children.length);
  if (widths.some((width) => width !== 2 && width !== 4)) return false;
  const all = headed ? [cellText(table.children[0]?.children[0]), ...labels] : labels;
  const known = all.filter((text) => isFieldName(text)).length;
  return known >= 2 && known >= all.length * 0.5;
}

/** Whether a text is a list of names: no sentence's end, no figure. */
function isOnlyPeople(text: string, sites: SiteTable): boolean {
  const bare = text.replace(/(?<![\p{L}])(?:\p{Lu}|Mme|Mmes|Mlle|Dr|Pr|MM|St)\.\s*/gu, '');
  return !/[.!?]\s|\d/.test(bare) && readPeople(text, sites).length > 0;
}
