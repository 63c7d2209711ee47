import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readKeyring } from '../../../src/vault/keys/keys-file.ts';
import { PASSPHRASE_BITS } from '../../../src/vault/keys/passphrase.ts';
import { WORDS } from '../../../src/vault/keys/words.ts';
import { writeYaml } from '../../../src/vault/keys/yaml-file.ts';

vi.mock('../../../src/vault/keys/yaml-file.ts', { spy: true });

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
    expect(first.notices).toEqual([
      expect.stringMatching(/Clé ajoutée à .*keys\.yaml.*coordination/),
    ]);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('# à nous');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(read()).toMatchObject({ epochs: first.epochs, notices: [] });
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

  it('gives every room the same made-up passphrase, also one that was added later', () => {
    const [first] = read().passphrases;
    const both = readKeyring(root, {}, ['coordination', 'ecnp']);
    expect(both.passphrases).toEqual([first, { ...first, room: 'ecnp' }]);
    expect(both.epochs.map(({ room }) => room)).toEqual(['coordination', 'ecnp']);
  });

  it('makes no key for a room that no passphrase opens', () => {
    write(GOOD);
    expect(readKeyring(root, {}, ['coordination', 'ecnp']).epochs).toHaveLength(1);
  });

  it('warns when the file cannot be written', () => {
    write(GOOD);
    vi.mocked(writeYaml).mockImplementationOnce(() => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    });
    expect(read().warnings).toEqual([expect.stringMatching(/cannot be written \(EROFS\)/)]);
  });

  it('reads the whole file from a variable, as CI has it', () => {
    write(GOOD);
    const whole = () => readFileSync(join(root, 'keys.yaml'), 'utf8');
    expect(() => read({ PORTAL_KEYS_CONTENT: whole() })).toThrow(
      /PORTAL_KEYS_CONTENT: it has no key for coordination, and cannot keep a new one/,
    );
    const { epochs } = read();
    expect(read({ PORTAL_KEYS_CONTENT: whole() })).toMatchObject({ epochs, isDemo: false });
    expect(() => read({ PORTAL_KEYS_CONTENT: whole(), PORTAL_KEYS: 'other.yaml' })).toThrow(
      /PORTAL_KEYS is set as well/,
    );
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
    ['no passphrase at all', '[]', /it holds no passphrase/],
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
