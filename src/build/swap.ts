import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MANIFEST_PATH } from '../vault/format/manifest.ts';
import { writeSiteFiles } from './site-files.ts';
import type { SiteFile, StoredFile } from '../vault/seal/site-file.ts';

/**
 * Refuses a folder that holds something else than a built portal.
 * @throws {Error} naming the folder and what to do.
 */
export function checkOutput(out: string): void {
  if (existsSync(out) && !statSync(out).isDirectory()) {
    throw new Error(`${out} is a file: name a folder in PORTAL_OUT.`);
  }
  if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, MANIFEST_PATH)))
    return;
  throw new Error(
    `${out} is not empty and holds no built portal: it would be deleted. Empty it, or name another folder in PORTAL_OUT.`,
  );
}

/**
 * Publishes files as a folder: written beside it first, and the old one is put back when the new one
 * cannot take its place.
 */
export function replaceOutput(out: string, files: readonly (SiteFile | StoredFile)[]): void {
  const fresh = `${out}.new-${String(process.pid)}`;
  const old = `${out}.old-${String(process.pid)}`;
  mkdirSync(dirname(out), { recursive: true });
  // Left by a build of the same process number that was killed.
  rmSync(fresh, { recursive: true, force: true });
  try {
    writeSiteFiles(fresh, files);
    if (existsSync(out)) renameSync(out, old);
    renameSync(fresh, out);
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true });
    if (existsSync(old) && !existsSync(out)) renameSync(old, out);
    throw cause;
  }
  rmSync(old, { recursive: true, force: true });
}
