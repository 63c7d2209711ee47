import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { contentDirectories } from '../library/directories.ts';

/**
 * The folder of sites to write to. A content folder that has none of its own uses the project's;
 * writing into it would hide those, and so it first gets a copy of them.
 * @returns the folder, absolute, and a French sentence on what was copied; '' where nothing was
 */
export function ownSitesFolder(
  root: string,
  env: Record<string, string | undefined>,
): { folder: string; note: string } {
  const { people, sites } = contentDirectories(root, env);
  const folder = join(dirname(people), 'sites');
  if (folder === sites) return { folder, note: '' };
  const files = existsSync(sites) ? readdirSync(sites) : [];
  mkdirSync(folder, { recursive: true });
  for (const file of files) copyFileSync(join(sites, file), join(folder, file));
  return {
    folder,
    note: `${relative(root, folder)} n’existait pas : les ${files.length} fichiers de ${relative(root, sites)} y sont copiés.\n`,
  };
}
