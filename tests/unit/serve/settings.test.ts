import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_KEYS, demoPassphrases } from '../../../src/serve/demo-passphrase.ts';
import { parsePort } from '../../../src/serve/listen.ts';

describe('parsePort', () => {
  it.each([
    [undefined, 4321],
    ['', 4321],
    ['0', 0],
    ['8080', 8080],
  ])('reads %j as %i', (text, port) => {
    expect(parsePort(text, 4321)).toBe(port);
  });

  it.each(['web', '-1', '65536', '80.5', '1e3', '0x50'])('refuses %s by name', (text) => {
    expect(() => parsePort(text, 4321)).toThrow(`PORT=${text}`);
  });
});

describe('demoPassphrases', () => {
  let root: string;
  const demo = '# made by the build\n- {room: maison, label: démonstration, passphrase: la-mer}\n';
  const sealed = '- {room: maison, epoch: 1, salt: AAAA, key: BBBB}\n';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'portal-demo-'));
    mkdirSync(join(root, '.portal'));
    writeFileSync(join(root, DEMO_KEYS), demo + sealed);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('reads the passphrase and leaves the keys', () => {
    const entries = demoPassphrases(root, {});
    expect(entries.map(({ room, passphrase }) => [room, passphrase])).toEqual([
      ['maison', 'la-mer'],
    ]);
  });

  it('says nothing where keys are configured by the environment', () => {
    expect(demoPassphrases(root, { PORTAL_KEYS: 'elsewhere.yaml' })).toEqual([]);
  });

  it('says nothing where keys are configured by file', () => {
    writeFileSync(join(root, 'keys.yaml'), demo);
    expect(demoPassphrases(root, {})).toEqual([]);
  });

  it('says nothing before the first build', () => {
    rmSync(join(root, '.portal'), { recursive: true });
    expect(demoPassphrases(root, {})).toEqual([]);
  });
});
