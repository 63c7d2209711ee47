import { describe, expect, it } from 'vitest';
import { ENGINES } from '../support/engines/kinds.ts';
import { amendScript, scene, WITHOUT_WORKERS } from '../support/engines/small-site.ts';
import { contentOf, gateShown, opened, signedIn, until } from '../support/engines/steps.ts';

describe.each(ENGINES)('$name: without service workers', (kind) => {
  const on = scene(kind);

  it('opens pages and pictures in place, goes from page to page and back, and locks', async () => {
    amendScript(on.site, '_vault/check.js', (script) => `${WITHOUT_WORKERS}\n${script}`);
    const tab = await signedIn(on.reader, on.site.url);
    expect(await tab.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
    await until(tab, () => document.querySelector('img')?.naturalWidth === 1);
    const data = await tab.evaluate(async () => {
      const { portalVault } = globalThis as unknown as {
        portalVault: { open: (path: string) => Promise<{ bytes: Uint8Array } | null> };
      };
      const file = await portalVault.open(new URL('donnees.csv', location.href).pathname);
      return new TextDecoder().decode(file?.bytes);
    });
    expect(data).toBe('site;inclusions\nun;1\n');
    await tab.click('#next');
    await opened(tab, 'Suite');
    await until(tab, () => document.querySelector('h1')?.dataset['ran'] === 'yes');
    await tab.back();
    await opened(tab, 'Accueil');
    await until(tab, () => document.querySelector('img')?.naturalWidth === 1);
    await tab.forward();
    await opened(tab, 'Suite');
    expect(await tab.url()).toBe(`${on.site.url}/cdp/suite/`);
    // Nothing sealed was asked for by its own address: the host only saw gates and ciphertext.
    expect(on.site.asked.filter((path) => /\.(?:png|csv)$/.test(path))).toEqual([]);

    const other = await on.reader.newTab();
    await other.goto(`${on.site.url}/cdp/`);
    await opened(other, 'Accueil');
    await other.click('[data-sign-out]');
    await gateShown(other);
    await gateShown(tab);
    expect(await contentOf(tab)).not.toContain('Deuxième page');
    await tab.back();
    await gateShown(tab);
    expect(await contentOf(tab)).not.toContain('Première version');
  });
});
