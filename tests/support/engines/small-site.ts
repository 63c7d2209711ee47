import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { sealedSite, type SealedSite } from '../sealed-site.ts';
import { keysOf, smallPortal } from '../small-portal.ts';
import type { Engine, EngineKind, Profile } from './engine.ts';

/** As a project site of GitHub Pages: everything happens below a base path. */
const BASE = '/repository/';

/** Has an accent, which may be typed as one character or as two. */
export const ACCENTED = 'élève forêt écureuil été';

/** A small portal, an engine, and in each test a reader who was never there. */
export interface Scene {
  site: SealedSite;
  engine: Engine;
  reader: Profile;
}

/** Sets the scene for the tests of a `describe`. */
export function scene(kind: EngineKind): Scene {
  const result = {} as Scene;
  beforeAll(async () => {
    result.engine = await kind.launch();
    result.site = await sealedSite(BASE);
  });
  afterAll(async () => {
    await result.engine.close();
    await result.site.close();
  });
  beforeEach(async () => {
    result.site.intercept = () => false;
    await publish(result.site, 'Première version.');
    result.site.asked.splice(0);
    result.reader = await result.engine.newProfile();
  });
  afterEach(async () => {
    await result.reader.close();
    await result.site.start();
  });
  return result;
}

/** Publishes the small portal. @param epoch another one has other keys */
export async function publish(site: SealedSite, word: string, epoch = 1): Promise<void> {
  const keys = keysOf(epoch, epoch);
  keys.passphrases.push({ room: 'coordination', label: 'c', passphrase: ACCENTED });
  await site.publish(smallPortal(word, BASE), keys);
}

/** Adds to a script of the site. @param name as in `_vault/check.js` */
export function amendScript(
  site: SealedSite,
  name: string,
  amend: (script: string) => string,
): void {
  const address = `${site.url}/${name}`;
  site.intercept = (path, response) => {
    if (!path.startsWith(`${BASE}${name}`) || path.endsWith('as-it-is')) return false;
    void fetch(`${address}?as-it-is`).then(async (original) => {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(amend(await original.text()));
    });
    return true;
  };
}

/** What a web view without service workers has: first script of the gate, on each of its pages. */
export const WITHOUT_WORKERS = 'delete Navigator.prototype.serviceWorker;';
