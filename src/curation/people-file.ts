import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { contentDirectories } from '../library/directories.ts';
import { parsePeople } from '../library/people.ts';
import { replaceFile } from '../library/replace-file.ts';
import { ContentError } from '../minutes/errors.ts';
import type { PersonEntry } from '../minutes/people.ts';
import { CurationError } from './errors.ts';
import { withEntries } from './people-document.ts';

/**
 * Writes the entries into `content/people.yaml` (or its like under PORTAL_CONTENT), atomically, its
 * comments kept.
 * @returns the file's path, relative to `root`
 * @throws {CurationError} when the file is laid out in a way that cannot be kept; it stays as it is.
 */
export function writePeople(
  root: string,
  env: Record<string, string | undefined>,
  entries: readonly PersonEntry[],
): string {
  const path = contentDirectories(root, env).people;
  const shown = relative(root, path);
  const text = withEntries(existsSync(path) ? readFileSync(path, 'utf8') : '', entries);
  if (!holds({ path: shown, text }, entries)) {
    throw new CurationError(
      `${shown} est mis en forme autrement que cette commande ne sait l’écrire : rien n’a changé.`,
      'Commencez chaque personne par « - name: » en début de ligne, ou complétez le fichier à la main.',
    );
  }
  replaceFile(path, text);
  return shown;
}

/** Whether the text reads back as the entries, no more and no less. */
function holds(file: { path: string; text: string }, entries: readonly PersonEntry[]): boolean {
  try {
    return isDeepStrictEqual(byName(parsePeople(file).entries), byName(entries));
  } catch (cause) {
    if (cause instanceof ContentError) return false;
    throw cause;
  }
}

function byName(entries: readonly PersonEntry[]): PersonEntry[] {
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
