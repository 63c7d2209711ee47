import { importMinutes, type ImportResult } from '../../../../src/ingest/import.ts';
import type { KnownMinutes, Review, ReviewContext } from '../../../../src/ingest/review/entry.ts';
import { review } from '../../../../src/ingest/review/review.ts';
import { peopleTable } from '../../../../src/minutes/people.ts';
import { sites } from '../../sites.fixture.ts';

const TODAY = '2026-06-01';

/** Imports a CR given as Markdown. */
export function importOf(text: string, name = 'cr.md'): Promise<ImportResult> {
  const redact = ['password', 'nir', 'iban'] as const;
  return importMinutes(
    { name, bytes: new TextEncoder().encode(text) },
    { sites, redact, importedAt: '2026-06-01T00:00:00Z' },
  );
}

/** Reviews an imported CR, in a portal that knows nothing but `context`. */
export function reviewResult(result: ImportResult, context: Partial<ReviewContext> = {}): Review {
  const known = { library: [], people: peopleTable([]), glossary: new Set<string>() };
  return review(result, { file: 'cr.md', sites, today: TODAY, ...known, ...context });
}

/** Reviews a CR given as Markdown. */
export async function reviewOf(
  text: string,
  context: Partial<ReviewContext> = {},
): Promise<Review> {
  return reviewResult(await importOf(text, context.file), context);
}

/** A CR of 12 January 2026 with these parts; people are invented. */
export function minutesText(parts: {
  title?: string;
  next?: string;
  national?: string;
  people?: string;
  excused?: string;
  prose?: string;
  news?: string;
}): string {
  return [
    parts.title ??
      '20ème Conférence des Coordinations Locales, lundi 12 janvier 2026 de 13h30 à 15h',
    parts.next ?? 'Prochaine conférence : le jeudi 12 février 2026 de 13h30 à 15h',
    parts.national ?? '812 inclusions au 5 janvier 2026',
    `Participants : ${parts.people ?? 'Ophélie RANCHIN (Nîmes), Bastien LORMEAU (Marseille)'}`,
    parts.excused === undefined ? '' : `Excusés : ${parts.excused}`,
    '## Le programme',
    parts.prose ?? 'La visio s’est bien passée et tout le monde a pu se connecter cette fois-ci.',
    '## Vos actualités',
    parts.news ?? '**Nîmes :** 90 inclusions.\n\n**Marseille :** rien à signaler.',
  ].join('\n\n');
}

/** A CR that the portal already has. */
export function knownMinutes(parts: Partial<KnownMinutes> = {}): KnownMinutes {
  return {
    id: '019',
    number: 19,
    date: '2025-12-11',
    start: '13:30',
    next: [{ date: '2026-01-12', start: '13:30', end: '15:00' }],
    inclusions: { count: 800, asOf: '2025-12-01' },
    participants: [
      { name: 'Ophélie RANCHIN', site: 'nimes' },
      { name: 'Bastien LORMEAU', site: 'marseille' },
    ],
    excused: [],
    news: [{ site: 'nimes', inclusions: 88 }],
    ...parts,
  };
}

/** The `what` of entries. */
export const said = (entries: readonly { what: string }[]): string[] =>
  entries.map(({ what }) => what.replaceAll('\u00a0', ' '));
