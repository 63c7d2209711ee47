import { describe, expect, it } from 'vitest';
import { attack } from '../../support/vault-attack/attack.ts';
import { nonceUse } from '../../support/vault-attack/nonces.ts';

// A part of `npm run vault:attack`, the same each time: every kind of attack some times.

describe('a sealed site', () => {
  it('refuses whatever is changed, moved or forged, each with its own error', async () => {
    const { failure, runs, refused } = await attack({ runs: 300, seed: 0 });
    expect(failure).toBeNull();
    expect(runs).toBe(300);
    expect(refused.size).toBeGreaterThan(80);
    const faults = new Set([...refused.values()].flatMap((counts) => [...counts.keys()]));
    expect([...faults].sort()).toEqual([
      'bad-manifest',
      'missing',
      'stale-key',
      'tampered',
      'unknown-version',
      'wrong-passphrase',
    ]);
  });
});

it('never seals two things under one key with one nonce', async () => {
  const { sealed, nonces, repeated } = await nonceUse(60, 4, 1);
  expect(repeated).toEqual([]);
  expect(sealed).toBeGreaterThan(240);
  // Files that did not change have the same bytes, and so the same nonce.
  expect(nonces).toBeGreaterThan(100);
  expect(nonces).toBeLessThan(sealed);
});
