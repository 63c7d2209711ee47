import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from '../../minutes/errors.ts';
import { readMinutes } from '../../minutes/read.ts';
import type { Person } from '../../minutes/schema.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import type { ImportResult } from '../import.ts';
import { abbreviationsIn } from '../review/abbreviations.ts';
import type { KnownMinutes } from '../review/entry.ts';

/** The CRs that a new one is compared with, no more of each than comparing takes. */
export interface Known {
  /** By stem of the file. */
  minutes: Map<string, KnownMinutes>;
  /** Abbreviations of each, by stem. */
  abbreviations: Map<string, ReadonlySet<string>>;
  /** Why a file could not be read, one message each: it is compared with nothing. */
  faults: string[];
}

/** Reads the CRs of a folder; one with a fault is left out and said. A missing folder is empty. */
export async function readKnown(folder: string, sites: SiteTable): Promise<Known> {
  const known: Known = { minutes: new Map(), abbreviations: new Map(), faults: [] };
  const names = await readdir(folder).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  });
  for (const name of names.filter((one) => /^[^._].*\.mdx$/.test(one)).sort()) {
    readInto(known, name, await readFile(join(folder, name), 'utf8'), sites);
  }
  return known;
}

function readInto(known: Known, name: string, text: string, sites: SiteTable): void {
  const id = name.replace(/\.mdx$/, '');
  known.abbreviations.set(id, abbreviationsIn(text));
  try {
    const { number, date, start, next, inclusions, participants, excused, news } = readMinutes(
      { path: name, text },
      sites,
    );
    const figures = news.map((one) => ({ site: one.site, inclusions: one.inclusions }));
    const minutes = { id, number, date, start, next, inclusions, participants, excused };
    known.minutes.set(id, { ...minutes, news: figures });
  } catch (cause) {
    if (!(cause instanceof ContentError)) throw cause;
    known.faults.push(cause.message);
  }
}

/** Adds a CR that was just imported, or puts it in the place of what was known of it. */
export function remember(known: Known, { id, json }: ImportResult, sites: SiteTable): void {
  const { number, date, start, next, inclusions } = json;
  known.abbreviations.set(id, abbreviationsIn(json.body));
  known.minutes.delete(id);
  if (date === null) return;
  const bySlug = (people: readonly Person[]): Person[] =>
    people.map((person) => ({
      ...person,
      site: person.site === null ? null : sites.find(person.site),
    }));
  known.minutes.set(id, {
    id,
    number,
    date,
    start,
    next,
    inclusions,
    participants: bySlug(json.participants),
    excused: bySlug(json.excused),
    news: json.siteUpdates.flatMap(({ site, inclusions: count }) => {
      const slug = sites.find(site);
      return slug === null ? [] : [{ site: slug, inclusions: count }];
    }),
  });
}

/** The abbreviations of every CR but one. */
export function abbreviationsBut(known: Known, id: string): Set<string> {
  const all = new Set<string>();
  for (const [of, abbreviations] of known.abbreviations) {
    if (of !== id) for (const one of abbreviations) all.add(one);
  }
  return all;
}
