import type { PageItem } from './pdf-layout.ts';
import type { PagePicture } from './pdf-pictures.ts';

/** Puts a page's pictures among its items: each behind the last text that stands above its middle. */
export function withPictures(
  items: readonly PageItem[],
  pictures: readonly PagePicture[],
): PageItem[] {
  const behind = new Map<number, PageItem[]>();
  for (const picture of pictures.toSorted((a, b) => b.high - a.high || a.left - b.left)) {
    if (picture.url === null) continue;
    const at = placeOf(picture, items);
    const item: PageItem = { line: null, table: null, picture: picture.url };
    behind.set(at, [...(behind.get(at) ?? []), item]);
  }
  return [
    ...(behind.get(-1) ?? []),
    ...items.flatMap((item, index) => [item, ...(behind.get(index) ?? [])]),
  ];
}

/** The index of the item that a picture follows; -1 where it stands above all. */
function placeOf(picture: PagePicture, items: readonly PageItem[]): number {
  const middle = (picture.low + picture.high) / 2;
  const boxes = items.map((item) => boxOf(item));
  const isAbove = (index: number): boolean => (boxes[index]?.top ?? -Infinity) > middle;
  // Where a page has columns, the one that the picture stands in.
  const isBeside = (index: number): boolean => {
    const box = boxes[index];
    return box !== undefined && box.left < picture.right && box.right > picture.left;
  };
  const all = items.map((_, index) => index);
  return all.findLast((index) => isAbove(index) && isBeside(index)) ?? all.findLast(isAbove) ?? -1;
}

/** Where an item begins, and how far it reaches from left to right. */
function boxOf(item: PageItem): { top: number; left: number; right: number } {
  const lines = item.line === null ? (item.table?.rows.flat(2) ?? []) : [item.line];
  return {
    top: Math.max(...lines.map((line) => line.y)),
    left: Math.min(...lines.map((line) => line.x)),
    right: Math.max(...lines.map((line) => line.right)),
  };
}
