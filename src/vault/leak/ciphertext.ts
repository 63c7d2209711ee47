import { gzipSync } from 'node:zlib';

const MAGIC = Buffer.from('PVLT\u0001', 'latin1');
const NONCE_END = 17;
/** Below this gzip proves nothing: it makes short texts longer, too. */
const SHORT = 256;

/**
 * Whether bytes are what sealing makes: its header, and nothing in it that could be compressed, nor a file
 * framed for sealing (flags, a short length, a media type) that was never encrypted. Reading a megabyte
 * for text takes seconds; large files are full of megabytes.
 */
export function isCiphertext(bytes: Uint8Array): boolean {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return false;
  const body = bytes.subarray(NONCE_END);
  if (isFrame(body)) return false;
  if (body.length < SHORT) return body.filter(isLetter).length < body.length * 0.8;
  return gzipSync(bytes, { level: 1 }).length >= bytes.length;
}

/** The beginning of a file's plaintext: docs/vault-format.md §6. */
function isFrame(body: Uint8Array): boolean {
  const [flags = 0xff, a, b, c] = body;
  return flags <= 3 && a === 0 && b === 0 && c === 0;
}

const isLetter = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e;
