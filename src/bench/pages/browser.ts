import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/lib/chromium.mjs';

/** A phone with a profile of its own, which Lighthouse reads with, too. */
export interface Reader {
  /** Where Lighthouse finds the browser. */
  port: number;
  newPage: () => Promise<Page>;
  /** Opens the room for thirty days. */
  signIn: (address: string, passphrase: string) => Promise<void>;
  close: () => Promise<void>;
}

/** Starts Chromium, which reaches this machine and nothing else. @throws {Error} when none is installed. */
export async function openBrowser(): Promise<Reader> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error('No Chromium was found: `npm test` installs one, or set CHROMIUM_PATH.');
  }
  const profile = mkdtempSync(join(tmpdir(), 'pages-bench-profile-'));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 412, height: 823 },
    locale: 'fr-FR',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      `--remote-debugging-port=${port}`,
    ],
  });
  return {
    port,
    newPage: () => context.newPage(),
    signIn: async (address, passphrase) => {
      const page = await context.newPage();
      await page.goto(address);
      await page.locator('form[data-gate]').waitFor();
      await page.fill('#passphrase', passphrase);
      await page.check('[data-keep]');
      await page.click('form[data-gate] [type=submit]');
      await page.locator('[data-sign-out]').first().waitFor({ state: 'attached' });
      await page.close();
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
