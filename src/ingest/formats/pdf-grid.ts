import type { Span } from './pdf-lines.ts';
import type { Rule } from './pdf-rules.ts';

/** A table drawn with ruled lines: the borders of its columns from left to right, of its rows from top down. */
export interface Grid {
  columns: number[];
  rows: number[];
  rules: Rule[];
}

/** Borders this near to each other are one, in points. */
const NEAR = 3.5;

/** A page of more lines than this is a drawing. */
const MOST = 2000;

/** The ruled tables of a page, of two columns at least. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const lines = joined(rules);
  if (lines.length > MOST) return [];
  return connected(lines).flatMap((group): Grid[] => {
    const level = group.filter((rule) => rule.level);
    const upright = group.filter((rule) => !rule.level);
    const columns = borders([
      ...upright.map((rule) => rule.at),
      // The outer borders of an open table are where its rows end.
      Math.min(...level.map((rule) => rule.from)),
      Math.max(...level.map((rule) => rule.to)),
    ]);
    const rows = borders([
      ...level.map((rule) => rule.at),
      Math.min(...upright.map((rule) => rule.from)),
      Math.max(...upright.map((rule) => rule.to)),
    ]).reverse();
    return upright.length > 0 && level.length > 0 && columns.length > 2 && rows.length > 1
      ? [{ columns, rows, rules: group }]
      : [];
  });
}

/** Pieces of one line, as they are drawn cell by cell, made one. */
function joined(rules: readonly Rule[]): Rule[] {
  const result: Rule[] = [];
  const sorted = rules.toSorted(
    (a, b) =>
      Number(a.level) - Number(b.level) || Math.round(a.at) - Math.round(b.at) || a.from - b.from,
  );
  for (const rule of sorted) {
    const last = result.at(-1);
    if (
      last?.level === rule.level &&
      Math.abs(last.at - rule.at) < 1.5 &&
      rule.from <= last.to + NEAR
    )
      last.to = Math.max(last.to, rule.to);
    else result.push({ ...rule });
  }
  return result;
}

const cross = (one: Rule, other: Rule): boolean => {
  if (one.level === other.level) return false;
  const within = (at: number, rule: Rule): boolean =>
    at >= rule.from - NEAR && at <= rule.to + NEAR;
  return within(one.at, other) && within(other.at, one);
};

/** Rules that meet, directly or by way of others. */
function connected(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const rule of rules) {
    if (!left.delete(rule)) continue;
    const group = [rule];
    for (const member of group)
      for (const other of left)
        if (cross(member, other)) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups;
}

/** Places of borders, in rising order, near ones made one. */
function borders(places: readonly number[]): number[] {
  const result: number[] = [];
  for (const place of places.toSorted((a, b) => a - b))
    if (place - (result.at(-1) ?? -Infinity) > NEAR) result.push(place);
  return result;
}

/**
 * The spans of a table's cells, row by row, and those outside of it. A cell that spans several is
 * the first of them; the others are empty.
 */
export function cellsOf(grid: Grid, spans: readonly Span[]): { cells: Span[][][]; others: Span[] } {
  const { columns, rows } = grid;
  const cells = rows.slice(1).map(() => columns.slice(1).map((): Span[] => []));
  const others: Span[] = [];
  for (const span of spans) {
    const middle = span.y + span.size * 0.3;
    let row = rows.findIndex(
      (_, index) => middle <= at(rows, index) && middle > at(rows, index + 1),
    );
    let column = columns.findLastIndex((border) => border <= span.x + NEAR);
    const outside = row < 0 || row >= rows.length - 1 || column < 0 || column >= columns.length - 1;
    if (outside) {
      others.push(span);
      continue;
    }
    while (column > 0 && !isBorder(grid, false, at(columns, column), middle)) column -= 1;
    const x = (at(columns, column) + at(columns, column + 1)) / 2;
    while (row > 0 && !isBorder(grid, true, at(rows, row), x)) row -= 1;
    cells[row]?.[column]?.push(span);
  }
  return { cells, others };
}

const at = (places: readonly number[], index: number): number => places[index] ?? -Infinity;

/** Whether a rule is drawn at a border, where it passes a place. */
const isBorder = ({ rules }: Grid, level: boolean, border: number, place: number): boolean =>
  rules.some(
    (rule) =>
      rule.level === level &&
      Math.abs(rule.at - border) <= NEAR &&
      rule.from <= place &&
      rule.to >= place,
  );
