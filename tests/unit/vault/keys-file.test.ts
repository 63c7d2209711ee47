import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKeyring } from '../../../src/vault/keys/keys-file.ts';
import { PASSPHRASE_BITS } from '../../../src/vault/keys/passphrase.ts';
import { WORDS } from '../../../src/vault/keys/words.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});
const write = (text: string): string => {
  const file = join(root, 'keys.yaml');
  writeFileSync(file, text);
  return file;
};
const read = (env: NodeJS.ProcessEnv = {}) => readKeyring(root, env, ['coordination']);
const GOOD = '# à nous\n- room: coordination\n  label: Épinal\n  passphrase: sable lampe tuile\n';

describe('readKeyring', () => {
  it('completes a file that has only passphrases, and keeps what is in it', () => {
    const file = write(GOOD);
    const first = read();
    expect(first.passphrases).toEqual([
      { room: 'coordination', label: 'Épinal', passphrase: 'sable lampe tuile' },
    ]);
    expect(first.epochs).toMatchObject([{ room: 'coordination', epoch: 1 }]);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('# à nous');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(read().epochs).toEqual(first.epochs);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('uses the highest epoch', () => {
    write(GOOD);
    const [first] = read().epochs;
    write(
      `${GOOD}- { room: coordination, epoch: 1, salt: ${first?.salt ?? ''}, key: ${first?.key ?? ''} }\n- { room: coordination, epoch: 2, salt: ${first?.salt ?? ''}, key: ${first?.key ?? ''} }\n`,
    );
    expect(read().epochs).toMatchObject([{ epoch: 2 }]);
  });

  it('reads the file PORTAL_KEYS names, and makes none up then', () => {
    write(GOOD);
    const other = join(root, 'secret.yaml');
    writeFileSync(other, GOOD.replace('Épinal', 'Uzès'));
    expect(read({ PORTAL_KEYS: other })).toMatchObject({
      isDemo: false,
      passphrases: [{ label: 'Uzès' }],
    });
    expect(() => read({ PORTAL_KEYS: join(root, 'absent.yaml') })).toThrow(
      /absent\.yaml: it cannot be read/,
    );
  });

  it('makes a passphrase up for this machine where none is configured, once', () => {
    const first = read();
    expect(first.isDemo).toBe(true);
    expect(first.passphrases[0]?.passphrase).toMatch(/^([a-z]+-){5}[a-z]+$/);
    expect(read()).toEqual(first);
  });

  it.each([
    ['no list', 'room: a', /it is no list/],
    ['no YAML', '- room: "a\n  passphrase: tres-secret', /line \d+ is no YAML/],
    [
      'an unknown room',
      GOOD.replace('room: coordination', 'room: tres-secret'),
      /entry 1 names no room/,
    ],
    ['an empty passphrase', GOOD.replace('sable lampe tuile', '"  "'), /empty "passphrase"/],
    ['a number', GOOD.replace('sable lampe tuile', '1234'), /no text/],
    ['no label', GOOD.replace('label', 'lable'), /unknown field "lable"/],
    ['the same label twice', GOOD + GOOD, /the label "Épinal"/],
    ['no passphrase at all', '[]', /room "coordination" has no passphrase/],
    [
      'a broken key',
      `${GOOD}- { room: coordination, epoch: 1, salt: AAAA, key: AAAA }`,
      /entry 2 has a "salt"/,
    ],
    [
      'the example as it is',
      readFileSync('keys.example.yaml', 'utf8'),
      /passphrase of the example/,
    ],
  ])('refuses %s, without repeating a passphrase', (_, text, message) => {
    write(text);
    expect(() => read()).toThrow(message);
    expect(() => read()).not.toThrow(/tres-secret|sable lampe/);
  });
});

it('makes passphrases of 54 bits from distinct plain words', () => {
  expect(PASSPHRASE_BITS).toBeGreaterThanOrEqual(54);
  expect(new Set(WORDS).size).toBe(WORDS.length);
  expect(WORDS.filter((word) => !/^[a-z]{3,}$/.test(word))).toEqual([]);
});
