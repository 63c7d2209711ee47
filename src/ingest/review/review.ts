import type { ImportResult } from '../import.ts';
import { freshAbbreviations } from './abbreviations.ts';
import { libraryContradictions } from './against-library.ts';
import { figureContradictions, headContradictions } from './contradictions.ts';
import { doubtsOf } from './doubts.ts';
import type { Entry, Review, ReviewContext } from './entry.ts';
import { foundIn } from './found.ts';
import { freshPeople } from './fresh-people.ts';
import { freshSites } from './fresh-sites.ts';
import { neighboursOf } from './library.ts';
import { passagesOf } from './passages.ts';
import { sensitivePassages } from './sensitive/index.ts';
import { masked } from './sensitive/identifiers.ts';
import { sumContradictions } from './sums.ts';
import { weekdayContradictions } from './weekdays.ts';

/** How recognition says what the contradictions say better. */
const WEEKDAY_DOUBT = 'le jour de la semaine écrit';

/** Reviews an imported CR for the person who publishes it. Pure: reads no file and no clock. */
export function review(result: ImportResult, context: ReviewContext): Review {
  const { json, reading } = result;
  const { sites, today, glossary } = context;
  const neighbours = neighboursOf(json, context.library);
  const passages = passagesOf(reading);
  const names = [json, ...neighbours.others]
    .flatMap(({ participants, excused }) => [...participants, ...excused])
    .map(({ name }) => name);
  const weekdays = weekdayContradictions(passages, json.date);
  const doubts = doubtsOf(result, neighbours, sites).filter(
    ({ what }) => weekdays.length === 0 || !what.startsWith(WEEKDAY_DOUBT),
  );
  return {
    file: context.file,
    id: result.id,
    unit: /\.(?:docx|odt|rtf|pdf)$/i.test(context.file) ? 'paragraphe' : 'ligne',
    sensitive: quiet(sensitivePassages(passages, names, sites)),
    contradictions: quiet([
      ...headContradictions(json, today),
      ...libraryContradictions(json, neighbours, sites),
      ...figureContradictions(json),
      ...sumContradictions(passages, json.number, neighbours, sites),
      ...weekdays,
    ]),
    doubts: quiet(doubts),
    fresh: quiet([
      ...freshPeople(json, neighbours, context),
      ...freshSites(reading, sites),
      ...freshAbbreviations(passages, glossary, sites, names),
    ]),
    found: foundIn(result).map(({ title, entries }) => ({ title, entries: quiet(entries) })),
  };
}

/** Entries whose sentences say no number that should have been taken out. */
function quiet(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => ({
    ...entry,
    what: masked(entry.what),
    sentence: entry.sentence === null ? null : masked(entry.sentence),
  }));
}
