import type { PhrasingContent, Root, RootContent, Table, TableCell, TableRow } from 'mdast';
import type { Person } from '../../minutes/schema.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import { foldKeepingLength } from './fold.ts';
import { namedSites } from './labels.ts';
import { readPeople } from './people.ts';
import { readTableKind, type TableReading } from './table-kinds.ts';
import { cellLines, cellText } from './table-text.ts';

/**
 * Turns tables of sites' news into what the rest of the importer reads: for each row the site's name
 * on a line of its own, then the paragraphs of its other cells. Other tables stay as they are.
 */
export function arrangeTables(root: Root, sites: SiteTable): Root {
  return { ...root, children: root.children.flatMap((node) => arrange(node, sites)) };
}

function arrange(node: RootContent, sites: SiteTable): RootContent[] {
  if (node.type !== 'table') return [node];
  const reading = readTableKind(node, sites);
  if (reading === null || reading.kind === 'attendance') return [withoutBlocks(node)];
  const [first, ...rest] = node.children;
  if (first === undefined) return [];
  const rows = reading.headed ? rest : [first, ...rest];
  const headers = reading.headed ? first.children.map((cell) => cellText(cell)) : [];
  const unrolled = rows.flatMap((row) =>
    reading.kind === 'training' ? trainingLine(row, reading) : newsLines(row, reading, headers),
  );
  return reading.headed ? [headerLine(first), ...unrolled] : unrolled;
}

/** A table whose cells keep no second copy of their text. */
function withoutBlocks(table: Table): Table {
  const children = table.children.map((row) => ({
    ...row,
    children: row.children.map(withoutData),
  }));
  return { ...table, children };
}

function withoutData(cell: TableCell): TableCell {
  const bare = { ...cell };
  delete bare.data;
  return bare;
}

const paragraph = (children: PhrasingContent[], row: TableRow): RootContent => ({
  type: 'paragraph',
  children,
  ...(row.position === undefined ? {} : { position: row.position }),
});

/** The columns' names, on a line that no recogniser takes for a heading. */
function headerLine(row: TableRow): RootContent {
  const names = row.children.map((cell) => cellText(cell)).filter((text) => text !== '');
  return paragraph([{ type: 'text', value: `(${names.join(' – ')})` }], row);
}

function newsLines(row: TableRow, reading: TableReading, headers: string[]): RootContent[] {
  const at = reading.roles.indexOf('site');
  const label = row.children[at];
  const title = label === undefined ? [] : label.children;
  const text = row.children.flatMap((cell, index): RootContent[] => {
    if (index === at) return [];
    const value = cellText(cell);
    // A bare figure says what it counts in the column's name.
    const header = headers[index] ?? '';
    if (/^[\d  .,]+$/.test(value) && header !== '')
      return [paragraph([{ type: 'text', value: `${header} : ${value}` }], row)];
    return cell.data?.blocks ?? cellLines(cell).map((line) => paragraph(line, row));
  });
  const head =
    cellText(label) === '' ? [] : [paragraph([{ type: 'strong', children: title }], row)];
  return [...head, ...text];
}

/** « Épinal : inscription sur le 9 mars » from a row of a training forecast. */
function trainingLine(row: TableRow, reading: TableReading): RootContent[] {
  const at = reading.roles.indexOf('site');
  const site = row.children[at]?.children ?? [];
  const rest = row.children
    .filter((cell, index) => index !== at && cellText(cell) !== '')
    .flatMap((cell, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: 'text' as const, value: ', ' }]),
      ...cellLines(cell).flatMap((line, nth): PhrasingContent[] =>
        nth === 0 ? line : [{ type: 'text', value: ' ' }, ...line],
      ),
    ]);
  return [paragraph([...site, { type: 'text', value: ' : ' }, ...rest], row)];
}

/** The people of one attendance table. */
export interface Attendance {
  participants: Person[];
  excused: Person[];
}

/**
 * Reads an attendance sheet (Nom, Fonction, Site, P/E) or a table Site | Participants; `null` for any
 * other table.
 * @param excused whether people without a mark of their own are excused, as the table's heading says.
 */
export function readAttendance(
  table: Table,
  sites: SiteTable,
  excused: boolean,
): Attendance | null {
  const reading = readTableKind(table, sites);
  if (reading?.kind !== 'attendance') return null;
  const { roles, headed } = reading;
  const people: Attendance = { participants: [], excused: [] };
  const headers = (table.children[0]?.children ?? []).map((cell) =>
    foldKeepingLength(cellText(cell)),
  );
  for (const row of table.children.slice(headed ? 1 : 0)) {
    const texts = row.children.map((cell) => cellText(cell));
    const site = namedSites(texts[roles.indexOf('site')] ?? '', sites)?.[0] ?? null;
    const away = statusOf(texts[roles.indexOf('status')] ?? '') ?? excused;
    const firstName = roles.indexOf('firstName');
    roles.forEach((role, index) => {
      if (
        role !== 'name' &&
        role !== 'people' &&
        !(role === 'firstName' && !roles.includes('name'))
      )
        return;
      const lines = (row.children[index] ? cellLines(row.children[index]) : []).map((line) =>
        cellText({ type: 'tableCell', children: line }),
      );
      const own = role === 'name' && firstName >= 0 ? `${texts[firstName] ?? ''} ` : '';
      const isAway = away || (headed && /^(?:excuse|absent)/.test(headers[index] ?? ''));
      for (const line of lines)
        for (const person of readPeople(own + line, sites))
          people[isAway ? 'excused' : 'participants'].push({
            ...person,
            site: person.site ?? site,
          });
    });
  }
  return people;
}

/** Whether a mark says excused (`true`) or present (`false`); `null` for no mark. */
function statusOf(mark: string): boolean | null {
  const folded = foldKeepingLength(mark).trim();
  if (folded === '') return null;
  if (/^(?:e|a|x?exc|abs|non|n$|ae)/.test(folded)) return true;
  return false;
}
