import type { Minutes } from '../minutes/minutes.ts';
import { slugsOf } from '../minutes/sites.ts';
import { chronological, type MinutesRef, refOf } from './order.ts';

/** What one CR says of the trainings to come. */
export interface ConferenceTrainings {
  ref: MinutesRef;
  /** Anchor of the section that holds them, on the CR's page. */
  section: string | null;
  /** In the CR's order; `sites` is empty where it does not say whose. */
  plans: { sites: string[]; text: string }[];
}

/** Plans for trainings, newest conference first; CRs that hold none are left out. */
export function trainingsOf(minutes: readonly Minutes[]): ConferenceTrainings[] {
  return chronological(minutes)
    .reverse()
    .filter(({ trainings }) => trainings.length > 0)
    .map((one) => ({
      ref: refOf(one),
      section: one.trainings[0]?.section ?? null,
      plans: one.trainings.map(({ site, text }) => ({ sites: slugsOf(site ?? ''), text })),
    }));
}

/** Each site with the conferences at which it spoke of trainings, in the order given. */
export function trainingsBySite(
  conferences: readonly ConferenceTrainings[],
): Map<string, MinutesRef[]> {
  const bySite = new Map<string, MinutesRef[]>();
  for (const { ref, plans } of conferences) {
    for (const site of new Set(plans.flatMap(({ sites }) => sites))) {
      bySite.set(site, [...(bySite.get(site) ?? []), ref]);
    }
  }
  return bySite;
}
