import type { Person } from '../../minutes/schema.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { type Doubt, evidence, type Evidence } from './finding.ts';
import { type Head, readHead } from './head.ts';
import { readLinks } from './links.ts';
import { contentOf, readItems } from './lists.ts';
import { readNational, type National } from './national.ts';
import type { Finding } from './finding.ts';
import { type NewsEntry, readNews } from './news.ts';
import { readNext } from './next.ts';
import { outline, type Zone } from './outline.ts';
import { readPeopleLine } from './people.ts';
import { type QuestionEntry, readQuestions } from './questions.ts';
import { readAttendance } from './tables.ts';
import { readTrainings, type TrainingEntry } from './trainings.ts';
import { readWebinars, type WebinarEntries } from './webinars.ts';

/** All that was read in a CR. Indices are those of `blocks`. */
export interface Reading extends WebinarEntries {
  blocks: readonly Block[];
  zones: readonly Zone[];
  head: Head;
  national: Finding<National> | null;
  next: (Evidence & { conference: { date: string; start: string | null; end: string | null } })[];
  participants: Person[];
  excused: Person[];
  agenda: string[];
  highlights: string[];
  news: NewsEntry[];
  questions: QuestionEntry[];
  trainings: TrainingEntry[];
  links: string[];
  emails: string[];
  doubts: Doubt[];
}

/** Reads a CR from its blocks, secrets already taken out. Never fails: what is not found is empty. */
export function recognise(blocks: readonly Block[], sites: SiteTable): Reading {
  const doubts: Doubt[] = [];
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
    national: readNational(blocks, zones, day),
    next: day === null ? [] : readNext(blocks, zones, day, doubts),
    participants: peopleOf(blocks, zones, 'participants', sites),
    excused: peopleOf(blocks, zones, 'excused', sites),
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

function peopleOf(
  blocks: readonly Block[],
  zones: readonly Zone[],
  topic: 'participants' | 'excused',
  sites: SiteTable,
): Person[] {
  const people = new Map<string, Person>();
  for (const zone of zones) {
    blocks.slice(zone.from, zone.to).forEach((block, index) => {
      if (block.node?.type === 'table') {
        const table = readAttendance(block.node, sites, zone.topic === 'excused');
        for (const person of table?.[topic] ?? [])
          if (!people.has(person.name)) people.set(person.name, person);
      }
      if (zone.topic !== topic || block.kind === 'whole') return;
      const text = index === 0 ? contentOf(block.text, zone) : block.text;
      for (const person of readPeopleLine(text, sites)) {
        if (!people.has(person.name)) people.set(person.name, person);
      }
    });
  }
  return [...people.values()];
}
