import type { Element, Root } from 'xast';
import { elementsOf, findAll } from './xml.ts';

/** What the list styles of a document say, and how far their lists have counted. */
export interface OdtLists {
  /**
   * The number a list begins with, `null` for one that does not count.
   * @param style name of the list's style
   * @param level its depth, from 1
   * @param length how many items it has
   */
  startOf: (list: Element, style: string | null, level: number, length: number) => number | null;
}

/** The list styles of a document (OpenDocument 1.3, part 3, 16.30) and the lists met so far. */
export function readLists(roots: readonly Root[]): OdtLists {
  const styles = roots.flatMap((root) =>
    findAll(root, (element) => element.name === 'text:list-style'),
  );
  const counting = new Map<string, Map<number, number>>();
  for (const style of styles) {
    const levels = elementsOf(style).flatMap((level): [number, number][] =>
      level.name === 'text:list-level-style-number' && level.attributes['style:num-format'] !== ''
        ? [[numberOf(level, 'text:level', 1), numberOf(level, 'text:start-value', 1)]]
        : [],
    );
    counting.set(style.attributes['style:name'] ?? '', new Map(levels));
  }
  const reached = new Map<string, number>();
  return {
    startOf: (list, style, level, length) => {
      const first = counting.get(style ?? '')?.get(level);
      if (first === undefined) return null;
      const key = `${style ?? ''} ${String(level)}`;
      const goesOn =
        list.attributes['text:continue-numbering'] === 'true' ||
        list.attributes['text:continue-list'] != null;
      const item = elementsOf(list).find((child) => child.name === 'text:list-item');
      const own = item === undefined ? NaN : numberOf(item, 'text:start-value', NaN);
      const start = Number.isNaN(own)
        ? goesOn
          ? (reached.get(key) ?? first - 1) + 1
          : first
        : own;
      reached.set(key, start + length - 1);
      return start;
    },
  };
}

function numberOf(element: Element, name: string, otherwise: number): number {
  const value = Number(element.attributes[name] ?? NaN);
  return Number.isInteger(value) ? value : otherwise;
}
