import { mkdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { sealSite } from '../../vault/seal/seal-site.ts';
import type { Figure } from '../figure.ts';
import { median, time } from '../measure.ts';
import { signIn, wrongPassphrase } from './browse.ts';
import type { ServedSites } from './serve.ts';
import { benchKeys, benchPages, benchSettings, PAGES, pageAt, writeSite } from './site.ts';
import { refuseByStaticrypt, staticrypt, unlockStaticrypt, weigh } from './staticrypt.ts';

const ROUNDS = 3;

/** The same pages by StatiCrypt, and by the vault as its command would: read, seal, write. */
export async function* peerFigures(browser: Browser, sites: ServedSites): AsyncGenerator<Figure> {
  const encrypted = join(sites.scratch, 'staticrypt');
  const ms = await staticrypt(sites.plainPages, encrypted);
  const { bytes, pages } = weigh(encrypted);
  if (pages.length !== PAGES) throw new Error(`StatiCrypt wrote ${pages.length} pages.`);
  const own = join(sites.scratch, 'own');
  mkdirSync(own);
  const site = benchPages();
  const [keys, settings] = [benchKeys(), await benchSettings()];
  const ours = await time(async () => {
    writeSite(own, (await sealSite(site, keys, settings)).published);
  });
  const sealed = weigh(join(own, '_vault', 'coordination')).bytes;
  yield informs('vault: build, all in, a page', ours / PAGES, 'ms');
  yield informs('StatiCrypt: build, all in, a page', ms / PAGES, 'ms');
  yield informs('vault: a page', sealed / PAGES / 1000, 'kB');
  yield informs('StatiCrypt: a page', bytes / PAGES / 1000, 'kB');

  const origin = await sites.serve(encrypted);
  const [first = ''] = pages;
  const theirs = `${origin}/${relative(encrypted, dirname(first)).split(sep).join('/')}/`;
  const mine = sites.sealed + pageAt(0);
  const measured: [string, string, (tab: Page, address: string) => Promise<number>][] = [
    ['vault: unlock', mine, signIn],
    ['StatiCrypt: unlock', theirs, unlockStaticrypt],
    ['vault: a wrong passphrase', mine, wrongPassphrase],
    ['StatiCrypt: a wrong password', theirs, refuseByStaticrypt],
  ];
  const times = measured.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, [, address, measure]] of measured.entries()) {
      const context = await browser.newContext();
      times[at]?.push(await measure(await context.newPage(), address));
      await context.close();
    }
  }
  for (const [at, [name]] of measured.entries()) yield informs(name, median(times[at] ?? []), 'ms');
}

const informs = (name: string, value: number, unit: string): Figure => ({
  name,
  value,
  unit,
  most: null,
});
