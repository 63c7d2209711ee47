import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { slowLine } from '../../src/bench/vault/at-hand.ts';
import { collectComplaints, launchChromium, type Complaints } from '../support/browser.ts';
import { enter, gate, opened, signedIn } from '../support/gate.ts';
import { sealedSite, type SealedSite } from '../support/sealed-site.ts';
import { ATTACHMENT, BOTH_ROOMS, keysOf, smallPortal } from '../support/small-portal.ts';

// A portal on a project site: everything here happens below a base path.
const BASE = '/depot/';

let browser: Browser;
let site: SealedSite;
let context: BrowserContext;
let complaints: Complaints;

beforeAll(async () => {
  browser = await launchChromium();
  site = await sealedSite(BASE);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  await site.publish(smallPortal('Première version.', BASE), keysOf(1));
  context = await browser.newContext({ locale: 'fr-FR' });
  context.setDefaultTimeout(15_000);
  complaints = collectComplaints(context, site.origin);
});
afterEach(async () => {
  site.intercept = () => false;
  await context.close();
  expect(complaints.foreignRequests).toEqual([]);
});

describe('with a service worker, below a base path', () => {
  it('opens pages, pictures, data and a part of a large attachment', async () => {
    const tab = await signedIn(context, site.url);
    expect(await tab.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
    const answers = await tab.evaluate(async (base) => {
      const csv = await fetch(`${base}cdp/donnees.csv`);
      const range = { headers: { range: 'bytes=1048570-1048585' } };
      const part = await fetch(`${base}cdp/annexe.pdf`, range);
      const whole = await fetch(`${base}cdp/annexe.pdf`);
      const sum = new Uint8Array(await whole.arrayBuffer()).reduce((a, b) => (a + b) % 65521, 0);
      return {
        csv: await csv.text(),
        status: part.status,
        range: part.headers.get('content-range'),
        part: [...new Uint8Array(await part.arrayBuffer())],
        type: whole.headers.get('content-type'),
        sum,
      };
    }, BASE);
    expect(answers).toEqual({
      csv: 'site;inclusions\nun;1\n',
      status: 206,
      range: `bytes 1048570-1048585/${ATTACHMENT.length}`,
      part: [...ATTACHMENT.subarray(1_048_570, 1_048_586)],
      type: 'application/pdf',
      sum: ATTACHMENT.reduce((a, b) => (a + b) % 65521, 0),
    });
    await tab.click('#next');
    await opened(tab, 'Suite');
    expect(await tab.locator('h1').getAttribute('data-ran')).toBe('yes');
    expect(complaints.consoleErrors).toEqual([]);
  });

  it('asks for the page of a link while the pointer is on it, once', async () => {
    await slowLine(context);
    const tab = await signedIn(context, site.url);
    await tab.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const sealed = (): string[] =>
      site.asked.filter((path) => path.includes('/_vault/coordination/'));
    await tab.waitForLoadState('networkidle');
    const before = sealed().length;
    await tab.hover('#next');
    await expect.poll(() => sealed().length).toBe(before + 1);
    await tab.click('#next');
    await opened(tab, 'Suite');
    expect(sealed().slice(before)).toHaveLength(1);
  });

  it('begins a page while its file is on its way, unless the host was slow just now', async () => {
    await slowLine(context);
    const tab = await signedIn(context, site.url);
    await tab.waitForFunction(() => navigator.serviceWorker.controller !== null);
    let delay = 0;
    const isSealed = (path: string): boolean => path.includes('/_vault/coordination/');
    site.intercept = (path, response, request) => {
      if (delay === 0 || !isSealed(path)) return false;
      setTimeout(() => {
        site.pass(request, response);
      }, delay);
      return true;
    };
    /** Milliseconds from the head of a page to its end. */
    const spread = async (path: string, title: string, wait = 0): Promise<number> => {
      delay = wait;
      await tab.goto(`${site.url}${path}`);
      await opened(tab, title);
      return tab.evaluate(() => {
        const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return (entry?.responseEnd ?? NaN) - (entry?.responseStart ?? NaN);
      });
    };
    const afterPrompt = async (): Promise<number> => {
      await spread('/cdp/', 'Accueil');
      return spread('/cdp/suite/', 'Suite', 1500);
    };
    // On a machine that is busy, a host is not always prompt.
    await expect.poll(afterPrompt, { timeout: 40_000 }).toBeGreaterThan(1000);
    expect(await spread('/cdp/', 'Accueil', 1500)).toBeLessThan(1000);
    // Begun, it still becomes what there is to say.
    await spread('/cdp/suite/', 'Suite');
    await tab.goto(`${site.url}/cdp/rien/`);
    await tab.getByRole('heading', { name: 'Page introuvable' }).waitFor();
    expect(await tab.evaluate(() => document.contentType)).toBe('text/html');
  });

  it('keeps the page free while the passphrase is checked', async () => {
    const tab = await context.newPage();
    await tab.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { tasks });
      new PerformanceObserver((list) => {
        tasks.push(...list.getEntries().map(({ duration }) => duration));
      }).observe({ type: 'longtask' });
    });
    await tab.goto(`${site.url}/cdp/`);
    await gate(tab).waitFor();
    const tasks = (): Promise<number[]> =>
      tab.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
    const whileChecked = async (): Promise<number[]> => {
      await tab.evaluate(() => void (globalThis as unknown as { tasks: number[] }).tasks.splice(0));
      await enter(tab, 'pas la bonne');
      await tab.locator('main[aria-busy=true]').waitFor();
      await tab.locator('[role=alert]').filter({ hasText: 'n’ouvre pas' }).waitFor();
      return tasks();
    };
    // A busy machine may hold up a task of any page once; a page that does the
    // work itself is blocked at every try.
    await expect.poll(whileChecked, { timeout: 40_000 }).toEqual([]);
    // The measure itself works: a page that is blocked is seen.
    await tab.evaluate(() => {
      setTimeout(() => {
        for (const end = performance.now() + 120; performance.now() < end;);
      });
    });
    await expect.poll(async () => Math.max(...(await tasks()))).toBeGreaterThan(100);
  });

  it('opens two rooms with one passphrase', async () => {
    const tab = await context.newPage();
    await tab.goto(`${site.url}/cdp/`);
    await enter(tab, BOTH_ROOMS);
    await opened(tab, 'Accueil');
    await tab.goto(`${site.url}/atelier/`);
    await opened(tab, 'Atelier');
  });

  it('does not open another room with a passphrase that is not its own', async () => {
    const tab = await signedIn(context, site.url);
    await tab.goto(`${site.url}/atelier/`);
    await gate(tab).waitFor();
    await enter(tab);
    await tab.locator('[role=alert]').filter({ hasText: 'n’ouvre pas l’atelier' }).waitFor();
  });

  it('survives the end of its worker', async () => {
    const tab = await signedIn(context, site.url);
    const devtools = await context.newCDPSession(tab);
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    await tab.click('#next');
    await opened(tab, 'Suite');
  });

  it('recovers control after a reload that bypassed it', async () => {
    const tab = await signedIn(context, site.url);
    const devtools = await context.newCDPSession(tab);
    await devtools.send('Page.reload', { ignoreCache: true });
    await opened(tab, 'Accueil');
    await tab.waitForFunction(() => navigator.serviceWorker.controller !== null);
  });

  it('asks for nothing in the same browser until the session is closed, in any tab', async () => {
    const first = await signedIn(context, site.url);
    const second = await context.newPage();
    await second.goto(`${site.url}/cdp/suite/`);
    await opened(second, 'Suite');
    await first.click('[data-sign-out]');
    await gate(first).waitFor();
    await gate(second).waitFor();
    await first.locator('[role=status]').filter({ hasText: 'session est fermée' }).waitFor();
    expect(await second.content()).not.toContain('Deuxième page');
  });

  it('tells no host what was searched, and leaves it in no address, when the session is closed', async () => {
    const tab = await signedIn(context, site.url);
    await tab.goto(`${site.url}/cdp/?q=insomnies+rebelles#repere`);
    await opened(tab, 'Accueil');
    const other = await context.newPage();
    await other.goto(`${site.url}/cdp/suite/?q=insomnies`);
    await opened(other, 'Suite');
    await other.click('[data-sign-out]');
    await gate(other).waitFor();
    await gate(tab).waitFor();
    expect(tab.url()).toBe(`${site.url}/cdp/#repere`);
    // A bookmark, opened while nobody is signed in: the words stay in this browser.
    await tab.goto(`${site.url}/cdp/suite/?q=insomnies`);
    await gate(tab).waitFor();
    expect(tab.url()).toBe(`${site.url}/cdp/suite/?q=insomnies`);
    expect(site.asked.filter((path) => path.includes('insomnies'))).toEqual([]);
  });

  it('ends for a page that was left open, once its time is over', async () => {
    const tab = await signedIn(context, site.url);
    await changeSession(tab, { until: Date.now() - 1 });
    // As the back button brings a page out of memory.
    await tab.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await gate(tab).waitFor();
    await expect.poll(() => countSessions(tab)).toBe(0);
  });

  it('loses its keys when it has ended, though nobody asks for a page of the room', async () => {
    const tab = await signedIn(context, site.url);
    await tab.evaluate(() => {
      localStorage.setItem('portal-left-recent-searches', '["insomnies"]');
    });
    await tab.goto(`${site.url}/`);
    await tab.getByText('Page publique').first().waitFor();
    await changeSession(tab, { lastUsed: Date.now() - 11 * 60_000 });
    const devtools = await context.newCDPSession(tab);
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    await tab.reload();
    await expect.poll(() => countSessions(tab), { timeout: 10_000 }).toBe(0);
    // What pages kept for the reader goes as soon as the gate shows.
    await tab.goto(`${site.url}/cdp/`);
    await gate(tab).waitFor();
    const left = () => tab.evaluate(() => localStorage.getItem('portal-left-recent-searches'));
    await expect.poll(left).toBeNull();
  });

  it('shows nothing by the back button after the session was closed', async () => {
    const tab = await signedIn(context, site.url);
    await tab.click('#next');
    await opened(tab, 'Suite');
    await tab.click('[data-sign-out]');
    await gate(tab).waitFor();
    await tab.goBack();
    await gate(tab).waitFor();
    expect(await tab.content()).not.toContain('Première version');
    // And out of the memory of a browser that kept the page as it was.
    const other = await signedIn(context, site.url);
    await other.evaluate(() => {
      indexedDB.deleteDatabase('portal-vault');
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    });
    expect(await other.evaluate(() => document.documentElement.style.visibility)).toBe('hidden');
    await other.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await gate(other).waitFor();
  });

  it('offers to remove ciphertext when the session is closed, and removes it', async () => {
    const tab = await signedIn(context, site.url);
    const kept = () => tab.evaluate(() => caches.keys());
    await expect.poll(kept).toContainEqual(expect.stringContaining('sealed coordination'));
    await tab.click('[data-sign-out]');
    await tab.getByRole('button', { name: 'Les effacer' }).click();
    await tab.locator('[role=status]').filter({ hasText: 'ont été effacées' }).waitFor();
    expect(await kept()).toEqual([]);
  });

  it('keeps anchor and query on the way through the gate', async () => {
    const tab = await context.newPage();
    await tab.goto(`${site.url}/cdp/?q=essai#repere`);
    await enter(tab);
    await opened(tab, 'Accueil');
    expect(tab.url()).toBe(`${site.url}/cdp/?q=essai#repere`);
    await tab.waitForFunction(() => scrollY > 300);
  });

  it('prints a page', async () => {
    const tab = await signedIn(context, site.url);
    const pdf = await tab.pdf();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await tab.locator('h1').isVisible()).toBe(true);
  });

  it('stores keys that no script can take out', async () => {
    const tab = await signedIn(context, site.url);
    const found = await tab.evaluate(
      () =>
        new Promise<boolean[]>((resolve) => {
          indexedDB.open('portal-vault').onsuccess = ({ target }) => {
            const { result } = target as IDBOpenDBRequest;
            result.transaction('sessions').objectStore('sessions').getAll().onsuccess = (event) => {
              const sessions = (event.target as IDBRequest<{ keys: Record<string, CryptoKey> }[]>)
                .result;
              result.close();
              resolve(
                sessions.flatMap(({ keys }) => Object.values(keys)).map((key) => key.extractable),
              );
            };
          };
        }),
    );
    expect(found).toEqual([false, false, false, false]);
  });
});

/** Changes what is stored of the sessions. */
function changeSession(tab: Page, change: Readonly<Record<string, number>>): Promise<void> {
  return tab.evaluate(
    (changed) =>
      new Promise<void>((resolve) => {
        indexedDB.open('portal-vault').onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest;
          const store = result.transaction('sessions', 'readwrite').objectStore('sessions');
          store.getAll().onsuccess = (event) => {
            const sessions = (event.target as IDBRequest<object[]>).result;
            for (const session of sessions) store.put({ ...session, ...changed });
          };
          store.transaction.oncomplete = () => {
            result.close();
            resolve();
          };
        };
      }),
    change,
  );
}

function countSessions(tab: Page): Promise<number> {
  return tab.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('portal-vault').onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest;
          const count = result.transaction('sessions').objectStore('sessions').count();
          count.onsuccess = () => {
            result.close();
            resolve(count.result);
          };
        };
      }),
  );
}
