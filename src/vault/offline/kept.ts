import { toBase64url } from '../format/bytes.ts';
import type { PlannedFile } from './plan.ts';

/** Where the nonce stands in a sealed file: after magic and version; see `format/sealed.ts`. */
const NONCE = { start: 5, end: 17 };

/** The files of a plan that a cache lacks, or has in another version. */
export async function missingIn(
  cache: Cache,
  files: readonly PlannedFile[],
): Promise<PlannedFile[]> {
  const missing: PlannedFile[] = [];
  for (const file of files) {
    const copy = await cache.match(file.address);
    const isRight = copy !== undefined && (file.isFixed || (await markOf(copy)) === file.mark);
    if (!isRight) missing.push(file);
  }
  return missing;
}

/** The nonce of a sealed file: a MAC of its content, so that it tells versions apart. */
async function markOf(copy: Response): Promise<string> {
  const bytes = await copy.arrayBuffer();
  return toBase64url(new Uint8Array(bytes).subarray(NONCE.start, NONCE.end));
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
