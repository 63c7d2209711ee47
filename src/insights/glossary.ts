import type { Glossary, GlossaryEntry } from '../minutes/glossary.ts';
import type { Minutes } from '../minutes/minutes.ts';
import { chronological, type MinutesRef, refOf } from './order.ts';

/** A term and where CRs use it. */
export interface TermUses {
  entry: GlossaryEntry;
  /** The oldest place; `null` where no CR uses it. */
  first: { ref: MinutesRef; anchor: string | null } | null;
  /** How many CRs use it. */
  minutes: number;
}

/** Where each term of the glossary is used, in its order; closing lines of CRs do not count. */
export function termUses(glossary: Glossary, minutes: readonly Minutes[]): TermUses[] {
  const uses = new Map<string, TermUses>(
    glossary.entries.map((entry) => [entry.term, { entry, first: null, minutes: 0 }]),
  );
  for (const one of chronological(minutes)) {
    const seen = new Set<string>();
    for (const { anchor, place, text } of one.passages) {
      if (place === 'end') continue;
      for (const { entry } of glossary.usesIn(text)) {
        const use = uses.get(entry.term);
        if (use === undefined || seen.has(entry.term)) continue;
        seen.add(entry.term);
        use.first ??= { ref: refOf(one), anchor };
        use.minutes += 1;
      }
    }
  }
  return [...uses.values()];
}
