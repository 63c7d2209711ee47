import { createServer, type RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import portalConfig from '../../portal.config.ts';
import { headersOf } from '../../src/headers/headers.ts';
import { siteOf } from '../../src/headers/site.ts';
import { listen } from '../../src/serve/listen.ts';
import { createStaticServer } from '../../src/serve/static-server.ts';
import type { Engine, Profile, Tab } from '../support/engines/engine.ts';
import { ENGINES } from '../support/engines/kinds.ts';
import { WITHOUT_WORKERS } from '../support/engines/small-site.ts';
import { enter, shown, until } from '../support/engines/steps.ts';

// The portal itself: its styles, its scripts, and its search through the sealed index.

const { passphrase, dist } = inject('portal');
const { base } = portalConfig;

/** The portal, with or without service workers. */
async function serve(): Promise<{ url: string; hideWorkers: () => void; close: () => void }> {
  const headers = (path: string) => headersOf(path, siteOf(portalConfig));
  const inner = createStaticServer({ folder: dist, base, headers });
  const [answer] = inner.listeners('request') as RequestListener[];
  let isHidden = false;
  const check = `${base}_vault/check.js`;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (!isHidden || !path.startsWith(check) || path.endsWith('as-it-is')) {
      answer?.(request, response);
      return;
    }
    void fetch(`${origin}${check}?as-it-is`).then(async (original) => {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(`${WITHOUT_WORKERS}\n${await original.text()}`);
    });
  });
  const origin = await listen(server, 0);
  return {
    url: origin + base.slice(0, -1),
    hideWorkers: () => (isHidden = true),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const SEARCH = `/cdp/recherche/?q=${encodeURIComponent('généralisation')}`;

/** Waits for hits, opens the first and finds its page. */
async function openFirstHit(tab: Tab): Promise<void> {
  await shown(tab, '[data-search-result] a[href]');
  await tab.click('[data-search-result] a[href]');
  await until(tab, () => location.pathname.includes('/comptes-rendus/'));
  await shown(tab, 'main h1');
}

describe.each(ENGINES)('$name: the portal', (kind) => {
  let engine: Engine;
  let reader: Profile;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    engine = await kind.launch();
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    site = await serve();
    reader = await engine.newProfile();
  });
  afterEach(async () => {
    await reader.close();
    site.close();
  });

  it('is styled, and searched through the sealed index, whose hits open', async () => {
    const tab = await reader.newTab();
    await tab.goto(`${site.url}${SEARCH}`);
    await enter(tab, passphrase);
    await openFirstHit(tab);
    const look = await tab.evaluate(async () => ({
      rules: Array.from(document.styleSheets).reduce((sum, each) => sum + each.cssRules.length, 0),
      font: (await document.fonts.ready).check('16px "Newsreader Variable"'),
      heading: getComputedStyle(document.querySelector('main h1') ?? document.body).fontFamily,
    }));
    expect(look.rules).toBeGreaterThan(20);
    expect(look.font).toBe(true);
    expect(look.heading).toContain('Newsreader');
    await tab.back();
    await shown(tab, '[data-search-result]');
  });

  it('is searched without service workers, too', async () => {
    site.hideWorkers();
    const tab = await reader.newTab();
    await tab.goto(`${site.url}${SEARCH}`);
    await enter(tab, passphrase);
    expect(await until(tab, () => !('serviceWorker' in navigator))).toBe(true);
    await openFirstHit(tab);
    await tab.back();
    await shown(tab, '[data-search-result]');
  });
});
