import type { Minutes, SiteNews } from '../../minutes/minutes.ts';
import type { PeopleTable } from '../../minutes/people.ts';
import type { SiteTable } from '../../minutes/sites.ts';

/** One thing that a review says, with the sentence it was read from. */
export interface Entry {
  /** Field of the CR as in the JSON: `date`, `siteUpdates.inclusions`; `text` for a passage. */
  field: string;
  /** French, one line: what was found, or what is to be looked at. */
  what: string;
  /** French: why it is said. */
  why?: string;
  /** Where it stands in the source, 1-based (see {@link Review.unit}); `null` for no place. */
  line: number | null;
  /** Of the source, secrets taken out; `null` where no sentence says it. */
  sentence: string | null;
}

/** Findings of one kind. */
export interface Group {
  title: string;
  entries: Entry[];
}

/** All that a person should look at before a CR is published. */
export interface Review {
  /** Name of the source, and stem of the MDX file it becomes. */
  file: string;
  id: string;
  /** What `line` counts: formats without lines count paragraphs. */
  unit: 'ligne' | 'paragraphe';
  /** Health, family or legal situation of a recognisable person; numbers and addresses of people. */
  sensitive: Entry[];
  contradictions: Entry[];
  /** What is missing or was read without certainty. */
  doubts: Entry[];
  /** People, sites and abbreviations that nobody has seen before. */
  fresh: Entry[];
  found: Group[];
}

/** What a review has to know of another CR. A `Minutes` is one. */
export type KnownMinutes = Pick<
  Minutes,
  'id' | 'number' | 'date' | 'start' | 'next' | 'inclusions' | 'participants' | 'excused'
> & { news: readonly Pick<SiteNews, 'site' | 'inclusions'>[] };

/** What a CR is reviewed against. */
export interface ReviewContext {
  /** Name of the source file. */
  file: string;
  sites: SiteTable;
  /** The other CRs, in any order; an earlier import of this one may be among them. */
  library: readonly KnownMinutes[];
  people: PeopleTable;
  /** Abbreviations that are known: of the glossary and of the other CRs. */
  glossary: ReadonlySet<string>;
  /** Today, ISO 8601. */
  today: string;
}

/** How many points of a review `--strict` does not let pass: everything but what is merely new. */
export function openPoints(review: Review): number {
  return review.sensitive.length + review.contradictions.length + review.doubts.length;
}
