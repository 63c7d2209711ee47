import type { Minutes } from '../minutes/minutes.ts';
import type { PeopleTable } from '../minutes/people.ts';
import type { Person } from '../minutes/schema.ts';
import { chronological, type MinutesRef, refOf } from './order.ts';

/** Who came and who excused themselves for a site at one conference, by their canonical names. */
export interface SiteAttendance {
  ref: MinutesRef;
  present: Person[];
  excused: Person[];
}

/** A site's people CR by CR, newest first; CRs that name none of the site's are left out. */
export function attendanceOf(
  slug: string,
  minutes: readonly Minutes[],
  people: PeopleTable,
): SiteAttendance[] {
  const ofSite = (listed: Person[]): Person[] => {
    const named = listed
      .filter(({ site }) => site === slug)
      .map((person): [string, Person] => {
        const name = people.canonical(person.name);
        return [name, { ...person, name }];
      });
    return [...new Map(named).values()];
  };
  return chronological(minutes)
    .reverse()
    .map((one) => ({
      ref: refOf(one),
      present: ofSite(one.participants),
      excused: ofSite(one.excused),
    }))
    .filter(({ present, excused }) => present.length + excused.length > 0);
}

/** People by site, sites in order of first mention; `null` holds those without a site. */
export function bySite<T extends { site: string | null }>(
  people: readonly T[],
): { site: string | null; people: T[] }[] {
  const groups = new Map<string | null, T[]>();
  for (const person of people) {
    groups.set(person.site, [...(groups.get(person.site) ?? []), person]);
  }
  return [...groups].map(([site, members]) => ({ site, people: members }));
}
