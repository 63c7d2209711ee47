import {
  readDistManifest,
  readRoomIndex,
  readSealed,
  unlockRoom,
} from '../../src/vault/command/sealed-dist.ts';
import { readDist } from './dist-files.ts';
import type { TestPortal } from './portal.ts';

/** The portal as its readers see it: public files, and what the passphrase opens in their place. */
export async function readableSite({ dist, passphrase }: TestPortal): Promise<Map<string, Buffer>> {
  const site = new Map(readDist(dist).map(({ path, bytes }) => [`/${path}`, bytes]));
  for (const item of readDistManifest(dist).rooms) {
    const room = await unlockRoom(dist, item, passphrase);
    if (room === null) continue;
    for (const { path } of await readRoomIndex(room)) {
      const parts: Uint8Array[] = [];
      for await (const part of readSealed(room, path)) parts.push(part);
      site.set(path, Buffer.concat(parts));
    }
  }
  return site;
}

/** The HTML pages of a site by path, as text. */
export function pagesOf(site: ReadonlyMap<string, Buffer>): [string, string][] {
  return [...site]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, bytes]) => [path, bytes.toString('utf8')]);
}
