import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter } from '../support/gate.ts';
import { address, portal, startVisit, type Visit } from '../support/visit.ts';

let visit: Visit;
let page: Page;

beforeAll(async () => {
  visit = await startVisit();
  ({ page } = visit);
  await page.goto(address('/cdp/inclusions/'));
  await enter(page, portal.passphrase);
  await page.locator('svg[data-chart].wide').first().waitFor();
});

afterAll(async () => {
  await visit.browser.close();
});

/** Compares booleans, so that a failure prints nothing of the minutes into a log. */
describe('a curve', () => {
  const curve = () => page.locator('svg[data-chart].wide').first();
  const read = async () => (await page.locator('.readout').first().textContent()) ?? '';

  it('is one stop for the Tab key, and reads its points out with the arrows', async () => {
    await expect.poll(() => curve().locator('a[tabindex="0"]').count()).toBe(1);
    await curve().locator('a[tabindex="0"]').focus();
    const newest = await read();
    await page.keyboard.press('ArrowLeft');
    const before = await read();
    expect(/^Au \d.*inclusions/.test(newest)).toBe(true);
    expect(before !== newest && /^Au \d.*inclusions/.test(before)).toBe(true);
    await page.keyboard.press('End');
    expect((await read()) === newest).toBe(true);
  });

  it('reads the point under the pointer', async () => {
    const box = await curve().boundingBox();
    if (box === null) throw new Error('no curve on the page');
    await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.5);
    const first = await read();
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.5);
    expect(first !== (await read()) && first.startsWith('Au ')).toBe(true);
  });

  it('gives its figures as a table that a French spreadsheet opens', async () => {
    const links = page.locator('a[download]');
    expect(await links.count()).toBe(2);
    for (const link of await links.all()) {
      const path = await link.getAttribute('href');
      const start = await page.evaluate(async (file) => {
        const bytes = new Uint8Array(await (await fetch(file ?? '')).arrayBuffer());
        return [...bytes.slice(0, 6)];
      }, path);
      expect(start).toEqual([0xef, 0xbb, 0xbf, 0x43, 0x52, 0x3b]);
    }
  });

  it('opens the sentence that states a figure', async () => {
    await curve().locator('a[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/comptes-rendus\/[^/]+\/#/);
    expect(await page.locator(':target').count()).toBe(1);
  });
});

describe('the table of sites', () => {
  it('sorts by its headings and says so, those without a value last', async () => {
    await page.goto(address('/cdp/sites/'));
    const head = page.locator('table[data-sortable="ready"] th').first();
    const rows = page.locator('table[data-sortable="ready"] tbody tr');
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const names = await rows.locator('th').allInnerTexts();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'fr')));
    await head.locator('button').click();
    expect(await rows.locator('th').allInnerTexts()).toEqual(names.toReversed());
    await page.locator('th[data-sort="falling"] button').first().click();
    const empty = await rows.evaluateAll((all) =>
      all.map((row) => (row as HTMLTableRowElement).cells[1]?.dataset['key'] === undefined),
    );
    expect(empty).toEqual(empty.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('leads to a site from its star, by keyboard', async () => {
    const star = page.locator('svg.map.wide a').first();
    expect((await star.getAttribute('aria-label'))?.includes('inclusions')).toBe(true);
    await star.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cdp\/sites\/[^/]+\/$/);
  });
});

it('leaves no complaint in the console', () => {
  expect(visit.complaints).toEqual({ consoleErrors: [], foreignRequests: [] });
});
