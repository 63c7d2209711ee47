import { readShareFragment, type ShareLink } from '../format/share.ts';

/**
 * Takes a share link out of the address. `check.js` did so before anything else was loaded; here it is
 * done again where that script failed.
 */
export function takeShareLink(): ShareLink | 'damaged' | null {
  const taken = (globalThis as { portalShare?: string }).portalShare;
  Object.assign(globalThis, { portalShare: undefined });
  const fragment = taken ?? location.hash;
  const link = readShareFragment(fragment);
  if (link === null) return null;
  const anchor =
    link === 'damaged' || link.anchor === null ? '' : `#${encodeURIComponent(link.anchor)}`;
  history.replaceState(null, '', location.pathname + location.search + anchor);
  return link;
}
