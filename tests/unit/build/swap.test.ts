import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fontFaces } from '../../../src/build/font-faces.ts';
import { readSiteFiles } from '../../../src/build/site-files.ts';
import { checkOutput, replaceOutput } from '../../../src/build/swap.ts';
import { utf8 } from '../../../src/vault/format/bytes.ts';

let scratch = '';
let out = '';
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'swap-'));
  out = join(scratch, 'site', 'dist');
});
afterEach(() => {
  rmSync(scratch, { recursive: true });
});
const file = (path: string, text: string) => ({ path, bytes: utf8(text) });
const MANIFEST = file('/_vault/manifest.json', '{}');

describe('replaceOutput', () => {
  it('publishes into a new folder, then replaces what it published', () => {
    replaceOutput(out, [MANIFEST, file('/a/index.html', '1')]);
    checkOutput(out);
    replaceOutput(out, [MANIFEST, file('/b/index.html', '2')]);
    expect(readSiteFiles(out).map(({ path }) => path)).toEqual([
      '/_vault/manifest.json',
      '/b/index.html',
    ]);
    expect(readdirSync(join(scratch, 'site'))).toEqual(['dist']);
  });

  it('leaves what was published when writing fails', () => {
    replaceOutput(out, [MANIFEST]);
    // A file cannot be a folder as well.
    expect(() => {
      replaceOutput(out, [file('/x', '1'), file('/x/y', '2')]);
    }).toThrow();
    expect(readSiteFiles(out).map(({ path }) => path)).toEqual(['/_vault/manifest.json']);
    expect(readdirSync(join(scratch, 'site'))).toEqual(['dist']);
  });
});

describe('checkOutput', () => {
  it('refuses a folder that holds something else', () => {
    mkdirSync(out, { recursive: true });
    checkOutput(out);
    writeFileSync(join(out, 'precieux.txt'), 'x');
    expect(() => {
      checkOutput(out);
    }).toThrow(/PORTAL_OUT/);
    expect(readFileSync(join(out, 'precieux.txt'), 'utf8')).toBe('x');
  });

  it('takes a folder that is not there', () => {
    checkOutput(out);
    expect(existsSync(out)).toBe(false);
  });
});

it('gathers each face of the pages once', () => {
  const face = '@font-face{font-family:A;src:url(/a.woff2)}';
  const { path, bytes } = fontFaces([
    file('/a.css', `b{c:d}${face}`),
    file('/b.css', face),
    file('/c.html', '@font-face{x}'),
  ]);
  expect([path, new TextDecoder().decode(bytes)]).toEqual(['/_vault/fonts.css', face]);
});
