import type { MinutesRef } from '../insights/order.ts';
import type { Growth } from '../insights/series.ts';
import { formatCount, formatDate, ordinalSuffix, spellOut } from '../typography/format.ts';

/** How a page about a CR is titled: `50e conférence`, or `Conférence du 19 janvier 2026`. */
export function conferenceTitle({ number, date }: MinutesRef): string {
  if (number === null) return `Conférence du ${formatDate(date, 'date')}`;
  return `${String(number)}${ordinalSuffix(number)} conférence`;
}

/** What a series shows, as a headline: `66 enfants de plus en quatre mois`. */
export function growthHeadline({ change, months }: Growth): string {
  const time = months < 1 ? 'en moins d’un mois' : `en ${spellOut(months)} mois`;
  if (change === 0) return `Autant d’enfants inclus, ${time}`;
  const children = Math.abs(change) === 1 ? 'enfant' : 'enfants';
  return `${formatCount(Math.abs(change))} ${children} de ${change > 0 ? 'plus' : 'moins'} ${time}`;
}
