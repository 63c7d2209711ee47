import type { MinutesRef } from '../insights/order.ts';
import type { Growth } from '../insights/series.ts';
import {
  formatCount,
  formatDate,
  formatNumbers,
  ordinalSuffix,
  spellOut,
} from '../typography/format.ts';

/** How a page about a CR is titled: `50e conférence`, or `Conférence du 19 janvier 2026`. */
export function conferenceTitle({ number, date }: MinutesRef): string {
  if (number === null) return `Conférence du ${formatDate(date, 'date')}`;
  return `${String(number)}${ordinalSuffix(number)} conférence`;
}

/** How a CR is named: `CR n° 50`, or `CR du 19 janv. 2026` where it has no number. */
export function minutesName({ number, date }: Pick<MinutesRef, 'date' | 'number'>): string {
  return number === null ? `CR du ${formatDate(date, 'short')}` : `CR ${formatNumbers([number])}`;
}

/** What a series shows, as a headline: `66 enfants de plus en quatre mois`. */
export function growthHeadline({ change, months }: Growth): string {
  const time = months < 1 ? 'en moins d’un mois' : `en ${spellOut(months)} mois`;
  if (change === 0) return `Autant d’enfants inclus, ${time}`;
  const children = Math.abs(change) === 1 ? 'enfant' : 'enfants';
  return `${formatCount(Math.abs(change))} ${children} de ${change > 0 ? 'plus' : 'moins'} ${time}`;
}

/** How fast a count goes, as a headline: `Treize enfants de plus par mois`. */
export function paceHeadline(perMonth: number): string {
  const rounded = Math.round(Math.abs(perMonth));
  if (rounded === 0) return 'Moins d’un enfant par mois';
  const words = spellOut(rounded);
  const count =
    rounded === 1 ? 'Un enfant' : `${words.charAt(0).toUpperCase()}${words.slice(1)} enfants`;
  return `${count} de ${perMonth > 0 ? 'plus' : 'moins'} par mois`;
}
