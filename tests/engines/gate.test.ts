import { describe, expect, it } from 'vitest';
import { deriveKek } from '../../src/vault/format/kdf.ts';
import { fromBase64url } from '../../src/vault/format/bytes.ts';
import { writeShareFragment } from '../../src/vault/format/share.ts';
import { ENGINES } from '../support/engines/kinds.ts';
import { ACCENTED, publish, scene } from '../support/engines/small-site.ts';
import { enter, gateShown, opened, shown, signedIn, until } from '../support/engines/steps.ts';
import { keysOf, PASSPHRASE } from '../support/small-portal.ts';
import { CHEAP } from '../unit/vault/room.fixture.ts';

describe.each(ENGINES)('$name: the gate', (kind) => {
  const on = scene(kind);

  it('refuses a wrong passphrase, and opens with the right one', async () => {
    const tab = await on.reader.newTab();
    await tab.goto(`${on.site.url}/cdp/`);
    await enter(tab, 'pas la bonne');
    await shown(tab, '[role=alert]', 'n’ouvre pas');
    await enter(tab);
    await opened(tab, 'Accueil');
  });

  it.each(['NFC', 'NFD'] as const)('opens with accents as they are typed in %s', async (form) => {
    const tab = await on.reader.newTab();
    await tab.goto(`${on.site.url}/cdp/`);
    await gateShown(tab);
    // Pasted, as drivers cannot type a combining accent on every keyboard.
    await tab.evaluate((passphrase) => {
      const field = document.querySelector<HTMLInputElement>('#passphrase');
      if (field !== null) field.value = passphrase;
    }, ACCENTED.normalize(form));
    await tab.click('form[data-gate] [type=submit]');
    await opened(tab, 'Accueil');
  });

  it('keeps anchor and query on the way, and goes where they lead', async () => {
    const tab = await on.reader.newTab();
    await tab.goto(`${on.site.url}/cdp/?q=essai#repere`);
    await enter(tab);
    await opened(tab, 'Accueil');
    expect(await tab.url()).toBe(`${on.site.url}/cdp/?q=essai#repere`);
    await until(tab, () => scrollY > 300);
  });

  it.each([
    [false, 0.5],
    [true, 30],
  ])(
    'keeps the keys as asked (30 days: %s), and no script can take them out',
    async (kept, days) => {
      const tab = await on.reader.newTab();
      await tab.goto(`${on.site.url}/cdp/`);
      await enter(tab, PASSPHRASE, kept);
      await opened(tab, 'Accueil');
      const [session] = await tab.evaluate(
        () =>
          new Promise<{ kept: boolean; days: number; extractable: boolean[] }[]>((resolve) => {
            indexedDB.open('portal-vault').onsuccess = (event) => {
              const database = (event.target as IDBOpenDBRequest).result;
              database.transaction('sessions').objectStore('sessions').getAll().onsuccess = (
                got,
              ) => {
                const { result } = got.target as IDBRequest<
                  { kept: boolean; until: number; keys: Record<string, CryptoKey> }[]
                >;
                database.close();
                resolve(
                  result.map((each) => ({
                    kept: each.kept,
                    days: Math.round((each.until - Date.now()) / 43_200_000) / 2,
                    extractable: Object.values(each.keys).map((key) => key.extractable),
                  })),
                );
              };
            };
          }),
      );
      expect(session).toEqual({ kept, days, extractable: [false, false, false, false] });
    },
  );

  it('opens a share link, whose secret leaves the address bar and reaches no host', async () => {
    const salt = fromBase64url(keysOf(1).epochs[0]?.salt ?? '') ?? new Uint8Array();
    const fragment = writeShareFragment(await deriveKek(PASSPHRASE, salt, CHEAP), 'repere');
    const tab = await on.reader.newTab();
    await tab.goto(`${on.site.url}/cdp/${fragment}`);
    await opened(tab, 'Accueil');
    expect(await tab.url()).toBe(`${on.site.url}/cdp/#repere`);
    expect(await tab.evaluate(() => location.href)).toBe(`${on.site.url}/cdp/#repere`);
    expect(on.site.asked.filter((path) => path.includes('acces'))).toEqual([]);
    // Where the room is open already, too.
    const other = await on.reader.newTab();
    await other.goto(`${on.site.url}/cdp/suite/${fragment.replace(/&ancre.*/, '')}`);
    await opened(other, 'Suite');
    expect(await other.url()).toBe(`${on.site.url}/cdp/suite/`);
  });

  it('asks politely for the passphrase of a new epoch', async () => {
    const tab = await signedIn(on.reader, on.site.url);
    await publish(on.site, 'Deuxième version.', 2);
    await tab.click('#next');
    await shown(tab, '[role=alert]', 'phrase de passe a changé');
    await enter(tab);
    await opened(tab, 'Suite');
  });
});
