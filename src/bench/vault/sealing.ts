import { gzipSync } from 'node:zlib';
import { type SealedSite, sealSite } from '../../vault/seal/seal-site.ts';
import type { Figure } from '../figure.ts';
import { median, timeOnCpu } from '../measure.ts';
import { benchKeys, benchPages, benchSettings, ROOM } from './site.ts';

const ROUNDS = 3;

/** What sealing costs a page, and what a sealed page weighs. Nothing is read or written. */
export async function* sealingFigures(): AsyncGenerator<Figure> {
  const [pages, keys, settings] = [benchPages(), benchKeys(), await benchSettings()];
  const all: number[] = [];
  const one: number[] = [];
  let sealed: SealedSite | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    all.push(await timeOnCpu(async () => (sealed = await sealSite(pages, keys, settings))));
    // The keys of passphrases and the gate are made once, however many pages there are.
    one.push(await timeOnCpu(() => sealSite(pages.slice(0, 1), keys, settings)));
  }
  const cost = (median(all) - median(one)) / (pages.length - 1);
  yield { name: 'sealing a page of 8 kB, processor time', value: cost, unit: 'ms', most: 1 };

  const published = sealed?.published ?? [];
  const blobs = published.filter(({ path }) => path.startsWith(`/_vault/${ROOM.name}/`));
  // The list of the room's files is no page: the largest but for few pages.
  const sizes = blobs.map(({ bytes }) => bytes.length).sort((a, b) => a - b);
  const wire = sizes.slice(0, pages.length).reduce((sum, size) => sum + size, 0);
  const plain = pages.reduce((sum, { bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0);
  yield { name: 'sealed page', value: wire / pages.length, unit: 'B', most: null };
  yield { name: 'plain page, gzipped', value: plain / pages.length, unit: 'B', most: null };
  yield { name: 'sealed ÷ gzipped plain page, bytes', value: wire / plain, unit: '×', most: 1.15 };

  const bytesAt = (path: string): Uint8Array =>
    published.find((file) => file.path === path)?.bytes ?? new Uint8Array();
  const gate = bytesAt('/_vault/gate.html').length;
  yield { name: 'gate page', value: gate, unit: 'B', most: 3000 };
  const scripts = ['check', 'gate', 'unlock'].map((name) => bytesAt(`/_vault/${name}.js`));
  const packed = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
  yield { name: 'its scripts with Argon2id, gzipped', value: packed, unit: 'B', most: 25_000 };
}
