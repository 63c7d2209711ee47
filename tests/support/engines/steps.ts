import { PASSPHRASE } from '../small-portal.ts';
import type { Profile, Tab } from './engine.ts';

/** Milliseconds anything may take that a reader waits for. */
const LIMIT = 20_000;

/**
 * Waits until a function of the page gives something true, through navigations.
 * @returns what it gave
 * @throws {Error} with the page's text as it then is
 */
export async function until<T, A extends readonly unknown[]>(
  tab: Tab,
  act: (...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  let last: unknown;
  for (const end = Date.now() + LIMIT; Date.now() < end;) {
    try {
      const value = await tab.evaluate(act, ...args);
      if (value) return value;
      last = value;
    } catch (cause) {
      last = cause; // the page was just being left: the next one is asked
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  const text = await tab
    .evaluate(() => `${location.href}: ${document.body.innerText}`)
    .catch(String);
  throw new Error(
    `Waited in vain for ${act.toString()} (${String(last)}) on ${text.slice(0, 300)}`,
  );
}

/** Waits for an element that is shown and, if asked, holds a text. */
export async function shown(tab: Tab, selector: string, text = ''): Promise<void> {
  await until(
    tab,
    (wanted, part) =>
      Array.from(document.querySelectorAll<HTMLElement>(wanted)).some(
        (element) =>
          element.getClientRects().length > 0 &&
          getComputedStyle(element).visibility === 'visible' &&
          element.textContent.includes(part),
      ),
    selector,
    text,
  );
}

/** Waits for the gate's form. */
export const gateShown = (tab: Tab): Promise<void> => shown(tab, 'form[data-gate]');

/** Waits for an opened page with a heading, and for its scripts. */
export async function opened(tab: Tab, title: string): Promise<void> {
  await shown(tab, 'main h1', title);
  await shown(tab, '[data-sign-out]');
  await until(tab, () => document.readyState === 'complete' && 'portalVault' in globalThis);
}

/** Sends a passphrase. */
export async function enter(tab: Tab, passphrase = PASSPHRASE, isKept = false): Promise<void> {
  await gateShown(tab);
  await tab.type('#passphrase', passphrase);
  if (isKept) await tab.click('[data-keep]');
  await tab.click('form[data-gate] [type=submit]');
}

/** Opens `/cdp/` in a new tab with the passphrase. */
export async function signedIn(profile: Profile, url: string): Promise<Tab> {
  const tab = await profile.newTab();
  await tab.goto(`${url}/cdp/`);
  await enter(tab);
  await opened(tab, 'Accueil');
  return tab;
}

/** All that a page holds, read or hidden. */
export const contentOf = (tab: Tab): Promise<string> =>
  tab.evaluate(() => document.documentElement.outerHTML);
