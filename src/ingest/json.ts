import type { Conference, Person } from '../minutes/schema.ts';
import type { SiteTable } from '../minutes/sites.ts';
import type { Webinar } from '../minutes/minutes.ts';
import { type EvidenceJson, evidenceByPointer } from './evidence-json.ts';
import { type Doubt, valuesOf } from './recognise/finding.ts';
import type { Reading } from './recognise/index.ts';

/** What the importer read, as one JSON object; sites by canonical name. */
export interface MinutesJson {
  number: number | null;
  date: string | null;
  start: string | null;
  end: string | null;
  next: Conference[];
  inclusions: { count: number; asOf: string | null } | null;
  participants: Person[];
  excused: Person[];
  agenda: string[];
  highlights: string[];
  siteUpdates: {
    site: string;
    text: string;
    inclusions: number | null;
    followed: number | null;
    waiting: number | null;
    fte: number | null;
    line: number;
  }[];
  questions: { question: string; answer: string | null; line: number }[];
  webinars: Webinar[];
  trainings: { site: string | null; text: string; line: number }[];
  links: string[];
  emails: string[];
  redactions: { kind: string; count: number }[];
  /** Pictures written beside the MDX file; `alt` is '' where nobody has described one yet. */
  pictures: { file: string; alt: string; line: number }[];
  body: string;
  /** Where each value was read, by its JSON Pointer: `/siteUpdates/2/followed`. */
  evidence: Record<string, EvidenceJson>;
  doubts: { field: string; why: string; line: number; sentence: string }[];
}

/** The JSON object of a reading. */
export function toJson(
  reading: Reading,
  body: string,
  redactions: MinutesJson['redactions'],
  pictures: MinutesJson['pictures'],
  sites: SiteTable,
): MinutesJson {
  const { head, blocks } = reading;
  const named = (people: readonly Person[]): Person[] =>
    people.map((person) => ({
      ...person,
      site: person.site === null ? null : sites.nameOf(person.site),
    }));
  const lineOf = (index: number): number => blocks[index]?.place.line ?? 1;
  return {
    number: head.number?.value ?? null,
    date: head.date?.value ?? null,
    start: head.hours?.value.start ?? null,
    end: head.hours?.value.end ?? null,
    next: valuesOf(reading.next),
    inclusions: reading.national?.value ?? null,
    participants: named(valuesOf(reading.participants)),
    excused: named(valuesOf(reading.excused)),
    agenda: valuesOf(reading.agenda),
    highlights: valuesOf(reading.highlights),
    siteUpdates: reading.news.flatMap((entry) =>
      entry.text === ''
        ? []
        : entry.sites.map((slug) => ({
            site: sites.nameOf(slug),
            text: entry.text,
            inclusions: entry.figures.inclusions?.value ?? null,
            followed: entry.figures.followed?.value ?? null,
            waiting: entry.figures.waiting?.value ?? null,
            fte: entry.figures.fte?.value ?? null,
            line: lineOf(entry.from),
          })),
    ),
    questions: reading.questions.map((entry) => ({
      question: entry.question,
      answer: entry.answer,
      line: lineOf(entry.from),
    })),
    webinars: valuesOf(reading.webinars),
    trainings: reading.trainings.map((entry) => ({
      site: entry.site === null ? null : sites.nameOf(entry.site),
      text: entry.text,
      line: lineOf(entry.index),
    })),
    links: valuesOf(reading.links),
    emails: valuesOf(reading.emails),
    redactions,
    pictures: pictures.map(({ file, alt, line }) => ({ file, alt, line })),
    body,
    evidence: evidenceByPointer(reading),
    doubts: reading.doubts.map(toDoubt),
  };
}

const toDoubt = (doubt: Doubt): MinutesJson['doubts'][number] => ({
  field: doubt.field,
  why: doubt.why,
  line: doubt.place.line,
  sentence: doubt.sentence,
});
