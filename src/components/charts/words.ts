import type { MinutesRef } from '../../insights/order.ts';
import { type Counted, growthOf, type SeriesPoint } from '../../insights/series.ts';
import {
  formatChange,
  formatCount,
  formatDate,
  formatNumbers,
  formatPlural,
} from '../../typography/format.ts';
import { typeset } from '../../typography/typeset.ts';
import { growthHeadline, minutesName } from '../conference.ts';

/** A figure that a chart draws, with what CRs state of it. */
export interface Line {
  figure: Counted;
  /** Oldest first. */
  points: readonly SeriesPoint[];
}

/** A counted figure: `78 inclusions`, `1 suivi`, `4 en attente`. */
export function counted(count: number, figure: Counted): string {
  if (figure === 'waiting') return `${formatCount(count)} en attente`;
  return formatPlural(count, figure === 'followed' ? 'suivi' : 'inclusion');
}

/** A point in words: `Au 6 janvier 2026, 1 070 inclusions, 66 de plus qu’au CR n° 46`. */
export function pointInWords({ figure, points }: Line, index: number): string {
  const point = points[index];
  if (point === undefined) return '';
  const before = points[index - 1];
  const said = `Au ${formatDate(point.asOf, 'date')}, ${counted(point.count, figure)}`;
  if (before === undefined || point.change === null) return said;
  const since = point.change === 0 ? 'depuis le' : 'qu’au';
  return `${said}, ${formatChange(point.change)} ${since} ${minutesName(before)}`;
}

/** What a chart shows, for those who do not see it. */
export function finding(lines: readonly Line[]): string {
  return lines
    .flatMap(({ figure, points }) => {
      const [first, last] = [points[0], points.at(-1)];
      if (first === undefined || last === undefined) return [];
      const end = `${counted(last.count, figure)} au ${formatDate(last.asOf, 'date')}`;
      const growth = figure === 'inclusions' ? growthOf(points) : null;
      if (first === last) return [`${end}.`];
      const start = `${formatCount(first.count)} au ${formatDate(first.asOf, 'date')}`;
      return [typeset(`${growth === null ? '' : `${growthHeadline(growth)} : `}${end}, ${start}.`)];
    })
    .join(' ');
}

/** CRs by name, in one phrase: `CR n° 39 et 41, CR du 19 mai 2025`. */
export function namesOfMinutes(refs: readonly MinutesRef[]): string {
  const numbers = refs.flatMap(({ number }) => (number === null ? [] : [number]));
  const others = refs.filter(({ number }) => number === null).map(minutesName);
  return [...(numbers.length > 0 ? [`CR ${formatNumbers(numbers)}`] : []), ...others].join(', ');
}

/** What a reader must know of a series' gaps and days. */
export function remarksOn(lines: readonly Line[]): string[] {
  const points = lines.flatMap((line) => line.points);
  const missing = [...new Set(points.flatMap((point) => point.missing))].sort((a, b) => a - b);
  const [main] = lines;
  const silent = main?.points.flatMap((point) => point.silent) ?? [];
  const unstated = main?.points.filter((point) => !point.asOfStated).length ?? 0;
  const all = main?.points.length ?? 0;
  return [
    missing.length > 0 &&
      `En pointillé : ${formatNumbers(missing)}, ${missing.length > 1 ? 'comptes-rendus non importés' : 'compte-rendu non importé'}.`,
    silent.length > 0 &&
      `${missing.length > 0 ? 'En pointillé aussi' : 'En pointillé'} : pas de chiffre au ${namesOfMinutes(silent)}.`,
    lines.length > 1 &&
      lines.slice(1).some((line) => line.points.some((point) => point.silent.length > 0)) &&
      'Une autre courbe est en pointillé partout où une conférence ne donne pas son chiffre.',
    unstated === all && 'Chaque chiffre est placé au jour de sa conférence.',
    unstated > 0 && unstated < all && 'Point creux : chiffre placé au jour de la conférence.',
  ].flatMap((remark) => (remark === false ? [] : [typeset(remark)]));
}
