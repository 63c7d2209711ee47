import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { SiteFile } from '../vault/seal/seal-room.ts';

/** Every file of a folder, its path as on the portal (`/cdp/index.html`), sorted; none where it is not there. */
export function readSiteFiles(folder: string): SiteFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: `/${relative(folder, file).split(sep).join('/')}`,
      bytes: readFileSync(file),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Writes files into a folder that is empty or not there yet. */
export function writeSiteFiles(folder: string, files: readonly SiteFile[]): void {
  for (const { path, bytes } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes, { flag: 'wx' });
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
