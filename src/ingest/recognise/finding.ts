import type { Block, Place } from '../blocks/block.ts';

/** Where a value was read: the line of the source and the sentence. */
export interface Evidence {
  place: Place;
  sentence: string;
}

/** A value with the sentence it was read from. */
export interface Finding<T> extends Evidence {
  value: T;
}

/** Something the importer is not sure of. */
export interface Doubt extends Evidence {
  /** Field of the CR, as in the JSON: `next`, `siteUpdates.inclusions`. */
  field: string;
  /** French: what was read, and why it is doubtful. */
  why: string;
}

/** Parts a text into sentences, with their offsets; abbreviations and decimals do not end one. */
export function sentences(text: string): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]+[»"”)]*\s+(?=[\p{Lu}\d«"“(])/gu)) {
    const end = match.index + match[0].length;
    if (
      /(?:\b(?:M|Mme|Mmes|Dr|Pr|n|art|Art|ex|cf|p|tél|av|bd|St|Ste)|\b\p{Lu})\.\s*$/u.test(
        text.slice(start, end),
      )
    )
      continue;
    found.push({ text: text.slice(start, end).trim(), start });
    start = end;
  }
  if (start < text.length) found.push({ text: text.slice(start).trim(), start });
  return found;
}

/** Evidence for what was read at an offset of a block. */
export function evidence(block: Block, offset = 0): Evidence {
  const all = sentences(block.text);
  const at = all.findLast((sentence) => sentence.start <= offset) ?? all[0];
  return { place: block.place, sentence: at?.text ?? block.text };
}
