import type { Table, TableRow } from 'mdast';
import type { Person } from '../../minutes/schema.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import { foldKeepingLength } from './fold.ts';
import { type Listed, readPeople } from './people.ts';
import { siteIn } from './site-names.ts';
import type { ColumnRole } from './table-headers.ts';
import { readTableKind, type TableReading } from './table-kinds.ts';
import { cellLines, cellText } from './table-text.ts';

/** The people of one attendance table. */
export interface Attendance {
  participants: Person[];
  excused: Person[];
}

/**
 * Reads an attendance sheet (Nom, Fonction, Site, P/E; or ticks under Présent and Excusé) or a table
 * Site | Présents | Excusés; `null` for any other table.
 * @param excused whether people without a mark of their own are excused, as the table's heading says.
 */
export function readAttendance(
  table: Table,
  sites: SiteTable,
  excused: boolean,
): Attendance | null {
  const reading = readTableKind(table, sites);
  if (reading?.kind !== 'attendance') return null;
  const people: Attendance = { participants: [], excused: [] };
  let above: string | null = null;
  for (const row of table.children.slice(reading.headed ? 1 : 0)) {
    const siteCell = textIn(row, reading, 'site');
    const site: string | null = siteCell === '' ? above : siteIn(siteCell, sites);
    above = site;
    const rowAway = statusOf(row, reading) ?? excused;
    for (const { person, away } of peopleOfRow(row, reading, sites)) {
      people[(person.away ?? away ?? rowAway) ? 'excused' : 'participants'].push({
        name: person.name,
        site: person.site ?? site,
      });
    }
  }
  return people;
}

const textIn = (row: TableRow, reading: TableReading, role: ColumnRole): string =>
  cellText(row.children[reading.roles.indexOf(role)]);

/** The people of a row's cells; `away` is what their column's header says. */
function peopleOfRow(
  row: TableRow,
  { roles }: TableReading,
  sites: SiteTable,
): { person: Listed; away: boolean | null }[] {
  const firstNames = roles.indexOf('firstName');
  return roles.flatMap((role, index) => {
    const cell = row.children[index];
    const isNames =
      role === 'name' ||
      role === 'people' ||
      role === 'away' ||
      (role === 'firstName' && !roles.includes('name'));
    if (!isNames || cell === undefined) return [];
    const before =
      role === 'name' && firstNames >= 0 ? `${cellText(row.children[firstNames])} ` : '';
    return cellLines(cell).flatMap((line) =>
      readPeople(before + cellText({ type: 'tableCell', children: line }), sites).map((person) => ({
        person,
        away: role === 'away' ? true : null,
      })),
    );
  });
}

/** Whether a row's mark says excused (`true`) or present (`false`); `null` for no mark. */
function statusOf(row: TableRow, reading: TableReading): boolean | null {
  if (isTicked(textIn(row, reading, 'awayTick'))) return true;
  if (isTicked(textIn(row, reading, 'present'))) return false;
  if (reading.roles.includes('present')) return true;
  if (reading.roles.includes('awayTick')) return false;
  const folded = foldKeepingLength(textIn(row, reading, 'status')).trim();
  if (folded === '') return null;
  return /^(?:e|a|x?exc|abs|non|n$|ae)/.test(folded);
}

const isTicked = (mark: string): boolean => mark !== '' && !/^(?:non|n|0|-|–)$/i.test(mark);
