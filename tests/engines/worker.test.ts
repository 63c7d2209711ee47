import { describe, expect, it } from 'vitest';
import { isReady } from '../../src/bench/vault/at-hand.ts';
import { blobName } from '../../src/vault/format/room-keys.ts';
import { ENGINES } from '../support/engines/kinds.ts';
import { amendScript, publish, scene } from '../support/engines/small-site.ts';
import { contentOf, gateShown, opened, shown, signedIn, until } from '../support/engines/steps.ts';
import type { Tab } from '../support/engines/engine.ts';
import { ATTACHMENT } from '../support/small-portal.ts';
import { keysOf as roomKeysOf } from '../unit/vault/room.fixture.ts';

const sumOf = (bytes: Uint8Array): number => bytes.reduce((a, b) => (a + b) % 65_521, 0);

/** The worker that answers a tab says when it was started. */
const born = (tab: Tab): Promise<number> =>
  tab.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => {
          resolve(data as number);
        };
        navigator.serviceWorker.controller?.postMessage('born', [port2]);
      }),
  );

describe.each(ENGINES)('$name: with its service worker', (kind) => {
  const on = scene(kind);

  it('shows pages with pictures and scripts, and goes from one to the next unasked', async () => {
    const tab = await signedIn(on.reader, on.site.url);
    await until(tab, () => document.querySelector('img')?.naturalWidth === 1);
    expect(await tab.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await tab.click('#next');
    await opened(tab, 'Suite');
    await until(tab, () => document.querySelector('h1')?.dataset['ran'] === 'yes');
    await tab.back();
    await opened(tab, 'Accueil');
    await tab.forward();
    await opened(tab, 'Suite');
    await tab.reload();
    await opened(tab, 'Suite');
    const other = await on.reader.newTab();
    await other.goto(`${on.site.url}/cdp/`);
    await opened(other, 'Accueil');
    expect(on.site.asked.filter((path) => /\.(?:png|csv)$/.test(path))).toEqual([]);
  });

  it('opens a large attachment, whole and in parts', async () => {
    const tab = await signedIn(on.reader, on.site.url);
    const answer = await tab.evaluate(async () => {
      const address = new URL('annexe.pdf', location.href).href;
      const part = await fetch(address, { headers: { range: 'bytes=1048570-1048585' } });
      const whole = await fetch(address);
      const bytes = new Uint8Array(await whole.arrayBuffer());
      return {
        status: part.status,
        range: part.headers.get('content-range'),
        part: Array.from(new Uint8Array(await part.arrayBuffer())),
        type: whole.headers.get('content-type'),
        sum: bytes.reduce((a, b) => (a + b) % 65_521, 0),
      };
    });
    expect(answer).toEqual({
      status: 206,
      range: `bytes 1048570-1048585/${String(ATTACHMENT.length)}`,
      part: Array.from(ATTACHMENT.subarray(1_048_570, 1_048_586)),
      type: 'application/pdf',
      sum: sumOf(ATTACHMENT),
    });
  });

  it('hides every tab when one signs out, and shows nothing by back and forward', async () => {
    const tab = await signedIn(on.reader, on.site.url);
    await tab.click('#next');
    await opened(tab, 'Suite');
    const other = await on.reader.newTab();
    await other.goto(`${on.site.url}/cdp/suite/`);
    await opened(other, 'Suite');
    await other.click('[data-sign-out]');
    await gateShown(other);
    await gateShown(tab);
    expect(await contentOf(tab)).not.toContain('Deuxième page');
    await tab.back();
    await gateShown(tab);
    expect(await contentOf(tab)).not.toContain('Première version');
    await tab.forward();
    await gateShown(tab);
    expect(await contentOf(tab)).not.toContain('Deuxième page');
  });

  it('shows nothing of a page that left for another site before the sign-out', async () => {
    const tab = await signedIn(on.reader, on.site.url);
    const other = await on.reader.newTab();
    await other.goto(`${on.site.url}/cdp/suite/`);
    await opened(other, 'Suite');
    // No longer there to hear of it: only what the browser kept of it comes back.
    await tab.goto(`${on.site.url}/`);
    await shown(tab, 'main h1', 'Page publique');
    await other.click('[data-sign-out]');
    await gateShown(other);
    await tab.back();
    await gateShown(tab);
    expect(await contentOf(tab)).not.toContain('Première version');
  });

  it('has no tab wait for a page that was left in the middle of asking for its keys', async () => {
    const tab = await signedIn(on.reader, on.site.url);
    await tab.evaluate(() => {
      const { portalVault } = globalThis as unknown as {
        portalVault: { currentSession: () => Promise<unknown> };
      };
      // Asks without a pause, up to the moment when the page is left.
      const ask = (): void => void portalVault.currentSession().then(ask, () => undefined);
      for (let asked = 0; asked < 20; asked += 1) ask();
      document.querySelector<HTMLElement>('#next')?.click();
    });
    await opened(tab, 'Suite');
    const other = await on.reader.newTab();
    await other.goto(`${on.site.url}/cdp/`);
    await opened(other, 'Accueil');
    await tab.back();
    await opened(tab, 'Accueil');
    await other.click('[data-sign-out]');
    await gateShown(other);
    await gateShown(tab);
  });

  it('refuses a page that was altered, in French, and renders nothing of it', async () => {
    const altered = await blobName(await roomKeysOf(1), '/cdp/suite/index.html');
    on.site.intercept = (path, response) => {
      if (!path.endsWith(`/${altered}`)) return false;
      response.writeHead(200).end(Buffer.from('PVLT\u0001 something else, long enough to be one'));
      return true;
    };
    const tab = await signedIn(on.reader, on.site.url);
    await tab.goto(`${on.site.url}/cdp/suite/`);
    await shown(tab, 'main', 'modifié ou abîmé');
    expect(await contentOf(tab)).not.toContain('Deuxième page');
  });

  it('opens pages that are at hand without asking, and has them give way to a new version', async () => {
    const page = await blobName(await roomKeysOf(1), '/cdp/suite/index.html');
    const asked = () => on.site.asked.filter((path) => path.endsWith(`/${page}`)).length;
    const tab = await signedIn(on.reader, on.site.url);
    await until(tab, isReady);
    expect(asked()).toBe(1);
    await tab.goto(`${on.site.url}/cdp/suite/`);
    await opened(tab, 'Suite');
    expect(asked()).toBe(1);
    await publish(on.site, 'Deuxième version.');
    await tab.goto(`${on.site.url}/cdp/`);
    await shown(tab, 'main', 'Deuxième version.');
  });

  it('survives the end of its worker, which starts anew', async () => {
    amendScript(
      on.site,
      'vault-worker.js',
      (script) =>
        `const born = performance.timeOrigin; addEventListener('message', ({ data, ports: [port] }) => { if (data === 'born') port.postMessage(born); });\n${script}`,
    );
    const tab = await signedIn(on.reader, on.site.url);
    const before = await born(tab);
    await on.engine.endWorker(tab);
    await tab.goto(`${on.site.url}/cdp/suite/`);
    await opened(tab, 'Suite');
    expect(await born(tab)).not.toBe(before);
  });
});
