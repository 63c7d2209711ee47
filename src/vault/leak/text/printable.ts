const DECODER = new TextDecoder('utf-8', { fatal: true });

/** The text that bytes are in UTF-8; `null` when they are something else. */
export function utf8Of(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return DECODER.decode(bytes);
  } catch {
    return null; // not UTF-8
  }
}

/** Runs of letters, as the bytes of each encoding: shorter ones are noise. */
const UTF8 = /(?:[\t\n\r\x20-\x7e]|[\xc2-\xcb][\x80-\xbf]|\xe2\x80[\x80-\xbf]){6,}/g;
/** Windows-1252 with its quotes and œ. */
const LATIN1 = /[\t\n\r\x20-\x7e\x85\x8c\x91-\x94\x9c\xa0\xab\xbb\xc0-\xff]{8,}/g;
const WIDE = /(?:[\t\n\r\x20-\x7e\xa0-\xff]\0|[\x18-\x1d\x26]\x20|[\x52\x53]\x01){4,}/g;
const WIDE_SWAPPED = /(?:\0[\t\n\r\x20-\x7e\xa0-\xff]|\x20[\x18-\x1d\x26]|\x01[\x52\x53]){4,}/g;
/** Below this, and mostly letters, bytes are read whole. */
const SHORT = 64 * 1024;
const MOSTLY = 0.8;

/** Texts that stand in bytes that are no UTF-8: in older or wider encodings, or among other bytes. */
export function printable(bytes: Buffer): string[] {
  const raw = bytes.toString('latin1');
  const runs = (pattern: RegExp, decode: (run: string) => string): string =>
    Array.from(raw.matchAll(pattern), ([run]) => decode(run)).join(' ');
  const texts = [
    runs(UTF8, (run) => Buffer.from(run, 'latin1').toString('utf8')),
    runs(LATIN1, windows),
    runs(WIDE, wide),
    runs(WIDE_SWAPPED, (run) => Buffer.from(run, 'latin1').swap16().toString('utf16le')),
  ];
  const letters = raw.match(/[\t\n\r\x20-\x7e\xc0-\xff]/g)?.length ?? 0;
  if (raw.length <= SHORT && letters >= raw.length * MOSTLY) texts.push(bytes.toString('utf8'));
  return texts.filter((text) => text !== '');
}

const WINDOWS = new TextDecoder('windows-1252');
/** Bytes of the old encoding of western Windows, given as a Latin-1 string. */
export const windows = (run: string): string => WINDOWS.decode(Buffer.from(run, 'latin1'));
const wide = (run: string): string => Buffer.from(run, 'latin1').toString('utf16le');
