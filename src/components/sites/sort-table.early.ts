// Sorts tables by their columns: headings become buttons, cells carry what they are sorted by.
for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  heads.forEach((head, column) => {
    if (head.dataset['sort'] === undefined) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      sort(table, heads, head, column);
    });
  });
  table.dataset['sortable'] = 'ready';
}

/** Sorts by a column: its own direction first (figures fall, names rise), then the other one. */
function sort(
  table: HTMLTableElement,
  heads: readonly HTMLTableCellElement[],
  head: HTMLTableCellElement,
  column: number,
): void {
  const own = head.dataset['sort'] === 'falling' ? 'descending' : 'ascending';
  const turned = own === 'ascending' ? 'descending' : 'ascending';
  const direction = head.ariaSort === own ? turned : own;
  for (const other of heads) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', direction);
  const body = table.tBodies[0];
  const keyed = [...(body?.rows ?? [])].map((row) => ({
    row,
    key: row.cells[column]?.dataset['key'] ?? '',
  }));
  const sign = direction === 'ascending' ? 1 : -1;
  keyed.sort((a, b) => {
    // What has no value stays last, whichever way round.
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
    const difference = Number(a.key) - Number(b.key);
    return sign * (Number.isNaN(difference) ? a.key.localeCompare(b.key, 'fr') : difference);
  });
  body?.append(...keyed.map(({ row }) => row));
}
