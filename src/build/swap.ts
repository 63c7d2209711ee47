import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MANIFEST_PATH } from '../vault/format/manifest.ts';
import { writeSiteFiles } from './site-files.ts';
import type { SiteFile } from '../vault/seal/seal-room.ts';

/**
 * Refuses a folder that holds something else than a built portal.
 * @throws {Error} naming the folder and what to do.
 */
export function checkOutput(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, MANIFEST_PATH)))
    return;
  throw new Error(
    `${out} is not empty and holds no built portal: it would be deleted. Empty it, or name another folder in PORTAL_OUT.`,
  );
}

/** Publishes files as a folder: written beside it first, so that a failure leaves the old one. */
export function replaceOutput(out: string, files: readonly SiteFile[]): void {
  const fresh = `${out}.new-${String(process.pid)}`;
  const old = `${out}.old-${String(process.pid)}`;
  mkdirSync(dirname(out), { recursive: true });
  try {
    writeSiteFiles(fresh, files);
    if (existsSync(out)) renameSync(out, old);
    renameSync(fresh, out);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}
