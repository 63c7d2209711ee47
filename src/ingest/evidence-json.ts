import type { Evidence } from './recognise/finding.ts';
import { evidence } from './recognise/finding.ts';
import type { Reading } from './recognise/index.ts';

/** Where one value of the JSON was read: 1-based line and column of its block, and its sentence. */
export interface EvidenceJson {
  line: number;
  column: number;
  sentence: string;
}

/**
 * The evidence of every value that a reading found, by its JSON Pointer (RFC 6901) in the importer's
 * JSON: `/inclusions`, `/participants/3`, `/siteUpdates/2/followed`.
 */
export function evidenceByPointer(reading: Reading): Record<string, EvidenceJson> {
  const found: Record<string, EvidenceJson> = {};
  const add = (pointer: string, read: Evidence | null): void => {
    if (read === null) return;
    found[pointer] = { ...read.place, sentence: read.sentence };
  };
  const addAll = (field: string, all: readonly Evidence[]): void => {
    all.forEach((read, index) => {
      add(`/${field}/${String(index)}`, read);
    });
  };
  const at = (index: number, offset = 0): Evidence | null => {
    const block = reading.blocks[index];
    return block === undefined ? null : evidence(block, offset);
  };
  const { head } = reading;
  add('/number', head.number);
  add('/date', head.date);
  if (head.hours !== null) add('/start', head.hours);
  if (head.hours?.value.end != null) add('/end', head.hours);
  add('/inclusions', reading.national);
  for (const field of [
    'next',
    'participants',
    'excused',
    'agenda',
    'highlights',
    'webinars',
    'links',
    'emails',
  ] as const)
    addAll(field, reading[field]);
  let update = 0;
  for (const entry of reading.news.filter(({ text }) => text !== '')) {
    entry.sites.forEach(() => {
      const pointer = `/siteUpdates/${String(update)}`;
      add(pointer, at(entry.from));
      for (const [name, figure] of Object.entries(entry.figures)) add(`${pointer}/${name}`, figure);
      update += 1;
    });
  }
  reading.questions.forEach((entry, index) => {
    add(`/questions/${String(index)}`, at(entry.from, entry.start));
  });
  reading.trainings.forEach((entry, index) => {
    add(`/trainings/${String(index)}`, at(entry.index, entry.label));
  });
  return found;
}
