import { gzipSync } from 'node:zlib';

const MAGIC = Buffer.from('PVLT\u0001', 'latin1');

/**
 * Whether bytes are what sealing makes: its header, and nothing in it that could be compressed. Reading
 * a megabyte for text takes seconds; large files are full of megabytes.
 */
export function isCiphertext(bytes: Uint8Array): boolean {
  const begins = MAGIC.every((byte, index) => bytes[index] === byte);
  return begins && gzipSync(bytes, { level: 1 }).length >= bytes.length;
}
