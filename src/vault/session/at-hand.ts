import { sealedCache } from '../client/ciphertext.ts';
import { openHere } from '../client/open.ts';
import type { Opened } from '../client/opened.ts';
import { PUBLISHED_FOR } from '../client/published.ts';
import { readReadyFile } from '../client/ready-rooms.ts';
import type { Session } from '../client/store.ts';

// Files that the page itself opens without a request: the worker has fetched them, sealed, while the
// reader was reading.

/** What the host has published, and when it said so. */
let published: { build: string; at: number } | null = null;

/** The host has said what it has published. */
export function notePublished(build: string): void {
  published = { build, at: Date.now() };
}

/** Opens a file that is at hand as the host has it; `null` where none is, and the host is to be asked. */
export async function openAtHand(session: Session, path: string): Promise<Opened | null> {
  if (published === null || Date.now() - published.at > PUBLISHED_FOR) return null;
  const { build } = published;
  const file = await readReadyFile(sealedCache(session), path);
  return file?.build === build ? openHere(session, path, file.bytes) : null;
}
