import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { time } from '../measure.ts';
import { PASSPHRASE } from './site.ts';

/** Encrypts the pages of a folder into another with StatiCrypt's own command. @returns milliseconds */
export function staticrypt(folder: string, out: string): Promise<number> {
  const command = createRequire(import.meta.url).resolve('staticrypt/cli/index.js');
  const options = ['-r', '-d', out, '-c', 'false', '--short', '--remember', 'false'];
  return time(async () => {
    const child = spawn(process.execPath, [command, folder, ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, STATICRYPT_PASSWORD: PASSPHRASE },
    });
    const code = await new Promise((resolve, reject) =>
      child.on('close', resolve).on('error', reject),
    );
    if (code !== 0) throw new Error(`staticrypt ended with code ${String(code)}.`);
  });
}

/** Bytes of all files of a folder, and the pages among them. */
export function weigh(folder: string): { bytes: number; pages: string[] } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return { bytes, pages: files.filter((file) => file.endsWith('index.html')) };
}

/** Milliseconds from sending the password to the page. */
export async function unlockStaticrypt(tab: Page, address: string): Promise<number> {
  await fill(tab, address, PASSPHRASE);
  return time(async () => {
    await tab.click('#staticrypt-form [type=submit]');
    await tab.locator('main[data-pagefind-body]').waitFor();
  });
}

/** Milliseconds until it says that a password is wrong. */
export async function refuseByStaticrypt(tab: Page, address: string): Promise<number> {
  await fill(tab, address, 'radeau');
  return time(async () => {
    const said = tab.waitForEvent('dialog');
    // The click is over when the dialog is.
    const clicked = tab.click('#staticrypt-form [type=submit]');
    await (await said).dismiss();
    await clicked;
  });
}

async function fill(tab: Page, address: string, password: string): Promise<void> {
  await tab.goto(address);
  await tab.locator('#staticrypt-form').waitFor();
  await tab.fill('#staticrypt-password', password);
}
