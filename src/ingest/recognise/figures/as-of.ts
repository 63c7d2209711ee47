import { findDates, lastUpTo, type WrittenDate } from '../dates.ts';
import { pattern } from './pattern.ts';

/** What introduces the day of a count: "au", "arrêté au", "(chiffres du". */
const INTRODUCED = pattern(
  '(?<!\\p{L})(?:au|a la date du|en date du|arret\\S+ (?:au|le|a la date du|du)|(?:chiffres?|donnees?|releves?|etat|situation|comptage|decompte|point|extraction|export|base|bilan|mise? a jour|maj|actualise\\S*)(?: \\S+){0,2}? (?:du|au|le|a la date du)|le|(?<=\\()du) ?(?:\\p{L}+di )?$',
);
/** "Au 7 avril, on en est à…" */
const INTRODUCED_AHEAD = pattern(
  '(?<!\\p{L})(?:au|a la date du|en date du|arret\\S+ (?:au|le)|(?:chiffres?|donnees?|releves?|etat|situation|comptage|decompte|point|inclusions?|inclus|extraction|export|bilan|maj)(?: \\S+){0,2}?,? (?:du|au|le|a la date du)) ?(?:\\p{L}+di )?$',
);
/** Farther from its figure, a date belongs to something else. */
const REACH = 100;

/** A count's place in its folded sentence. */
export interface CountPlace {
  text: string;
  folded: string;
  /** Offsets of the number. */
  from: number;
  to: number;
}

/**
 * The day a count was made, as its sentence says it: "1 128 au 7 avril", "Au 7 avril, … 1 128",
 * "1 287 (données arrêtées au 4/12)". Years that are not written: the latest such day up to `day`.
 * @param heading folded line before: "Chiffres au 2 juin".
 * @returns ISO date, or `null` where none is said.
 */
export function asOfDay(place: CountPlace, heading: string, day: string | null): string | null {
  const date = behind(place) ?? ahead(place) ?? inHeading(heading);
  if (date === undefined || (date.year === null && day === null)) return null;
  return lastUpTo(date, day ?? '');
}

function behind({ text, folded, to }: CountPlace): WrittenDate | undefined {
  return findDates(text).find((date) => {
    if (date.start < to || date.start - to > REACH) return false;
    const between = folded.slice(to, date.start);
    return !/[\d;]/.test(between) && between.search(INTRODUCED) >= 0;
  });
}

function ahead({ text, folded, from }: CountPlace): WrittenDate | undefined {
  return findDates(text).findLast(
    (date) =>
      date.end <= from &&
      from - date.end <= REACH &&
      folded.slice(0, date.start).search(INTRODUCED_AHEAD) >= 0,
  );
}

function inHeading(heading: string): WrittenDate | undefined {
  if (heading.length > 90) return undefined;
  return findDates(heading).find(
    (date) => heading.slice(0, date.start).search(INTRODUCED_AHEAD) >= 0,
  );
}
