import type { PhrasingContent, TableCell } from 'mdast';
import { phrasingText } from '../blocks/phrasing.ts';

/** A cell's text on one line; '' for no cell. */
export function cellText(cell: TableCell | undefined): string {
  return cell === undefined
    ? ''
    : phrasingText(cell.children).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A cell's lines, parted at its breaks; empty ones left out. */
export function cellLines(cell: TableCell): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of cell.children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.filter((line) => phrasingText(line).trim() !== '');
}
