import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Outcome } from './context.ts';
import { readDistManifest } from './sealed-dist.ts';

/** Files and bytes of one kind of change. */
export interface Tally {
  files: number;
  bytes: number;
}

/** What changes between two built portals; bytes are those of the new one (of the old where removed). */
export interface Difference {
  added: Tally;
  changed: Tally;
  removed: Tally;
  unchanged: Tally;
}

/** Compares two built portals: what a host has to be sent. */
export function diff(before: string, after: string): Outcome {
  const [old, fresh] = [resolve(before), resolve(after)];
  for (const folder of [old, fresh]) readDistManifest(folder);
  const isSealed = (path: string): boolean => /^_vault\/[^/]+\//.test(path);
  const sealed = compare(old, fresh, isSealed);
  const open = compare(old, fresh, (path) => !isSealed(path));
  const upload = [sealed, open].flatMap(({ added, changed }) => [added, changed]);
  return {
    ok: true,
    lines: [
      '              ajoutés             changés             retirés           inchangés',
      row('scellés', sealed),
      row('publics', open),
      `À téléverser : ${sum(upload, 'files')} fichiers, ${count(sum(upload, 'bytes'))} octets`,
    ],
  };
}

/** Compares the files of two folders that a condition on their paths picks. */
export function compare(
  before: string,
  after: string,
  isWanted: (path: string) => boolean,
): Difference {
  const old = filesOf(before).filter(isWanted);
  const fresh = filesOf(after).filter(isWanted);
  const known = new Set(old);
  const kept = fresh.filter((path) => known.has(path));
  const isEqual = (path: string): boolean => {
    const [a, b] = [join(before, path), join(after, path)];
    return statSync(a).size === statSync(b).size && readFileSync(a).equals(readFileSync(b));
  };
  const equal = new Set(kept.filter(isEqual));
  const present = new Set(fresh);
  return {
    added: tally(
      after,
      fresh.filter((path) => !known.has(path)),
    ),
    changed: tally(
      after,
      kept.filter((path) => !equal.has(path)),
    ),
    removed: tally(
      before,
      old.filter((path) => !present.has(path)),
    ),
    unchanged: tally(after, [...equal]),
  };
}

/** Paths of the files of a folder, with `/`, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function tally(folder: string, paths: readonly string[]): Tally {
  const bytes = paths.reduce((total, path) => total + statSync(join(folder, path)).size, 0);
  return { files: paths.length, bytes };
}

const sum = (tallies: readonly Tally[], key: keyof Tally): number =>
  tallies.reduce((total, each) => total + each[key], 0);
const count = (value: number): string => value.toLocaleString('fr-FR');

function row(label: string, { added, changed, removed, unchanged }: Difference): string {
  const cell = ({ files, bytes }: Tally): string =>
    `${count(files)} (${count(bytes)} o)`.padStart(20);
  return label.padEnd(8) + [added, changed, removed, unchanged].map(cell).join('');
}
