import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Reader } from './browser.ts';
import type { PageKind } from './kinds.ts';
import type { FullPortal } from './portal.ts';

/** What reading a page costs. */
export interface Weight {
  /** Addresses of what the page loaded, without origin. */
  scripts: string[];
  /** Gzipped bytes. */
  script: number;
  style: number;
  /** Sum of layout shifts nobody asked for. */
  shift: number;
  elements: number;
  /** Bytes that the server sent for the second visit. */
  warm: number;
}

/** A phone's processor is slower than a desk's: so many times. */
const SLOWER = 4;
/** What a visitor of last month has kept on the device: what is new shows since then. */
const LAST_MONTH = 30 * 86_400_000;

/** Reads a page twice: as one who was there last month, and again. */
export async function weigh(
  reader: Reader,
  { origin, sent }: FullPortal,
  { path }: PageKind,
  search: ReadonlySet<string>,
): Promise<Weight> {
  const page = await reader.newPage();
  await slowDown(page);
  await page.addInitScript(watchShifts, Date.now() - LAST_MONTH);
  const first = await read(page, origin + path);
  const before = sent();
  const again = await read(page, origin + path);
  const warm = sent() - before;
  const scripts = first.files.filter((file) => /\.js(?:\?|$)/.test(file));
  const weight = {
    scripts,
    script: await gzipped(
      page,
      scripts.filter((file) => !search.has(file)),
    ),
    style: await gzipped(
      page,
      first.files.filter((file) => /\.css(?:\?|$)/.test(file)),
    ),
    shift: Math.max(first.shift, again.shift),
    elements: await page.locator('*').count(),
    warm,
  };
  await page.close();
  return weight;
}

/** The scripts that opening the search loads. */
export async function searchScripts(reader: Reader, { origin }: FullPortal): Promise<Set<string>> {
  const page = await reader.newPage();
  const before = await read(page, `${origin}/cdp/`);
  await page.locator('[data-search-open]').first().click();
  await page.locator('dialog[open]').waitFor();
  await page.waitForLoadState('networkidle');
  const after = await filesOf(page);
  await page.close();
  return new Set(after.filter((file) => !before.files.includes(file)));
}

async function read(page: Page, address: string): Promise<{ files: string[]; shift: number }> {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  const shift = await page.evaluate(
    () => (globalThis as unknown as { shifts?: number }).shifts ?? 0,
  );
  return { files: await filesOf(page), shift };
}

const filesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .map(({ pathname, search }) => pathname + search),
  );

/** Bytes of files, each gzipped as a host sends it. */
async function gzipped(page: Page, files: readonly string[]): Promise<number> {
  const texts = await page.evaluate(
    (all) => Promise.all(all.map(async (file) => (await fetch(file)).text())),
    [...new Set(files)],
  );
  return texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** Runs in the page, before its own scripts. */
function watchShifts(lastVisit: number): void {
  if (location.protocol === 'about:') return;
  localStorage.setItem('visits', `${String(lastVisit)} 0`);
  const kept = globalThis as unknown as { shifts: number };
  kept.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as unknown as {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) kept.shifts += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
