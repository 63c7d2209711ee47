import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findChromium } from '../../scripts/lib/chromium.mjs';

/**
 * Starts a Chromium that reaches this machine and nothing else.
 *
 * @param name a host name that is to lead to this machine, too
 * @throws {Error} when none is installed
 */
export function launchChromium(name?: string): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error('No Chromium was found: `npm test` installs one, or set CHROMIUM_PATH.');
  }
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=${name === undefined ? '' : `MAP ${name} 127.0.0.1, `}MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
  });
}

/** What no page of the portal may do. */
export interface Complaints {
  readonly consoleErrors: string[];
  readonly foreignRequests: string[];
}

/** Listens to every page and service worker of a context, from now on. */
export function collectComplaints(context: BrowserContext, origin: string): Complaints {
  const complaints: Complaints = { consoleErrors: [], foreignRequests: [] };
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    complaints.consoleErrors.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    complaints.consoleErrors.push(error.error().message);
  });
  context.on('request', (request) => {
    const isLocal = /^(data|blob):/.test(request.url()) || request.url().startsWith(`${origin}/`);
    if (!isLocal) complaints.foreignRequests.push(request.url());
  });
  return complaints;
}
