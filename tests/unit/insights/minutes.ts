import type { Minutes, SiteNews } from '../../../src/minutes/minutes.ts';

/** An invented CR for tests: everything empty but what is given. */
export function inventedMinutes(given: Partial<Minutes> & { date: string }): Minutes {
  const number = given.number ?? null;
  return {
    id: String(number ?? given.date),
    route: String(number ?? given.date),
    number,
    title: 'Conférence',
    start: null,
    end: null,
    next: [],
    inclusions: null,
    participants: [],
    excused: [],
    agenda: [],
    highlights: [],
    source: { file: 'x.md', sha256: 'a'.repeat(64), importedAt: '2026-01-01T00:00:00Z' },
    inclusionsAnchor: null,
    sections: [],
    news: [],
    questions: [],
    trainings: [],
    webinars: [],
    pictures: [],
    redacted: [],
    passages: [],
    ...given,
  };
}

/** Invented news of a site. */
export function inventedNews(site: string, given: Partial<SiteNews> = {}): SiteNews {
  return {
    site,
    anchor: site,
    label: '',
    text: 'Rien à signaler.',
    evidence: { inclusions: null, followed: null, waiting: null, fte: null },
    inclusions: null,
    followed: null,
    waiting: null,
    fte: null,
    ...given,
  };
}
