import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../../scripts/lib/chromium.mjs';

describe.skipIf(process.platform === 'win32')('findChromium', () => {
  let folder: string;
  const program = (name: string): string => {
    const file = join(folder, name);
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    return file;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'portal-chromium-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('prefers the one that is named', () => {
    program('chromium');
    const named = program('my-browser');
    expect(findChromium({ PATH: folder, CHROMIUM_PATH: named }, 'linux')).toBe(named);
  });

  it('looks on the PATH when the named one is not there', () => {
    const chrome = program('google-chrome');
    const env = { PATH: `/nowhere:${folder}`, CHROME_BIN: '/nowhere/chrome' };
    expect(findChromium(env, 'linux')).toBe(chrome);
  });

  it('takes no folder and no file that cannot be run', () => {
    chmodSync(program('chromium'), 0o644);
    const env = { PATH: folder, CHROMIUM_PATH: folder };
    expect(findChromium(env, 'linux')).toBeNull();
  });
});
