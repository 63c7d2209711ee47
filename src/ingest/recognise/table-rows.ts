import { toString } from 'mdast-util-to-string';
import type { Paragraph, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import { foldKeepingLength } from './fold.ts';
import type { TableReading } from './table-kinds.ts';
import { cellLines, cellText } from './table-text.ts';

const paragraph = (children: PhrasingContent[], row: TableRow): RootContent => ({
  type: 'paragraph',
  children,
  ...(row.position === undefined ? {} : { position: row.position }),
});

const words = (value: string): PhrasingContent => ({ type: 'text', value });

/** The columns' names, on a line that no recogniser takes for a heading; none for an empty header. */
export function headerLine(row: TableRow): RootContent[] {
  const names = row.children.map((cell) => cellText(cell)).filter((text) => text !== '');
  return names.length === 0 ? [] : [paragraph([words(`(${names.join(' – ')})`)], row)];
}

/** A cell's blocks, or its lines as paragraphs. */
function linesOf(cell: TableCell, row: TableRow): RootContent[] {
  return cell.data?.blocks ?? cellLines(cell).map((line) => paragraph(line, row));
}

/** A row's cells on one line, parted by commas. */
function joined(cells: readonly TableCell[]): PhrasingContent[] {
  return cells
    .filter((cell) => cellText(cell) !== '')
    .flatMap((cell, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [words(', ')]),
      ...cellLines(cell).flatMap((line, nth): PhrasingContent[] =>
        nth === 0 ? line : [words(' '), ...line],
      ),
    ]);
}

/** Columns that count: a bare figure in them says what it counts in the column's name. */
const COUNTS = /inclus|suivi|attente|etp|effectif|total|enfant/;

/** Whether site and text were one line that a tab parted: « Épinal : | une place », « Épinal | : une place ». */
const isOneLine = (label: TableCell, text: Paragraph): boolean =>
  endsInMark(label) || /^\s*[:;]/.test(toString(text));

const endsInMark = (cell: TableCell): boolean => /[:;–—→]\s*$/.test(cellText(cell));

/** The site's name on a line of its own, then the paragraphs of its other cells. */
export function newsLines(
  row: TableRow,
  reading: TableReading,
  headers: readonly string[],
): RootContent[] {
  const at = reading.roles.indexOf('site');
  const label = row.children[at];
  const text = row.children.flatMap((cell, index): RootContent[] => {
    if (index === at) return [];
    const value = cellText(cell);
    const header = headers[index] ?? '';
    const isFigure = /^[\d  .,]+$/.test(value);
    const isCounted =
      COUNTS.test(foldKeepingLength(header)) && /^\d[\d  .,]*\S{0,12}(?:\s\([^)]*\))?$/.test(value);
    if (header !== '' && (isFigure || isCounted))
      return [paragraph([words(`${header} : `), ...joined([cell])], row)];
    return linesOf(cell, row);
  });
  const [first, ...more] = text;
  if (label !== undefined && first?.type === 'paragraph' && isOneLine(label, first))
    return [paragraph([...joined([label]), words(' '), ...first.children], row), ...more];
  const head =
    cellText(label) === ''
      ? []
      : [
          paragraph(
            [{ type: 'strong', children: joined(label === undefined ? [] : [label]) }],
            row,
          ),
        ];
  return [...head, ...text];
}

/** « Épinal : inscription sur le 9 mars » from a row of a training forecast. */
export function trainingLine(row: TableRow, reading: TableReading): RootContent[] {
  const at = reading.roles.indexOf('site');
  const site = row.children[at];
  const rest = row.children.filter((_, index) => index !== at);
  return [
    paragraph(
      [
        ...joined(site === undefined ? [] : [site]),
        words(site !== undefined && endsInMark(site) ? ' ' : ' : '),
        ...joined(rest),
      ],
      row,
    ),
  ];
}

/** The question as a bold line, then its answer; what else the row says stands before it. */
export function questionLines(row: TableRow, reading: TableReading): RootContent[] {
  const asked = reading.roles.indexOf('question');
  const answered = reading.roles.includes('answer')
    ? reading.roles.indexOf('answer')
    : asked === 0
      ? 1
      : row.children.length - 1;
  const question = row.children[asked];
  const other = row.children.filter((_, index) => index !== asked && index !== answered);
  const aside = joined(other);
  const text = question === undefined ? [] : joined([question]);
  const answer = row.children[answered];
  return [
    ...(aside.length === 0 ? [] : [paragraph([words('('), ...aside, words(')')], row)]),
    ...(text.length === 0 ? [] : [paragraph([{ type: 'strong', children: text }], row)]),
    ...(answer === undefined || answered === asked ? [] : linesOf(answer, row)),
  ];
}

/** « mardi 29/09, 13h, médecins généralistes, ici ». */
export function dateLine(row: TableRow): RootContent[] {
  const children = joined(row.children);
  return children.length === 0 ? [] : [paragraph(children, row)];
}

/** « Date : 16/04/2026 »; a label with several lines heads them. Cells go in pairs. */
export function fieldLines(row: TableRow): RootContent[] {
  const lines: RootContent[] = [];
  for (let index = 0; index < row.children.length; index += 2) {
    const label = row.children[index];
    const value = row.children[index + 1];
    const name = cellText(label).replace(/\s*[:：]\s*$/u, '');
    const values = value === undefined ? [] : linesOf(value, row);
    const only = value === undefined ? [] : cellLines(value);
    if (name === '') lines.push(...values);
    else if (values.length === 0 && label !== undefined)
      lines.push(paragraph(joined([label]), row));
    else if (only.length === 1 && only[0] !== undefined)
      lines.push(paragraph([words(`${name} : `), ...only[0]], row));
    else lines.push(paragraph([{ type: 'strong', children: [words(name)] }], row), ...values);
  }
  return lines;
}
