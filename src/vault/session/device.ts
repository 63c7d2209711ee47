// Parts of the vault that most pages never need, each a script that is loaded when it is.

declare const PORTAL_SCRIPTS: { inPlace: string; offline: string };

/** Addresses below the base; the bundler writes them in. */
const SCRIPTS = PORTAL_SCRIPTS;

let root = '/';

/** The service worker that answers this page, or `null`. */
export function controller(): ServiceWorker | null {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  return serviceWorker?.controller ?? null;
}

/** Makes pictures and downloads work where no service worker answers, and offers what one makes possible. */
export function startDeviceScripts(base: string, isInMemory: boolean): void {
  root = base;
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
