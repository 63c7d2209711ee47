import { EXPECTED_FOR } from '../client/expecting.ts';

// Tells which page the reader is about to open, so that it is on its way when she does: a pointer that
// rests on a link, or a finger that goes down on it.

/** Milliseconds a pointer rests on a link before that means anything. */
const REST = 50;

/**
 * Watches the links of this page.
 * @param room where its pages live: base and prefix, `/depot/cdp/`
 * @param tell hears of the link to each page that is likely to be next
 */
export function watchIntent(room: string, tell: (link: HTMLAnchorElement) => void): void {
  const told = new Map([[location.pathname, Infinity]]);
  let resting: ReturnType<typeof setTimeout> | undefined;
  const intend = (event: Event, delay: number): void => {
    clearTimeout(resting);
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
    const { pathname } = link;
    const isPage = pathname.startsWith(room) && pathname.endsWith('/');
    if (!isPage || Date.now() - (told.get(pathname) ?? 0) < EXPECTED_FOR) return;
    resting = setTimeout(() => {
      told.set(pathname, Date.now());
      tell(link);
    }, delay);
  };
  const options = { passive: true, capture: true };
  const rest = (event: Event): void => {
    intend(event, REST);
  };
  const press = (event: Event): void => {
    intend(event, 0);
  };
  document.addEventListener('pointerover', rest, options);
  document.addEventListener('pointerdown', press, options);
}

/** Whether the line is too slow for what the reader may never open, as far as the browser says. */
export function isSlow(): boolean {
  const { connection } = navigator as { connection?: { effectiveType?: string } };
  return !['4g', undefined].includes(connection?.effectiveType);
}

/** Whether the reader, or her line, wants no byte that she did not ask for. */
export function isSparing(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
