import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blobName } from '../../src/vault/format/room-keys.ts';
import { slowLine } from '../../src/bench/vault/at-hand.ts';
import { launchChromium } from '../support/browser.ts';
import { enter, gate, opened, signedIn } from '../support/gate.ts';
import { sealedSite, type SealedSite } from '../support/sealed-site.ts';
import { keysOf, smallPortal } from '../support/small-portal.ts';
import { keysOf as roomKeysOf } from '../unit/vault/room.fixture.ts';

// A host that lies, as readers see it: what it does is refused with a sentence, and the worker lives on.

const MANIFEST = '/_vault/manifest.json';
let browser: Browser;
let site: SealedSite;
let context: BrowserContext;
let first: Map<string, Buffer>;

const addressOf = async (path: string, byte = 1): Promise<string> =>
  `/_vault/coordination/${await blobName(await roomKeysOf(byte), path)}`;
const fetched = async (path: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(site.origin + path)).arrayBuffer());

/** Answers an address with other bytes. */
function lie(address: string, bytes: Uint8Array): void {
  site.intercept = (path, response) => {
    if (path !== address) return false;
    response.writeHead(200).end(bytes);
    return true;
  };
}

beforeAll(async () => {
  browser = await launchChromium();
  site = await sealedSite();
  await site.publish(smallPortal('Époque deux.'), keysOf(9, 2));
  const former = await fetched(await addressOf('/cdp/suite/index.html', 9));
  await site.publish(smallPortal('Première version.'), keysOf(1));
  const page = await fetched(await addressOf('/cdp/suite/index.html'));
  first = new Map([
    ['with a bit flipped', Buffer.from(page.map((byte, at) => (at === 99 ? byte ^ 4 : byte)))],
    ['cut short', page.subarray(0, -1)],
    ['with more at its end', Buffer.concat([page, page])],
    ['empty', Buffer.alloc(0)],
    ['of another path', await fetched(await addressOf('/cdp/index.html'))],
    ['of another epoch', former],
    ['of 20 MB', Buffer.concat([page, Buffer.alloc(20_000_000)])],
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  site.intercept = () => false;
  context = await browser.newContext();
  context.setDefaultTimeout(20_000);
});
afterEach(async () => {
  await context.close();
});

const alert = (tab: Page, text: string) => tab.locator('[role=alert]').filter({ hasText: text });

it('refuses every altered page in a French sentence, and opens the next page as before', async () => {
  await slowLine(context);
  const tab = await signedIn(context, site.url);
  const address = await addressOf('/cdp/suite/index.html');
  for (const bytes of first.values()) {
    lie(address, bytes);
    await tab.goto(`${site.url}/cdp/suite/`);
    await tab.getByText('Ce fichier n’est pas celui qui a été publié').waitFor();
    expect(await tab.content()).not.toContain('Deuxième page');
    site.intercept = () => false;
    await tab.getByRole('link', { name: 'Revenir à l’accueil' }).click();
    await opened(tab, 'Accueil');
    expect(await tab.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  }
  await tab.goto(`${site.url}/cdp/suite/`);
  await opened(tab, 'Suite');
});

it('tells a page of a format to come from an altered one', async () => {
  await slowLine(context);
  const tab = await signedIn(context, site.url);
  const address = await addressOf('/cdp/suite/index.html');
  const page = await fetched(address);
  page[4] = 2;
  lie(address, page);
  await tab.goto(`${site.url}/cdp/suite/`);
  await tab.getByText('Le portail a été mis à jour et cette page est ancienne').waitFor();
});

describe('a manifest', () => {
  const changed = async (act: (room: Record<string, unknown>) => void): Promise<Buffer> => {
    const manifest = JSON.parse((await fetched(MANIFEST)).toString()) as {
      rooms: Record<string, unknown>[];
    };
    manifest.rooms.forEach(act);
    return Buffer.from(JSON.stringify(manifest));
  };
  const kdf = { name: 'argon2id', memory: 65_536, passes: 3, lanes: 1 };

  it.each<[string, () => Promise<Buffer>, string]>([
    [
      'with a cheap kdf',
      () => changed((room) => (room['kdf'] = { ...kdf, memory: 8 })),
      'mal publié',
    ],
    [
      'with a kdf of 4 GiB',
      () => changed((room) => (room['kdf'] = { ...kdf, memory: 2 ** 22 })),
      'mal publié',
    ],
    [
      'of 10 MB',
      async () => Buffer.concat([await fetched(MANIFEST), Buffer.alloc(1e7, ' ')]),
      'mal publié',
    ],
    ['too deep', () => Promise.resolve(Buffer.from('['.repeat(1e6))), 'mal publié'],
    ['that is none', () => Promise.resolve(Buffer.from('<!doctype html>')), 'mal publié'],
    ['of another epoch', () => changed((room) => (room['epoch'] = 5)), 'n’ouvre pas la communauté'],
  ])('%s is refused at the gate, which opens with the right one', async (_, make, message) => {
    const tab = await context.newPage();
    lie(MANIFEST, await make());
    await tab.goto(`${site.url}/cdp/`);
    await enter(tab);
    await alert(tab, message).waitFor();
    expect(await gate(tab).isVisible()).toBe(true);
    site.intercept = () => false;
    await enter(tab);
    await opened(tab, 'Accueil');
  });
});
