import { holdBack } from '../client/held-back.ts';
import { messageOf } from '../client/messages.ts';
import { ROOMS } from '../client/rooms.ts';
import { wholeOf } from '../client/opened.ts';
import type { PortalVault } from '../session/main.ts';

// From page to page where the browser stores no keys: only this document holds them, so that each page
// replaces the one before in it.

/** Whether the keys are in this document alone. */
export function isKeptInMemory(): boolean {
  return 'portalVaultSession' in globalThis;
}

/** Pages that were written into this document: the scripts of each want an address of their own. */
const state = ((globalThis as { portalVaultPages?: { written: number } }).portalVaultPages ??= {
  written: 0,
});

/**
 * Opens the page of an address in place of this one.
 * @param way whether the browser's history gets an entry, or came here by one
 */
export async function openPageInPlace(
  vault: PortalVault,
  url: URL,
  way: 'push' | 'back',
): Promise<void> {
  const { base } = vault;
  const html = await read(vault, url);
  if (way === 'push') history.pushState(null, '', url);
  state.written += 1;
  const page = holdBack(html, base).replaceAll(
    /(<script\b[^>]*\btype="module"[^>]*\bsrc="[^"?]+)"/g,
    // A module runs once an address: another one makes it run for this page, too.
    `$1?page=${state.written}"`,
  );
  document.open();
  // Opened and authenticated by the vault: this is the page that was sealed for this address.
  document.write(page); // eslint-disable-line @typescript-eslint/no-deprecated
  document.close();
  if (url.hash === '') scrollTo(0, 0);
  else document.getElementById(decodeURIComponent(url.hash.slice(1)))?.scrollIntoView();
}

async function read({ openFile, room }: PortalVault, url: URL): Promise<string> {
  try {
    const file = await openFile(url.pathname);
    if (file !== null) return await (await wholeOf(file)).text();
    return notice('Il n’y a pas de page à cette adresse, ou elle a été retirée.');
  } catch (cause) {
    return notice(messageOf(cause, ROOMS.find(({ name }) => name === room)?.label ?? ''));
  }
}

/** This page with a message in place of its content: its menus still lead on. */
function notice(text: string): string {
  const page = document.documentElement.cloneNode(true) as HTMLElement;
  const said = document.createElement('p');
  said.setAttribute('role', 'alert');
  said.textContent = text;
  page.querySelector('main')?.replaceChildren(said);
  return `<!doctype html>${page.outerHTML}`;
}

addEventListener('popstate', () => {
  const { portalVault } = globalThis as unknown as { portalVault?: PortalVault };
  if (!isKeptInMemory() || portalVault === undefined) return;
  openPageInPlace(portalVault, new URL(location.href), 'back').catch((cause: unknown) => {
    console.warn('vault:', cause instanceof Error ? cause.message : cause);
  });
});
