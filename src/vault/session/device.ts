import { controller } from './controller.ts';
import type { PortalVaultLater } from './later.ts';

// Parts of the vault that no page waits for, each a script that is loaded when it is needed.

declare const PORTAL_SCRIPTS: { inPlace: string; offline: string; later: string };

/** Addresses below the base; the bundler writes them in. */
const SCRIPTS = PORTAL_SCRIPTS;

let root = '/';

/** Where the portal's scripts are. @param base of the portal, with a slash at both ends */
export function setBase(base: string): void {
  root = base;
}

/** Makes pictures and downloads work where no service worker answers, and offers what one makes possible. */
export function startDeviceScripts(isInMemory: boolean): void {
  const hasWorker = controller() !== null && !isInMemory;
  if (!hasWorker) void load(SCRIPTS.inPlace).catch(warn);
  const offer = (): void => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-offline]')) {
      button.hidden = !hasWorker;
    }
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', offer);
  else offer();
}

/** Milliseconds after which a page counts as shown, though a picture of it may be on its way. */
const LATEST = 150;

/** Calls once the page is shown: it must not wait for what the vault does besides. */
export function whenShown(act: () => void): void {
  const shown = (): void => {
    removeEventListener('load', loaded);
    clearTimeout(latest);
    act();
  };
  // In a task of its own: until the event is over the page is not done.
  const loaded = (): void => {
    setTimeout(shown, 0);
  };
  const latest = setTimeout(shown, LATEST);
  addEventListener('load', loaded);
}

/** The script of what a page needs once it is shown. */
export async function later(): Promise<PortalVaultLater> {
  await load(SCRIPTS.later);
  return (globalThis as unknown as { portalVaultLater: PortalVaultLater }).portalVaultLater;
}

/** Opens the dialog of what is kept on this device. */
export async function openDeviceDialog(): Promise<void> {
  await load(SCRIPTS.offline);
  dispatchEvent(new Event('portal-offline-dialog'));
}

/** Brings what is kept for use offline up to date, without a word. */
export async function updatePack(): Promise<void> {
  await load(SCRIPTS.offline);
  dispatchEvent(new Event('portal-offline-update'));
}

const loading = new Map<string, Promise<void>>();

function load(script: string): Promise<void> {
  const known = loading.get(script);
  if (known !== undefined) return known;
  const loaded = new Promise<void>((resolve, reject) => {
    const element = document.createElement('script');
    element.src = root + script;
    element.addEventListener('load', () => {
      resolve();
    });
    element.addEventListener('error', () => {
      loading.delete(script);
      reject(new Error(`${script} could not be loaded.`));
    });
    document.head.append(element);
  });
  loading.set(script, loaded);
  return loaded;
}

function warn(cause: unknown): void {
  console.warn('vault:', cause instanceof Error ? cause.message : cause);
}
