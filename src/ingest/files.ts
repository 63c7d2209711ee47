import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ImportError } from './errors.ts';
import type { SourceFile } from './formats/index.ts';

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

/** What became of a file to write. */
export type Written = 'created' | 'unchanged' | 'replaced' | 'kept';

/**
 * Writes a CR's MDX file, atomically. A file that is there and says something else is kept, as
 * somebody may have corrected it, unless `replace` is set.
 */
export async function writeMinutes(
  folder: string,
  id: string,
  mdx: string,
  replace: boolean,
): Promise<{ path: string; written: Written }> {
  const path = join(folder, `${id}.mdx`);
  const before = await readFile(path, 'utf8').catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  });
  if (before !== null && withoutMoment(before) === withoutMoment(mdx))
    return { path, written: 'unchanged' };
  if (before !== null && !replace) return { path, written: 'kept' };
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${String(process.pid)}.tmp`;
  try {
    await writeFile(draft, mdx, { flag: 'wx' });
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
  return { path, written: before === null ? 'created' : 'replaced' };
}

const withoutMoment = (mdx: string): string => mdx.replace(/^ {2}importedAt: .*$/m, '');
