import { NEXT_RULES_HASH } from './next-page.ts';

// The portal's content security policies (CSP level 3). Pages carry theirs in a <meta>, so that they
// hold on hosts that send no header; the header that hosts are told to send adds what a <meta> cannot.

/** What a page needs beyond files of its own origin. */
export type PageKind =
  /** Nothing: public pages. */
  | 'page'
  /**
   * Pages of a room, where the search opens: it compiles Pagefind's WebAssembly. Where no service worker
   * is, its script comes out of the vault as a blob. One inline rule names the page that comes next.
   */
  | 'search'
  /** May become any page of a room, which takes over its policy where no service worker is. */
  | 'gate';

type Directives = Record<string, readonly string[]>;

const BASE: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  // Blobs: pictures that the vault opened where no service worker is.
  'img-src': ["'self'", 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
};
const OF_ROOMS = ["'self'", "'wasm-unsafe-eval'", 'blob:', NEXT_RULES_HASH];

/** A page's policy, for `<meta http-equiv="content-security-policy">`. */
export function contentPolicy(kind: PageKind): string {
  return write(kind === 'page' ? BASE : { ...BASE, 'script-src': OF_ROOMS });
}

/**
 * The policy of the header: one for all files, as hosts join the headers of several rules and not all
 * can replace them. It is the gate's; each page narrows it by its own.
 */
export function headerPolicy(): string {
  return write({ ...BASE, 'script-src': OF_ROOMS, 'frame-ancestors': ["'none'"] });
}

function write(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}
