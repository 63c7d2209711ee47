/** What a section is, in the words of the search's addresses (`genre=questions`). */
export const KINDS = {
  nouvelles: { all: 'nouvelles des sites', one: 'nouvelles du site' },
  questions: { all: 'questions', one: 'question' },
  formations: { all: 'formations', one: 'formations' },
  webinaires: { all: 'webinaires', one: 'webinaire' },
  programme: { all: 'programme', one: 'programme' },
  'en-bref': { all: 'en bref', one: 'en bref' },
} as const;
export type Kind = keyof typeof KINDS;

/** One section of a CR, as it is indexed and found: a hit leads to it, not to its page. */
export interface SearchRecord {
  /** Path on the portal, without its base, with the section's anchor. */
  url: string;
  title: string;
  /** Plain text; paragraphs parted by a line feed. */
  text: string;
  kind: Kind;
  /** Slugs of the sites it speaks of; `ecnp` for a remark of the national team. */
  sites: readonly string[];
  /** Day of the conference, ISO. */
  date: string;
  /** Last part of the CR's route: `50`, or its date where it has no number. */
  route: string;
}

/** Whether a word of an address names a kind. */
export function isKind(name: string): name is Kind {
  return Object.hasOwn(KINDS, name);
}
