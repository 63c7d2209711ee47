import type { Asked } from '../words.ts';

/** What a hit that was opened tells the page it leads to. */
export interface Arrival {
  /** Path and anchor of the section. */
  to: string;
  /** Words to mark there. */
  asked: Asked[];
}

const KEY = 'portal-left-arrival';

/** Notes for the page that opens next in this tab; where the browser keeps nothing, nothing is marked. */
export function noteArrival(arrival: Arrival): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(arrival));
  } catch {
    // The page opens at its section all the same.
  }
}

/** Takes the note that was made for this address, if any. */
export function takeArrival(address: string): Arrival | null {
  try {
    const noted = sessionStorage.getItem(KEY);
    if (noted === null) return null;
    const arrival = JSON.parse(noted) as Arrival;
    if (arrival.to !== address) return null;
    sessionStorage.removeItem(KEY);
    return arrival;
  } catch {
    return null; // nothing can have been noted
  }
}
