import { type Bytes, fromBase64url, toBase64url } from './bytes.ts';

/** A way into a room that stands in a link's fragment, which browsers never send. */
export interface ShareLink {
  /** The key a passphrase derives to, 32 bytes: opens its slot without the passphrase. */
  kek: Bytes;
  /** Id of the place on the page the link leads to. */
  anchor: string | null;
}

const KEK = 32;

/** Fragment of a share link, `#` included: `#acces=…&ancre=…`. */
export function writeShareFragment(kek: Bytes, anchor: string | null = null): string {
  if (kek.length !== KEK) throw new RangeError(`A share link holds ${KEK} bytes.`);
  const place = anchor === null ? '' : `&ancre=${encodeURIComponent(anchor)}`;
  return `#acces=${toBase64url(kek)}${place}`;
}

/**
 * Reads the fragment of an address.
 * @returns the link, `null` where it is none, `'damaged'` where one was cut or changed on its way
 */
export function readShareFragment(hash: string): ShareLink | 'damaged' | null {
  if (!hash.startsWith('#acces=')) return null;
  const [, text = '', place] = /^#acces=([^&]*)(?:&ancre=(.*))?$/.exec(hash) ?? [];
  const kek = fromBase64url(text);
  if (kek?.length !== KEK) return 'damaged';
  try {
    return { kek, anchor: place === undefined ? null : decodeURIComponent(place) };
  } catch {
    return 'damaged'; // no UTF-8: the end of the link is lost
  }
}
