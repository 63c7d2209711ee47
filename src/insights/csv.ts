/** What a cell holds: figures stay figures, `null` is an empty cell. */
export type Cell = number | string | null;

/**
 * A table as French spreadsheets open it with a double click: semicolons, decimal commas, a byte order
 * mark before UTF-8. Text that a spreadsheet would take for a formula is kept text.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => row.map(written).join(';')).join('\r\n')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
