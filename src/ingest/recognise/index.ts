import type { Conference, Person } from '../../minutes/schema.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { readPeopleOf } from './attendance.ts';
import { type Doubt, evidence, type Finding } from './finding.ts';
import { partFollowUps } from './follow-ups.ts';
import { type Head, readHead } from './head.ts';
import { readLinks } from './links.ts';
import { readItems } from './lists.ts';
import { readNational, type National } from './national.ts';
import { type NewsEntry, readNews } from './news.ts';
import { readNext } from './next.ts';
import { outline, type Zone } from './outline.ts';
import { type QuestionEntry, readQuestions } from './questions.ts';
import { readTrainings, type TrainingEntry } from './trainings.ts';
import { readWebinars, type WebinarEntries } from './webinars.ts';

/** All that was read in a CR. Indices are those of `blocks`. */
export interface Reading extends WebinarEntries {
  blocks: readonly Block[];
  zones: readonly Zone[];
  head: Head;
  national: Finding<National> | null;
  next: Finding<Conference>[];
  participants: Finding<Person>[];
  excused: Finding<Person>[];
  agenda: Finding<string>[];
  highlights: Finding<string>[];
  news: NewsEntry[];
  questions: QuestionEntry[];
  trainings: TrainingEntry[];
  links: Finding<string>[];
  emails: Finding<string>[];
  doubts: Doubt[];
}

/** Reads a CR from its blocks, secrets already taken out. Never fails: what is not found is empty. */
export function recognise(whole: readonly Block[], sites: SiteTable): Reading {
  const doubts: Doubt[] = [];
  const blocks = partFollowUps(whole, outline(whole, sites));
  const zones = outline(blocks, sites);
  const head = readHead(blocks, doubts);
  const day = head.date?.value ?? null;
  const news = readNews(blocks, zones, sites);
  for (const entry of news) {
    const block = blocks[entry.from];
    if (!entry.guessed || block === undefined) continue;
    const names = entry.sites.map((slug) => sites.nameOf(slug)).join(', ');
    doubts.push({ field: 'siteUpdates.site', why: `lu comme « ${names} »`, ...evidence(block) });
  }
  const inNews = (index: number): boolean =>
    news.some((entry) => index >= entry.from && index < entry.to);
  return {
    blocks,
    zones,
    head,
    national: readNational(blocks, zones, day, inNews),
    next: day === null ? [] : readNext(blocks, zones, day, doubts, head.hours?.value ?? null),
    ...readPeopleOf(blocks, zones, sites),
    agenda: readItems(blocks, zones, 'agenda'),
    highlights: readItems(blocks, zones, 'highlights'),
    news,
    questions: readQuestions(blocks, zones, inNews),
    trainings: readTrainings(blocks, zones, sites),
    ...readWebinars(blocks, zones, day),
    ...readLinks(blocks),
    doubts,
  };
}
