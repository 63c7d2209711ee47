import { describe, expect, it } from 'vitest';
import { ENGINES } from '../support/engines/kinds.ts';
import { scene } from '../support/engines/small-site.ts';
import { enter, opened, shown, signedIn, until } from '../support/engines/steps.ts';
import { ATTACHMENT } from '../support/small-portal.ts';

describe.each(ENGINES)('$name: offline', (kind) => {
  const on = scene(kind);

  it('opens everything with the host gone, once it was made available', async () => {
    const tab = await signedIn(on.reader, on.site.url);
    await tab.click('[data-offline]');
    await shown(tab, 'dialog.vault-dialog', 'tiennent en');
    await tab.evaluate(() => {
      const buttons = document.querySelectorAll<HTMLElement>('dialog.vault-dialog button');
      Array.from(buttons)
        .find(({ textContent }) => textContent.startsWith('Télécharger'))
        ?.click();
    });
    await shown(tab, 'dialog.vault-dialog', 's’ouvre hors ligne');
    await on.site.stop();
    await tab.goto(`${on.site.url}/cdp/suite/`);
    await opened(tab, 'Suite');
    await until(tab, () => document.querySelector('h1')?.dataset['ran'] === 'yes');
    await tab.click('#back');
    await opened(tab, 'Accueil');
    await until(tab, () => document.querySelector('img')?.naturalWidth === 1);
    const size = await tab.evaluate(
      async () => (await (await fetch('annexe.pdf')).arrayBuffer()).byteLength,
    );
    expect(size).toBe(ATTACHMENT.length);
    await tab.goto(`${on.site.url}/`);
    await shown(tab, 'main h1', 'Page publique');
    // Closing the session works without a network, and so does opening it again.
    await tab.goto(`${on.site.url}/cdp/`);
    await tab.click('[data-sign-out]');
    await enter(tab);
    await opened(tab, 'Accueil');
  });
});
