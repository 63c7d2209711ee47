import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isStored, type SiteFile, type StoredFile } from '../vault/seal/site-file.ts';

/** Every file of a folder, its path as on the portal (`/cdp/index.html`), sorted; none where it is not there. */
export function readSiteFiles(folder: string): SiteFile[] {
  return listFiles(folder).map((file) => ({
    path: file.path,
    bytes: readFileSync(file.stored),
  }));
}

/**
 * Every file of a folder as {@link readSiteFiles} gives it, but for those that are to stay on the disk.
 * @param isLarge decides by path on the portal and size
 */
export function readOrList(
  folder: string,
  isLarge: (path: string, size: number) => boolean,
): (SiteFile | StoredFile)[] {
  return listFiles(folder).map(({ path, stored }) => {
    const { size } = statSync(stored);
    return isLarge(path, size) ? { path, stored, size } : { path, bytes: readFileSync(stored) };
  });
}

function listFiles(folder: string): { path: string; stored: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((stored) => ({ path: `/${relative(folder, stored).split(sep).join('/')}`, stored }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Writes files into a folder that is empty or not there yet. */
export function writeSiteFiles(folder: string, files: readonly (SiteFile | StoredFile)[]): void {
  for (const file of files) {
    const target = join(folder, file.path);
    mkdirSync(dirname(target), { recursive: true });
    if (isStored(file)) copyFileSync(file.stored, target, constants.COPYFILE_EXCL);
    else writeFileSync(target, file.bytes, { flag: 'wx' });
  }
}

/** Texts of the source files under some paths of the project, read whole. */
export function readTexts(root: string, paths: readonly string[]): string[] {
  const isText = (name: string): boolean =>
    /\.(?:ts|astro|css|svg|ya?ml|md|mjs|html|txt)$/.test(name);
  return paths.flatMap((path) => {
    if (isText(path)) return [readFileSync(join(root, path), 'utf8')];
    return readSiteFiles(join(root, path))
      .filter((file) => isText(file.path))
      .map((file) => new TextDecoder().decode(file.bytes));
  });
}
