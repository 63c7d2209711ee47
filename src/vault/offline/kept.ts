import { markOf } from '../format/sealed.ts';
import type { PlannedFile } from './plan.ts';

/** The files of a plan that a cache lacks, or has in another version. */
export async function missingIn(
  cache: Cache,
  files: readonly PlannedFile[],
): Promise<PlannedFile[]> {
  const missing: PlannedFile[] = [];
  for (const file of files) {
    const copy = await cache.match(file.address);
    const isRight =
      copy !== undefined &&
      (file.isFixed || markOf(new Uint8Array(await copy.arrayBuffer())) === file.mark);
    if (!isRight) missing.push(file);
  }
  return missing;
}

/** Removes what is no part of a plan any more. `isOurs`: which entries the plan speaks for. */
export async function dropOthers(
  cache: Cache,
  files: readonly PlannedFile[],
  isOurs: (pathname: string) => boolean = () => true,
): Promise<void> {
  const wanted = new Set(files.map(({ address }) => new URL(address, location.href).href));
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!wanted.has(request.url) && isOurs(pathname)) await cache.delete(request);
  }
}
