import type { Entry, Review } from './entry.ts';

/** One part of a report that lists points. */
export interface Section {
  title: string;
  /** Said of the section at its head, on the page. */
  hint: string;
  /** Said instead, at the end, where there is none. */
  none: string;
  entries: readonly Entry[];
}

/** The sections that call for somebody's attention, the gravest first. */
export function sectionsOf(review: Review): Section[] {
  return [
    {
      title: 'Sensible',
      hint: 'Une personne pourrait s’y reconnaître, ou y être reconnue\u00a0: reformulez si besoin avant de publier.',
      none: 'Rien de sensible repéré.',
      entries: review.sensitive,
    },
    {
      title: 'Se contredit',
      hint: 'Deux choses qui ne peuvent pas être vraies ensemble.',
      none: 'Rien ne se contredit.',
      entries: review.contradictions,
    },
    {
      title: 'À vérifier',
      hint: 'Ce qui manque, ou a été lu sans certitude.',
      none: 'Rien à vérifier.',
      entries: review.doubts,
    },
    {
      title: 'Nouveau',
      hint: 'Ce que personne n’avait encore vu dans le portail.',
      none: 'Rien de nouveau.',
      entries: review.fresh,
    },
  ];
}

/** `Rien à vérifier. Rien de nouveau.`: what the empty sections say, on one line. */
export function nothingIn(sections: readonly Section[]): string {
  return sections
    .filter(({ entries }) => entries.length === 0)
    .map(({ none }) => none)
    .join(' ');
}
