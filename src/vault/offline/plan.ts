import { addressOf } from '../client/open.ts';
import type { Session } from '../client/store.ts';
import { fromBase64url } from '../format/bytes.ts';
import { chunkName } from '../format/chunked.ts';
import { INDEX_PATH, type IndexEntry } from '../format/room-index.ts';
import { blobName } from '../format/room-keys.ts';

/** A file to keep. */
export interface PlannedFile {
  address: string;
  /** Bytes to fetch, as far as they are known. */
  bytes: number;
  /** A copy that is there is right: the address changes with the content. */
  isFixed: boolean;
  /** Where the address stays: names the content of a sealed file, see {@link IndexEntry}. */
  mark?: string;
}

/** A public file, as `_vault/shell.json` lists it. */
export interface ShellFile {
  path: string;
  size: number;
}

/** Every sealed file of a room. What other files lead to comes last: an update stays whole till then. */
export async function planRoom(
  base: string,
  session: Session,
  index: readonly IndexEntry[],
): Promise<PlannedFile[]> {
  const { room, keys } = session;
  const files: PlannedFile[] = [];
  const leading: PlannedFile[] = [];
  for (const entry of index) {
    const { path, sealed, mark, chunks } = entry;
    const list = path.endsWith('/pagefind-entry.json') ? leading : files;
    const id = chunks === undefined ? null : fromBase64url(chunks.id);
    const count = chunks?.count ?? 0;
    for (let at = 0; id !== null && at < count; at += 1) {
      const address = addressOf(base, room, await chunkName(keys, path, id, at));
      list.push({ address, bytes: Math.floor(sealed / count), isFixed: true });
    }
    const address = addressOf(base, room, await blobName(keys, path));
    const bytes = count === 0 ? sealed : sealed % count;
    list.push({ address, bytes, isFixed: false, mark });
  }
  const address = addressOf(base, room, await blobName(keys, INDEX_PATH));
  return [...files, ...leading, { address, bytes: 0, isFixed: false }];
}

/** The public files that pages and gate are made of, at the addresses they are asked for. */
export function planShell(base: string, shell: readonly ShellFile[]): PlannedFile[] {
  return shell.map(({ path, size }) => ({
    address: base + path.slice(1).replace(/(^|\/)index\.html$/, '$1'),
    bytes: size,
    isFixed: path.startsWith('/_astro/') || path.includes('?v='),
  }));
}

/** Sum of what is to be fetched. */
export function sizeOfPlan(files: readonly PlannedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** `3,4 Mo`, with a no-break space. */
export function sizeInWords(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'ko'] : [bytes / 1e6, 'Mo'];
  const digits = unit === 'ko' || value >= 10 ? 0 : 1;
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: digits })}\u00a0${unit}`;
}
