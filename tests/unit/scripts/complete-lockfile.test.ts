import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingPlatformEntries } from '../../../scripts/lib/complete-lockfile.mjs';

const parent = { version: '2.0.0', optionalDependencies: { '@p/darwin-arm64': '2.0.0' } };
const darwin = { version: '2.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] };

describe('missingPlatformEntries', () => {
  it('adds a package that npm left out, with its platform', () => {
    const missing = missingPlatformEntries({ 'node_modules/p': parent });
    expect(missing).toEqual({ 'node_modules/@p/darwin-arm64': darwin });
  });

  it('puts it below its parent where another version is in its place', () => {
    const missing = missingPlatformEntries({
      'node_modules/p': parent,
      'node_modules/@p/darwin-arm64': { version: '1.0.0' },
    });
    expect(missing).toEqual({ 'node_modules/p/node_modules/@p/darwin-arm64': darwin });
  });

  it('finds what is there, below or above the parent', () => {
    const inner = { 'node_modules/p/node_modules/@p/darwin-arm64': darwin };
    expect(missingPlatformEntries({ 'node_modules/p': parent, ...inner })).toEqual({});
    const nested = { 'node_modules/q/node_modules/p': parent };
    const above = { 'node_modules/@p/darwin-arm64': darwin };
    expect(missingPlatformEntries({ ...nested, ...above })).toEqual({});
  });

  it('leaves version ranges to npm', () => {
    const range = { version: '1.0.0', optionalDependencies: { fsevents: '~2.3.3' } };
    expect(missingPlatformEntries({ 'node_modules/r': range })).toEqual({});
  });
});

describe('package-lock.json', () => {
  it('lists the packages of every platform, as `npm ci` demands', () => {
    const file = join(import.meta.dirname, '../../../package-lock.json');
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
      packages: Parameters<typeof missingPlatformEntries>[0];
    };
    const missing = Object.keys(missingPlatformEntries(packages));
    expect(missing, 'run: node scripts/complete-lockfile.mjs').toEqual([]);
  });
});
