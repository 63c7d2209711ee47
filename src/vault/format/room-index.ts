import { fromBase64url } from './bytes.ts';
import { VaultError } from './errors.ts';
import { SEALED_OVERHEAD } from './sealed.ts';

/** Path of the sealed list of a room's files: JSON, {@link IndexEntry}s sorted by path. */
export const INDEX_PATH = '/_vault/index.json';

/** A sealed file in the list of its room. */
export interface IndexEntry {
  path: string;
  /** Bytes of the file. */
  size: number;
  /** Bytes to fetch for it, chunks included. */
  sealed: number;
  /**
   * The nonce of the sealed file at the path's own name (base64url): a MAC of the content, so that an
   * unchanged file is known without fetching it.
   */
  mark: string;
  /** Where its content stands in chunks: their id (base64url) and how many they are. */
  chunks?: { id: string; count: number };
}

/**
 * Reads the list of a room's files.
 * @param bytes as opened from the sealed file of {@link INDEX_PATH}
 * @throws {VaultError} `bad-manifest` where it is no such list.
 */
export function readIndex(bytes: Uint8Array): IndexEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    value = null; // refused below
  }
  if (!Array.isArray(value) || !value.every(isEntry)) {
    throw new VaultError('bad-manifest', `${INDEX_PATH} is no list of files.`);
  }
  return value;
}

function isEntry(value: unknown): value is IndexEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { path, size, sealed, mark, chunks } = value as Record<string, unknown>;
  const isPath = typeof path === 'string' && path.startsWith('/');
  const areSizes = isCount(size) && isCount(sealed);
  return (
    isPath && areSizes && isBytes(mark, 12) && (chunks === undefined || isChunks(chunks, sealed))
  );
}

/** A chunk is no smaller than what sealing adds: else their number would be without bounds. */
function isChunks(value: unknown, sealed: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { id, count } = value as Record<string, unknown>;
  return isBytes(id, 16) && isCount(count) && count > 0 && count * SEALED_OVERHEAD < sealed;
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

const isBytes = (value: unknown, length: number): boolean =>
  typeof value === 'string' && fromBase64url(value)?.length === length;
