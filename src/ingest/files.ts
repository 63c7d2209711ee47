import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isPictureName } from '../minutes/pictures.ts';
import { ImportError } from './errors.ts';
import type { SourceFile } from './formats/index.ts';
import { mergeMinutes, sameMinutes } from './merge.ts';

const LARGEST = 60 * 1024 * 1024;

/**
 * Reads a file to import from disk.
 * @throws {ImportError} when it is missing, a folder, unreadable or larger than 60 MB.
 */
export async function readSource(path: string): Promise<SourceFile> {
  const name = basename(path);
  const bytes = await readFile(path).catch((cause: unknown) => {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    throw new ImportError(
      code === 'ENOENT'
        ? `Le fichier « ${path} » n’existe pas.`
        : `Le fichier « ${path} » ne se lit pas (${code}).`,
      'Vérifiez son chemin et vos droits, puis recommencez.',
    );
  });
  if (bytes.length > LARGEST) {
    throw new ImportError(`« ${name} » dépasse 60 Mo.`, 'Allégez ses images, puis recommencez.');
  }
  return { name, bytes: new Uint8Array(bytes) };
}

/**
 * What became of a file to write: `updated` follows a changed source, `corrected` keeps a person's corrections of the same reading,
 * `merged` joins them with a new one, `conflict` shows both where they contradict each other, and
 * `kept` is a file of unknown origin that is left alone.
 */
export type Written =
  'created' | 'unchanged' | 'updated' | 'replaced' | 'corrected' | 'merged' | 'conflict' | 'kept';

/** Folder beside the CRs that holds what the importer last wrote of each: the base of merges. */
const IMPORTED = '.imported';

/**
 * Writes a CR's MDX file, atomically. Corrections survive: a file that a person changed is merged
 * with the new reading against what the importer wrote last, unless `replace` is set.
 */
export async function writeMinutes(
  folder: string,
  id: string,
  mdx: string,
  replace: boolean,
  pictures: readonly PictureFile[] = [],
): Promise<{ path: string; written: Written; conflicts: number }> {
  const path = join(folder, `${id}.mdx`);
  const basePath = join(folder, IMPORTED, `${id}.mdx`);
  const [before, base] = [await readIfThere(path), await readIfThere(basePath)];
  const { written, text, conflicts } = decide(before, base, mdx, replace);
  const shown = text ?? before ?? '';
  // Pictures first: after a stop between the two, none that the text names is missing.
  if (written !== 'kept') await writePictures(join(folder, id), pictures, shown);
  if (text !== null) {
    // The base last: after a stop between the two, the next import finds the same changes on both
    // sides and merges them into themselves. The other way round, it would take the old file for a
    // person's correction of the new one.
    await writeAtomically(path, text);
    await writeAtomically(basePath, mdx);
  }
  if (text !== null && base !== null) await removePictures(join(folder, id), base, shown);
  return { path, written, conflicts };
}

/** A picture to write beside a CR. */
export interface PictureFile {
  file: string;
  bytes: Uint8Array;
}

/** The pictures that an MDX text names. */
const namedIn = (mdx: string): Set<string> =>
  new Set([...mdx.matchAll(/<Picture\b[^>]*?\sfile="([^"]+)"/g)].map(([, file]) => file ?? ''));

async function writePictures(
  folder: string,
  pictures: readonly PictureFile[],
  mdx: string,
): Promise<void> {
  const named = namedIn(mdx);
  for (const { file, bytes } of pictures) {
    const path = join(folder, file);
    if (!named.has(file)) continue;
    const there = await readFile(path).catch(() => null);
    if (there?.equals(bytes) !== true) await writeAtomically(path, bytes);
  }
}

/** Removes pictures that the last import named and the text no longer does; never a person's. */
async function removePictures(folder: string, base: string, mdx: string): Promise<void> {
  const named = namedIn(mdx);
  for (const file of namedIn(base))
    if (!named.has(file) && isPictureName(file)) await rm(join(folder, file), { force: true });
}

function decide(
  before: string | null,
  base: string | null,
  mdx: string,
  replace: boolean,
): { written: Written; text: string | null; conflicts: number } {
  const outcome = (written: Written, text: string | null, conflicts = 0) => ({
    written,
    text,
    conflicts,
  });
  if (before === null) return outcome('created', mdx);
  if (sameMinutes(before, mdx)) return outcome('unchanged', base === null ? before : null);
  if (replace) return outcome('replaced', mdx);
  if (base === null) return outcome('kept', null);
  if (sameMinutes(base, mdx)) return outcome('corrected', null);
  if (sameMinutes(before, base)) return outcome('updated', mdx);
  const merged = mergeMinutes(before, base, mdx);
  return outcome(merged.conflicts > 0 ? 'conflict' : 'merged', merged.text, merged.conflicts);
}

async function readIfThere(path: string): Promise<string | null> {
  return await readFile(path, 'utf8').catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  });
}

/** Leaves the old file or the new one, whenever it is stopped. */
export async function writeAtomically(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${String(process.pid)}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}
