import type { Glossary } from '../minutes/glossary.ts';
import type { Minutes } from '../minutes/minutes.ts';
import type { PeopleTable } from '../minutes/people.ts';
import type { SiteTable } from '../minutes/sites.ts';

/** Spellings of one thing: whoever types one of them means the others too. */
export interface SameThing {
  /** As written; the first is its name. */
  forms: readonly string[];
  /** Slug, where it is a site. */
  site?: string;
  /** Of its entry, where it stands in the glossary. */
  anchor?: string;
}

/** What the search knows of the portal besides the index: sealed, small, read with the first search. */
export interface Guide {
  /** Newest first. */
  minutes: readonly { route: string; number: number | null; date: string }[];
  same: readonly SameThing[];
}

/** The guide of a library. */
export function guideOf(library: {
  minutes: readonly Minutes[];
  sites: SiteTable;
  people: PeopleTable;
  glossary: Glossary;
}): Guide {
  const { sites, people, glossary } = library;
  return {
    minutes: library.minutes
      .map(({ route, number, date }) => ({ route, number, date }))
      .sort((a, b) => b.date.localeCompare(a.date)),
    same: [
      ...sites.sites.map(({ slug, name, aliases, department }) => ({
        forms: [...new Set([name, ...aliases, department.name])],
        site: slug,
      })),
      { forms: ['ECNP', ...sites.labels.flatMap(teamName)].filter(isFirst), site: 'ecnp' },
      ...glossary.entries.map(({ term, meaning, also, anchor }) => ({
        forms: [term, ...(meaning === null ? [] : [meaning]), ...also],
        anchor,
      })),
      ...people.entries
        .filter(({ aliases }) => aliases.length > 0)
        .map(({ name, aliases }) => ({ forms: [name, ...aliases] })),
    ],
  };
}

const teamName = ({ label, slug }: { label: string; slug: string }): string[] =>
  slug === 'ecnp' ? [label] : [];

const isFirst = (form: string, index: number, forms: readonly string[]): boolean =>
  forms.indexOf(form) === index;
