import type { Page } from 'playwright-core';
import type { Figure } from '../figure.ts';
import { inTurns, type Measured, pairOf } from '../measure.ts';
import { navigate, search } from './browse.ts';
import { pause, WARM_UP } from './pages.ts';
import { WORDS } from './text.ts';

const ROUNDS = 24;

interface SearchTimes {
  cold: number;
  warm: number;
}

/** The first search after the page has loaded, and a second one for another word. */
export function searches(tab: Page, origin: string): Measured<SearchTimes> {
  let round = 0;
  return async () => {
    await navigate(tab, `${origin}/cdp/recherche/`);
    await pause();
    const term = (place: number): string => WORDS[(round * 9 + place) % WORDS.length] ?? '';
    const times = { cold: await search(tab, term(20)), warm: await search(tab, term(24)) };
    round += 1;
    return times;
  };
}

/** What searches take on each side, by its name, against the plain one, which is among them. */
export async function* searchFigures(
  sides: Readonly<Record<string, Measured<SearchTimes>>>,
): AsyncGenerator<Figure> {
  const names = Object.keys(sides);
  const actions = Object.values(sides);
  await inTurns(actions, WARM_UP);
  const rows = await inTurns(actions, ROUNDS);
  for (const [kind, most] of [
    ['cold', 1.25],
    ['warm', 1.1],
  ] as const) {
    const times = rows.map((row) => row.map((search) => search[kind]));
    for (const name of names) {
      const { subject, ratio } = pairOf(times, names.indexOf(name), names.indexOf('plain'));
      yield { name: `${name} search, ${kind}`, value: subject, unit: 'ms', most: null };
      if (name === 'plain') continue;
      yield { name: `${name} ÷ plain search, ${kind}`, value: ratio, unit: '×', most };
    }
  }
}
