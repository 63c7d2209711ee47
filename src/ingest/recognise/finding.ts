import { memoised } from '../../minutes/memo.ts';
import type { Block, Place } from '../blocks/block.ts';

/** Where a value was read. */
export interface Evidence {
  /** Of the block, in the source file. */
  place: Place;
  block: Block;
  /** The sentence, and its offset in the block's text. */
  sentence: string;
  start: number;
}

/** A value with the sentence it was read from. */
export interface Finding<T> extends Evidence {
  value: T;
}

/** The values of findings, without where they were read. */
export function valuesOf<T>(findings: readonly Finding<T>[]): T[] {
  return findings.map(({ value }) => value);
}

/** Something the importer is not sure of. */
export interface Doubt extends Evidence {
  /** Field of the CR, as in the JSON: `next`, `siteUpdates.inclusions`. */
  field: string;
  /** French: what was read, and why it is doubtful. */
  why: string;
}

/** A weekday or month cut short before its number: « mer. 3/02 », « nov. 2026 ». */
const SHORTENED =
  /\b(?:lun|mar|mer|jeu|ven|vend|sam|dim|janv|f[ée]vr?|avr|juil|sept|oct|nov|d[ée]c|env)\.\s*\d$/iu;

/** Parts a text into sentences, with their offsets; abbreviations and decimals do not end one. */
export const sentences = memoised((text): readonly { text: string; start: number }[] => {
  const found: { text: string; start: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]+[»"”)]*\s+(?=[\p{Lu}\d«"“(])/gu)) {
    const end = match.index + match[0].length;
    if (
      /(?:\b(?:M|Mme|Mmes|Dr|Pr|n|art|Art|ex|cf|p|tél|av|bd|St|Ste)|\b\p{Lu})\.\s*$/u.test(
        text.slice(start, end),
      ) ||
      SHORTENED.test(text.slice(start, end) + text.charAt(end))
    )
      continue;
    found.push({ text: text.slice(start, end).trim(), start });
    start = end;
  }
  if (start < text.length) found.push({ text: text.slice(start).trim(), start });
  return found;
});

/** Evidence for what was read at an offset of a block. */
export function evidence(block: Block, offset = 0): Evidence {
  const all = sentences(block.text);
  const at = all.findLast((sentence) => sentence.start <= offset) ?? all[0];
  return at === undefined
    ? { place: block.place, block, sentence: block.text, start: 0 }
    : { place: block.place, block, sentence: at.text, start: at.start };
}

/** Evidence for what is the whole of a text that a block holds: an item of a list, a name. */
export function evidenceOf(block: Block, text: string): Evidence {
  const start = block.text.indexOf(text);
  return start < 0 ? evidence(block) : { place: block.place, block, sentence: text, start };
}

/** A block whose first `cut` characters are left out of a text. */
export interface Part {
  block: Block;
  cut: number;
}

/** The block, and the offset in its text, of an offset in the text of parts joined by one character. */
export function locate(
  parts: readonly Part[],
  offset: number,
): { block: Block; at: number } | null {
  let left = offset;
  for (const { block, cut } of parts) {
    const length = block.text.length - cut;
    if (left <= length) return { block, at: left + cut };
    left -= length + 1;
  }
  return null;
}
