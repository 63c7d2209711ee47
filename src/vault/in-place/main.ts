import { addressesOf, heldBack, type HeldBack, mayBeSealed, release } from '../client/held-back.ts';
import { wholeOf } from '../client/opened.ts';
import type { PortalVault } from '../session/main.ts';
import { followLinks } from './links.ts';

// Where no service worker answers, on a page the gate has opened in its own place: pictures, downloads
// and, where the browser stores no keys, the way from page to page.

const { portalVault } = globalThis as unknown as { portalVault: PortalVault };
const { base, openFile } = portalVault;
/** Address of a sealed file → that of what was opened of it. */
const opened = new Map<string, Promise<string>>();

/** Address at which the browser finds a file, opened where it is sealed. */
function readable(url: URL): Promise<string> {
  if (!mayBeSealed(url, base)) return Promise.resolve(url.href);
  const known = opened.get(url.pathname);
  if (known !== undefined) return known;
  const address = open(url);
  opened.set(url.pathname, address);
  return address;
}

async function open(url: URL): Promise<string> {
  const file = await openFile(url.pathname);
  // A public picture: it stands where it says.
  if (file === null) return url.href;
  return URL.createObjectURL(await wholeOf(file));
}

async function restore(held: HeldBack): Promise<void> {
  const { value, attribute } = held;
  let text = value;
  for (const url of addressesOf(value, attribute)) {
    text = text.replaceAll(written(value, url), await readable(url));
  }
  release(held, text);
}

/** An address as the page wrote it: with or without the origin. */
function written(value: string, url: URL): string {
  if (value.includes(url.href)) return url.href;
  return value.includes(url.pathname + url.search) ? url.pathname + url.search : value;
}

function warn(cause: unknown): void {
  console.warn('vault:', cause instanceof Error ? cause.message : cause);
}

function restoreAll(): void {
  for (const held of heldBack()) restore(held).catch(warn);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', restoreAll);
else restoreAll();
followLinks(portalVault, readable, warn);
