import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProgram } from '../../../scripts/lib/browsers.mjs';

describe.skipIf(process.platform === 'win32')('findProgram', () => {
  let folder: string;
  const program = (name: string): string => {
    const file = join(folder, name);
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    return file;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'portal-programs-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('prefers the one that a variable names, then the long-term release on the PATH', () => {
    const esr = program('firefox-esr');
    program('firefox');
    expect(findProgram('firefox', { PATH: folder })).toBe(esr);
    const mine = program('my-firefox');
    expect(findProgram('firefox', { PATH: folder, FIREFOX_PATH: mine })).toBe(mine);
  });

  it('says which package brings what is missing, and which variable names another', () => {
    chmodSync(program('firefox'), 0o644);
    expect(() => findProgram('firefox', { PATH: folder })).toThrow(
      'firefox was not found: install firefox-esr, or say where it is by FIREFOX_PATH.',
    );
  });
});
