import { merge } from 'node-diff3';

/** A three-way merge of a CR's MDX file. */
export interface Merged {
  text: string;
  /** Places that both a person and the new import changed, differently; marked in the text. */
  conflicts: number;
}

const MARKS = { a: 'version corrigée', o: 'import précédent', b: 'nouvel import' };
const MOMENT = /^( {2}importedAt: ).*$/m;

/**
 * Brings what a person corrected and what a new import reads together, line by line, against what
 * the importer last wrote. Where both changed one place, both stand in the file between `<<<<<<<`
 * and `>>>>>>>`: nothing is chosen, and the portal does not build until somebody does.
 * @param corrected the file as it is
 * @param imported what the importer wrote last time
 * @param fresh what it reads now
 */
export function mergeMinutes(corrected: string, imported: string, fresh: string): Merged {
  // The moment of the import differs each time: it is the new one's, and never a conflict.
  const moment = MOMENT.exec(fresh)?.[0] ?? '';
  const [mine, base, theirs] = [corrected, imported, fresh].map((text) =>
    text.replace(MOMENT, moment).split('\n'),
  );
  const { result } = merge(mine ?? [], base ?? [], theirs ?? [], {
    excludeFalseConflicts: true,
    label: MARKS,
  });
  const conflicts = result.filter((line) => line.startsWith('<<<<<<<')).length;
  return { text: result.join('\n'), conflicts };
}

/** Whether two MDX files say the same, the moment of the import aside. */
export function sameMinutes(one: string, other: string): boolean {
  return one.replace(MOMENT, '') === other.replace(MOMENT, '');
}
