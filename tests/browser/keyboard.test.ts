import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gate } from '../support/gate.ts';
import { address, portal, startVisit, tabTo, type Visit } from '../support/visit.ts';

// A visit without a pointer, from the gate to signing out. What is asserted prints nothing of the minutes.

const MINUTES = '/cdp/comptes-rendus/50/';

let visit: Visit;
let page: Page;

beforeAll(async () => {
  visit = await startVisit({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  ({ page } = visit);
});
afterAll(async () => {
  await visit.browser.close();
});

/** A page that was opened by a key: its scripts have run. */
async function arrived(path: string | RegExp): Promise<void> {
  await page.waitForURL(typeof path === 'string' ? address(path) : path);
  await page.locator('[data-sign-out]').first().waitFor();
  await page.waitForFunction(() => document.readyState === 'complete');
}

const hasFocus = (selector: string): Promise<boolean> =>
  page.evaluate((css) => document.activeElement?.matches(css) === true, selector);

/** In the order of a visit: each step goes on from where the one before it ended. */
describe('a visit by keyboard alone', () => {
  it('passes the gate, and may err before', async () => {
    await page.goto(address(MINUTES));
    await gate(page).waitFor();
    if (!(await hasFocus('#passphrase'))) await tabTo(page, '#passphrase');
    await page.keyboard.type('pas la bonne');
    await page.keyboard.press('Enter');
    await page.locator('[role=alert]').filter({ hasText: 'n’ouvre pas' }).waitFor();
    await expect.poll(() => hasFocus('#passphrase')).toBe(true);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(portal.passphrase);
    await page.keyboard.press('Enter');
    await arrived(MINUTES);
  });

  it('skips the menu first of all', async () => {
    await page.keyboard.press('Tab');
    expect(await hasFocus('a.skip')).toBe(true);
    expect((await page.locator('a.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('goes by the contents to a site’s news, and reads on from there', async () => {
    await tabTo(page, '.contents-rail a[href="#marseille"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#marseille$/);
    await page.keyboard.press('Tab');
    const isAfter = await page.evaluate(() => {
      const [news, stop] = [document.getElementById('marseille'), document.activeElement];
      const order = stop === null ? undefined : news?.compareDocumentPosition(stop);
      return order !== undefined && (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    });
    expect(isAfter).toBe(true);
  });

  it('searches, and opens what was found', async () => {
    await page.keyboard.press('ControlOrMeta+K');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.type('généralisation');
    await page.locator('dialog[open] [data-search-result]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await arrived(/\/comptes-rendus\/\d+\/.*#/);
  });

  it('goes by the menu to the chart, along the curve and to its sentence', async () => {
    await tabTo(page, 'nav a[href$="/cdp/inclusions/"]');
    await page.keyboard.press('Enter');
    await arrived('/cdp/inclusions/');
    await expect
      .poll(() => page.locator('svg[data-chart].wide a[tabindex="0"]').count())
      .not.toBe(0);
    await tabTo(page, 'svg[data-chart].wide a');
    await page.keyboard.press('ArrowLeft');
    expect(await hasFocus('svg[data-chart].wide a')).toBe(true);
    await page.keyboard.press('Enter');
    await arrived(/\/comptes-rendus\/\d+\/.*#/);
  });

  it('narrows the questions', async () => {
    await tabTo(page, 'nav a[href$="/cdp/questions/"]');
    await page.keyboard.press('Enter');
    await arrived('/cdp/questions/');
    const all = await page.locator('[data-status]:visible').count();
    await tabTo(page, 'select[name=cr]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-status]:visible').count()).toBeLessThan(all);
  });

  it('signs out', async () => {
    await tabTo(page, '[data-sign-out]');
    await page.keyboard.press('Enter');
    await gate(page).waitFor();
  });
});

/** Where the Tab key stops on a page, and what is wrong there; elements go by tag and class alone. */
async function walk(tab: Page): Promise<{ stops: number; faults: string[] }> {
  const faults: string[] = [];
  for (let stops = 0; stops < 600; stops += 1) {
    await tab.keyboard.press('Tab');
    const fault = await tab.evaluate(lookAtStop);
    if (fault === null) return { stops, faults };
    if (fault !== '') faults.push(fault);
  }
  throw new Error('The Tab key comes to no end.');
}

/** Runs in the page. @returns what is wrong with the element that has the focus, `null` at the end */
function lookAtStop(): string | null {
  const stop = document.activeElement;
  if (stop === null || stop === document.body || stop === document.documentElement) return null;
  const name = `${stop.tagName.toLowerCase()}.${stop.getAttribute('class') ?? ''}`;
  const box = [...stop.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (box === undefined) return `${name} is not there to be seen`;
  const looks = (): string =>
    [stop, ...stop.querySelectorAll('svg *, :scope > :is(circle, path, rect)')]
      .map((element) => {
        const { outline, outlineStyle, stroke, strokeWidth, boxShadow } = getComputedStyle(element);
        return [outlineStyle === 'none' ? '' : outline, stroke, strokeWidth, boxShadow].join();
      })
      .join();
  const marked = looks();
  (stop as HTMLElement | SVGElement).blur();
  const isMarked = looks() !== marked;
  (stop as HTMLElement | SVGElement).focus({ preventScroll: true });
  if (!isMarked) return `${name} shows no focus`;
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const isInside =
    box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  if (!isInside) return `${name} is out of sight`;
  const seen = document.elementFromPoint(x, y);
  const isCovered = seen === null || !(stop.contains(seen) || seen.contains(stop));
  return isCovered ? `${name} is covered by ${seen?.tagName ?? 'nothing'}` : '';
}

const ROUTES = [
  '/cdp/',
  '/cdp/comptes-rendus/',
  MINUTES,
  '/cdp/sites/',
  '/cdp/sites/marseille/',
  '/cdp/inclusions/',
  '/cdp/questions/',
  '/cdp/agenda/',
  '/cdp/formations/',
  '/cdp/documents/',
  '/cdp/annuaire/',
  '/cdp/glossaire/',
  '/cdp/donnees/',
  '/cdp/recherche/',
  '/',
  '/webinaires/',
];

describe.each([
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
])('every stop of the Tab key at $width px', (viewport) => {
  beforeAll(async () => {
    await page.setViewportSize(viewport);
    await page.goto(address('/cdp/'));
    if ((await gate(page).count()) > 0) {
      await page.fill('#passphrase', portal.passphrase);
      await page.keyboard.press('Enter');
    }
    await page.locator('[data-sign-out]').first().waitFor();
  });

  it.each(ROUTES)('is in sight and marked: %s', async (path) => {
    await page.goto(address(path));
    await page.locator('main h1').waitFor();
    const { stops, faults } = await walk(page);
    expect(faults).toEqual([]);
    expect(stops).toBeGreaterThan(3);
  });
});

it('met no error', () => {
  expect(visit.complaints.consoleErrors).toEqual([]);
});
