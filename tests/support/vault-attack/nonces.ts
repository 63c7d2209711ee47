import { createHash } from 'node:crypto';
import { toBase64url, utf8 } from '../../../src/vault/format/bytes.ts';
import { nonceOf } from '../../../src/vault/format/sealed.ts';
import { sealRoom } from '../../../src/vault/seal/seal-room.ts';
import { isInMemory, type SiteFile } from '../../../src/vault/seal/site-file.ts';
import { seeded } from '../ingest/random.ts';
import { CHEAP, epochOf, noise } from '../../unit/vault/room.fixture.ts';

/** How nonces were used over several builds. */
export interface NonceUse {
  /** Sealed files, of all builds. */
  sealed: number;
  /** Distinct pairs of key and nonce. */
  nonces: number;
  /** Addresses of two files sealed under one key with one nonce that are not the same bytes. */
  repeated: string[];
}

/**
 * Seals a large room again and again: many files hold the same text at different paths, some change
 * from one build to the next and some change back, one is in chunks that are alike. Equal nonces are
 * right for equal bytes alone.
 */
export async function nonceUse(files: number, builds: number, seed: number): Promise<NonceUse> {
  const room = { name: 'coordination', prefix: '/cdp/', label: 'la communauté' };
  const passphrases = ['sable', 'renard'].map((passphrase) => ({
    room: room.name,
    label: passphrase,
    passphrase,
  }));
  const seen = new Map<string, string>();
  const use: NonceUse = { sealed: 0, nonces: 0, repeated: [] };
  const random = seeded(seed);
  for (let build = 0; build < builds; build += 1) {
    const site = siteOf(files, () => random.below(3));
    // The last build is a new epoch: the same content under another key.
    const byte = build === builds - 1 ? 9 : 7;
    const secrets = { epoch: epochOf(byte, byte), passphrases };
    const { sealed, manifest } = await sealRoom(room, secrets, site, { kdf: CHEAP });
    for (const file of sealed.filter(isInMemory)) {
      const bytes = new Uint8Array(file.bytes);
      note(`${byte} ${toBase64url(nonceOf(bytes))}`, file.path, bytes);
    }
    // Slots are sealed under a key of their passphrase and salt.
    for (const slot of manifest.slots)
      note(`${byte} slot ${slot.slice(0, 16)}`, 'slot', utf8(slot));
  }
  use.nonces = seen.size;
  return use;

  /** Content and chunk keys are not told apart: under both together no nonce may repeat, either. */
  function note(nonce: string, path: string, bytes: Uint8Array): void {
    const hash = createHash('sha256').update(path).update('\0').update(bytes).digest('base64');
    const before = seen.get(nonce);
    if (before !== undefined && before !== hash) use.repeated.push(path);
    seen.set(nonce, hash);
    use.sealed += 1;
  }
}

/** @param version gives what stands in a file of this build */
function siteOf(files: number, version: () => number): SiteFile[] {
  const site: SiteFile[] = Array.from({ length: files }, (_, at) => ({
    path: `/cdp/${at}.txt`,
    // A third is the same everywhere; the others have few texts among them, one of them empty.
    bytes: utf8(at % 3 === 0 ? 'le même texte' : 'ligne\n'.repeat((at % 5) * version())),
  }));
  site.push({ path: '/cdp/zeros.pdf', bytes: new Uint8Array(2_300_000) });
  site.push({ path: '/cdp/noise.pdf', bytes: noise(2_300_000, 1 + version()) });
  return site;
}
