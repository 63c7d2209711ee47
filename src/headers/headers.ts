import { headerPolicy } from './policy.ts';

/** Response headers, as they are written. */
export type Headers = Readonly<Record<string, string>>;

/** Features no page of the portal uses (Permissions Policy; names that all engines know). */
const UNUSED = ['camera', 'geolocation', 'microphone', 'payment', 'usb'];

const COMMON: Headers = {
  'X-Content-Type-Options': 'nosniff',
  // Addresses of gated pages are nobody's business, on this site or another.
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Sent with every file. */
export const SECURITY: Headers = {
  'Content-Security-Policy': headerPolicy(),
  ...COMMON,
};

/** Sent with every file over https: browsers then ask for nothing else. A year, as is usual. */
export const TRANSPORT: Headers = { 'Strict-Transport-Security': 'max-age=31536000' };

/** Of a page that the vault opened; the page's own policy says the rest. */
export const OPENED_PAGE: Headers = {
  ...COMMON,
  'Content-Security-Policy': "frame-ancestors 'none'",
};

/** Files whose name changes with their content, below the portal's base. */
export const IMMUTABLE_PREFIX = '_astro/';
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Kept, but asked about each time: a sealed file has the name of its page, not of its content. */
const REVALIDATED = 'no-cache';

/** How long a file may be kept. @param path on the host: `/cdp/index.html` */
export function caching(path: string, base: string): Headers {
  const isImmutable = path.startsWith(base + IMMUTABLE_PREFIX);
  return { 'Cache-Control': isImmutable ? IMMUTABLE : REVALIDATED };
}

/** Kept out of search engines: gates, and what is sealed. */
export const UNINDEXED: Headers = { 'X-Robots-Tag': 'noindex' };

/** Where the portal lives and what of it is gated. */
export interface Site {
  /** Host name: `portail.example.org`. */
  host: string;
  /** Begins and ends with a slash. */
  base: string;
  /** Prefixes of the rooms below the base: `/cdp/`. */
  prefixes: readonly string[];
}

/** Addresses, without a final slash, below which nothing is to be indexed. */
export function unindexed({ base, prefixes }: Site): string[] {
  return [...prefixes, '/_vault/'].map((prefix) => base + prefix.slice(1, -1));
}

/** All headers of one file, as the local server sends them. */
export function headersOf(path: string, site: Site): Headers {
  const isUnindexed = unindexed(site).some((prefix) => path.startsWith(`${prefix}/`));
  return { ...SECURITY, ...caching(path, site.base), ...(isUnindexed && UNINDEXED) };
}
