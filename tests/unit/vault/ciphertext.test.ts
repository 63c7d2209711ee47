import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isCiphertext } from '../../../src/vault/leak/ciphertext.ts';
import { concat, utf8 } from '../../../src/vault/format/bytes.ts';
import { additionalData, sealBytes } from '../../../src/vault/format/sealed.ts';
import { keysOf } from './room.fixture.ts';

it('tells what is sealed from anything else', async () => {
  const text = utf8('La coordinatrice reprend son poste demain. '.repeat(2000));
  const { chunk, nonce } = await keysOf(7);
  const sealed = await sealBytes({ cipher: chunk, nonce }, additionalData('x'), text);
  expect(isCiphertext(sealed)).toBe(true);
  expect(isCiphertext(text)).toBe(false);
  expect(isCiphertext(gzipSync(text))).toBe(false);
  expect(isCiphertext(concat(sealed.subarray(0, 17), text))).toBe(false);
  expect(isCiphertext(concat(sealed.subarray(0, 40_000), text.subarray(0, 4000)))).toBe(false);
  // Framed for sealing, packed by itself (a picture, a gzip), never encrypted.
  const framed = concat(sealed.subarray(0, 17), Uint8Array.of(1, 0, 0, 0), sealed.subarray(21));
  expect(isCiphertext(framed)).toBe(false);
});
