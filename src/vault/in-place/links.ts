import { mayBeSealed } from '../client/held-back.ts';
import type { PortalVault } from '../session/main.ts';
import { isKeptInMemory, openPageInPlace } from './pages.ts';

/**
 * Makes links of the page work: a sealed file is opened and handed to the browser as a download; a page
 * is left to the gate at its address, or opened here where only this document holds the keys.
 * @param readable gives the address of an opened file
 */
export function followLinks(
  vault: PortalVault,
  readable: (url: URL) => Promise<string>,
  warn: (cause: unknown) => void,
): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || isForBrowser(event)) return;
    const url = new URL(link.href);
    if (!mayBeSealed(url, vault.base) || isSamePage(url)) return;
    if (isFile(url)) {
      event.preventDefault();
      readable(url).then((address) => {
        save(address, link.download || nameOf(url));
      }, warn);
    } else if (isKeptInMemory()) {
      event.preventDefault();
      openPageInPlace(vault, url, 'push').catch(warn);
    }
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!isKeptInMemory() || event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    const url = new URL(form.action);
    if (form.method !== 'get' || !mayBeSealed(url, vault.base)) return;
    event.preventDefault();
    for (const [name, value] of new FormData(form, event.submitter)) {
      if (typeof value === 'string') url.searchParams.append(name, value);
    }
    openPageInPlace(vault, url, 'push').catch(warn);
  });
}

/** A click that the page, or the reader with another key, has taken elsewhere. */
function isForBrowser(event: MouseEvent): boolean {
  const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  return event.defaultPrevented || event.button !== 0 || isModified;
}

const isSamePage = (url: URL): boolean =>
  url.pathname === location.pathname && url.search === location.search && url.hash !== '';

/** A file that is no page: its address ends in `.csv`, `.pdf`… */
const isFile = ({ pathname }: URL): boolean =>
  /\.[a-z0-9]+$/i.test(pathname) && !/\.html?$/i.test(pathname);

const nameOf = ({ pathname }: URL): string =>
  decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1));

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
