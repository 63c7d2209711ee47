import { describe, expect, it } from 'vitest';
import { slowLine } from '../../src/bench/vault/at-hand.ts';
import { useGatedPortal } from '../support/gated-portal.ts';
import { enter, gate, opened, signedIn } from '../support/gate.ts';
import { keysOf, smallPortal } from '../support/small-portal.ts';

const portal = useGatedPortal();

const MANIFEST = '/_vault/manifest.json';
const isBlob = (path: string): boolean => path.startsWith('/_vault/coordination/');

describe('from one build to the next', () => {
  it('goes on with the same key, and says that there is a new version', async () => {
    const tab = await signedIn(portal.context, portal.site.url);
    await expect
      .poll(() => portal.site.asked.filter((path) => path === MANIFEST).length)
      .toBeGreaterThan(1);
    await portal.site.publish(smallPortal('Deuxième version.'), keysOf(1));
    await tab.evaluate(() => dispatchEvent(new Event('online')));
    await tab.locator('.vault-news').filter({ hasText: 'mis à jour' }).waitFor();
    await tab.getByRole('button', { name: 'Recharger' }).click();
    await tab.getByText('Deuxième version.').waitFor();
  });

  it('asks politely for the passphrase of a new epoch', async () => {
    const tab = await signedIn(portal.context, portal.site.url);
    await portal.site.publish(smallPortal('Deuxième version.'), keysOf(9, 2));
    await tab.evaluate(() => dispatchEvent(new Event('online')));
    await tab.locator('.vault-news').filter({ hasText: 'phrase de passe a changé' }).waitFor();
    await tab.getByRole('button', { name: 'Plus tard' }).click();
    await tab.click('#next');
    await gate(tab).waitFor();
    await tab.locator('[role=alert]').filter({ hasText: 'phrase de passe a changé' }).waitFor();
    await enter(tab);
    await opened(tab, 'Suite');
    const names = await tab.evaluate(() => caches.keys());
    expect(names.filter((name) => name.includes('sealed coordination 1'))).toEqual([]);
  });
});

it('asks for it even where the host keeps the old files', async () => {
  const tab = await signedIn(portal.context, portal.site.url);
  await portal.site.publish(smallPortal('Deuxième version.'), keysOf(9, 2));
  const manifest = await (await fetch(`${portal.site.url}${MANIFEST}`)).text();
  await portal.site.publish(smallPortal('Première version.'), keysOf(1));
  portal.site.intercept = (path, response) => {
    if (path !== MANIFEST) return false;
    response.writeHead(200, { 'content-type': 'application/json' }).end(manifest);
    return true;
  };
  await tab.evaluate(() => dispatchEvent(new Event('online')));
  await tab.locator('.vault-news').filter({ hasText: 'phrase de passe a changé' }).waitFor();
  await tab.click('#next');
  await tab.locator('[role=alert]').filter({ hasText: 'phrase de passe a changé' }).waitFor();
  expect(await tab.content()).not.toContain('Deuxième page');
});

describe('in the middle of a deployment', () => {
  it('waits for a manifest that is missing, and signs in when it is there', async () => {
    let refusals = 0;
    portal.site.intercept = (path, response) => {
      if (path !== MANIFEST || refusals >= 2) return false;
      refusals += 1;
      response.writeHead(404).end();
      return true;
    };
    await signedIn(portal.context, portal.site.url);
    expect(refusals).toBe(2);
  });

  it('says so when it does not come, and signs in by the button when it has', async () => {
    let isDown = true;
    portal.site.intercept = (path, response) => {
      if (path !== MANIFEST || !isDown) return false;
      response.writeHead(503).end();
      return true;
    };
    const tab = await portal.context.newPage();
    await tab.goto(`${portal.site.url}/cdp/`);
    await enter(tab);
    await tab.locator('[role=alert]').filter({ hasText: 'en cours de mise à jour' }).waitFor();
    isDown = false;
    await tab.getByRole('button', { name: 'Réessayer' }).click();
    await opened(tab, 'Accueil');
  });

  it('waits for a sealed page, and offers to try again when it does not come', async () => {
    await slowLine(portal.context);
    const tab = await signedIn(portal.context, portal.site.url);
    let isDown = true;
    let last = '';
    portal.site.intercept = (path, response) => {
      last = isBlob(path) && last === '' ? path : last;
      if (!isDown || path !== last) return false;
      response.writeHead(404).end();
      return true;
    };
    await tab.goto(`${portal.site.url}/cdp/suite/`);
    await tab.getByText('en cours de mise à jour').waitFor();
    isDown = false;
    await tab.getByRole('link', { name: 'Réessayer' }).click();
    await opened(tab, 'Suite');
  });

  it('refuses a page that was altered, and renders nothing of it', async () => {
    await slowLine(portal.context);
    const tab = await signedIn(portal.context, portal.site.url);
    let first = '';
    portal.site.intercept = (path, response) => {
      first = isBlob(path) && first === '' ? path : first;
      if (path !== first) return false;
      response
        .writeHead(200)
        .end(Buffer.from('PVLT\u0001 something else that is long enough to be one'));
      return true;
    };
    await tab.goto(`${portal.site.url}/cdp/suite/`);
    await tab.getByText('modifié ou abîmé').waitFor();
    expect(await tab.content()).not.toContain('Deuxième page');
  });
});
