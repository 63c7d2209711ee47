import { roomOf } from '../format/manifest.ts';
import { ROOMS } from './rooms.ts';

// Where no service worker answers, the addresses of sealed pictures and the like lead to the gate: they
// are taken out of a page before it is shown, and put back as what the vault opened.

/** Attributes that make a browser fetch, on the elements that bear them. */
const FETCHING: readonly [selector: string, attribute: string][] = [
  ['img,source,video,audio,iframe,embed,track', 'src'],
  ['img,source', 'srcset'],
  ['video', 'poster'],
  ['object', 'data'],
  ['image', 'href'],
];
const PREFIX = 'data-vault-';

/** An attribute that was held back. */
export interface HeldBack {
  element: Element;
  attribute: string;
  value: string;
}

/** Whether an address may lead to a sealed file: those of rooms, and built assets that are no code. */
export function mayBeSealed({ origin, pathname }: URL, base: string): boolean {
  if (origin !== location.origin || !pathname.startsWith(base)) return false;
  const path = `/${pathname.slice(base.length)}`;
  const isAsset = path.startsWith('/_astro/') && !/\.(?:css|js|woff2)$/.test(path);
  return isAsset || roomOf(ROOMS, path) !== null;
}

/** A page in which nothing sealed is fetched when it is written. */
export function holdBack(written: string, base: string): string {
  const html = withoutSealedSheets(written, base);
  const page = new DOMParser().parseFromString(html, 'text/html');
  let isChanged = false;
  for (const [selector, attribute] of FETCHING) {
    for (const element of page.querySelectorAll(selector)) {
      const value = element.getAttribute(attribute);
      if (value === null || !addressesOf(value, attribute).some((url) => mayBeSealed(url, base)))
        continue;
      element.setAttribute(PREFIX + attribute, value);
      element.removeAttribute(attribute);
      isChanged = true;
    }
  }
  return isChanged ? `<!doctype html>${page.documentElement.outerHTML}` : html;
}

/** Sealed style sheets are left out: the policy takes styles from files of the site alone. */
function withoutSealedSheets(html: string, base: string): string {
  return html.replace(/<link\b[^>]*\brel="stylesheet"[^>]*>/g, (tag) => {
    const address = /\bhref="([^"]*)"/.exec(tag)?.[1] ?? '';
    return addressesOf(address, 'href').some((url) => mayBeSealed(url, base)) ? '' : tag;
  });
}

/** What was held back on the page as it stands. */
export function heldBack(): HeldBack[] {
  return FETCHING.flatMap(([selector, attribute]) =>
    Array.from(document.querySelectorAll(selector)).flatMap((element) => {
      const value = element.getAttribute(PREFIX + attribute);
      return value === null ? [] : [{ element, attribute, value }];
    }),
  );
}

/** Puts an attribute back with other addresses. */
export function release({ element, attribute }: HeldBack, value: string): void {
  element.setAttribute(attribute, value);
  element.removeAttribute(PREFIX + attribute);
}

/** Addresses in an attribute; `srcset` holds several, each with a descriptor. */
export function addressesOf(value: string, attribute: string): URL[] {
  const texts =
    attribute === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s+/)[0]) : [value];
  return texts.flatMap((text) => {
    try {
      return [new URL(text ?? '', location.href)];
    } catch {
      return []; // no address: the browser would fetch nothing
    }
  });
}
