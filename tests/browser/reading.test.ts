import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter } from '../support/gate.ts';
import { address, portal, startVisit, tabTo, type Visit } from '../support/visit.ts';

const MINUTES = '/cdp/comptes-rendus/46/';

let visit: Visit;
let page: Page;

beforeAll(async () => {
  visit = await startVisit({ viewport: { width: 1440, height: 900 } });
  ({ page } = visit);
  await page.goto(address(MINUTES));
  await enter(page, portal.passphrase);
  await page.locator('[data-sign-out]').first().waitFor();
  await page.locator('.contents-rail [aria-current], .term').first().waitFor();
});

afterAll(async () => {
  await visit.browser.close();
});

describe('reading a CR', () => {
  it('explains an abbreviation to the keyboard, and stops on Escape', async () => {
    await tabTo(page, '.term button');
    const tip = page.locator('.term:focus-within [role=tooltip]');
    expect(await tip.isVisible()).toBe(true);
    const described = await page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-describedby') ?? '';
      return document.getElementById(id)?.textContent.trim() ?? '';
    });
    expect(described.length).toBeGreaterThan(5);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
  });

  it('explains it to a pointer, which may go onto the explanation', async () => {
    const term = page.locator('.term').first();
    const tip = term.locator('[role=tooltip]');
    await page.mouse.move(0, 0);
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
    });
    expect(await tip.isVisible()).toBe(false);
    await term.locator('button').hover();
    expect(await tip.isVisible()).toBe(true);
    await tip.hover();
    expect(await tip.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
  });

  it('marks in the contents what is being read', async () => {
    const current = page.locator('.contents-rail [aria-current]');
    const last = page.locator('.contents-rail ol ol a').last();
    const anchor = (await last.getAttribute('href')) ?? '';
    await last.click();
    await page.waitForFunction(
      (hash) => document.querySelector(`.contents-rail a[href="${hash}"][aria-current]`) !== null,
      anchor,
    );
    expect(await current.count()).toBe(1);
  });

  it('copies the address of a site’s news by keyboard, and says so', async () => {
    await visit.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const link = page.locator('.news > .copy-link').first();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Lien copié' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(address(`${MINUTES}${(await link.getAttribute('href')) ?? ''}`));
    await visit.context.clearPermissions();
  });

  it('gives the address to copy by hand where the browser lets no page copy', async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
      document.execCommand = () => false; // eslint-disable-line @typescript-eslint/no-deprecated
    });
    const link = page.locator('.question > .copy-link').first();
    await link.focus();
    await page.keyboard.press('Enter');
    const field = page.locator('.copy-note input');
    await field.waitFor();
    const anchor = (await link.getAttribute('href')) ?? '';
    expect(await field.inputValue()).toBe(address(`${MINUTES}${anchor}`));
    await page.keyboard.press('Escape');
    expect(await field.count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('has its controls large enough to touch', async () => {
    for (const link of await page.locator('.copy-link').all()) {
      const box = await link.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });

  it('is downloaded as Markdown without a component', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Markdown' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('cr-46.md');
    const text = await page.evaluate(
      async (url) => (await fetch(url)).text(),
      address(`${MINUTES}cr-46.md`),
    );
    expect(text.includes('## Vos actualités')).toBe(true);
    expect(/<\/?[A-Z]/.test(text)).toBe(false);
  });
});

describe('the list of questions', () => {
  it('narrows to what is chosen and keeps that in the address', async () => {
    await page.goto(address('/cdp/questions/'));
    await page.locator('[data-filters]').waitFor();
    const shown = page.locator('[data-status]:visible');
    const all = await page.locator('[data-status]').count();
    expect(await shown.count()).toBe(all);
    await page.selectOption('select[name=cr]', 'cr-46');
    expect(await shown.count()).toBeLessThan(all);
    expect(page.url()).toBe(address('/cdp/questions/?cr=cr-46'));
    const narrowed = await shown.count();
    await page.reload();
    await page.locator('[data-filter-told]:not(:empty)').waitFor();
    expect(await shown.count()).toBe(narrowed);
    await page.getByRole('button', { name: 'Tout afficher' }).click();
    expect(await shown.count()).toBe(all);
    expect(page.url()).toBe(address('/cdp/questions/'));
  });

  it('leads to the question in its CR', async () => {
    await page.locator('[data-status] h3 a').first().click();
    await page.waitForURL(/#question-/);
    const target = page.locator(':target');
    await target.waitFor();
    expect(await target.evaluate((element) => element.tagName)).toBe('H3');
  });

  it('is all there without scripts, with its themes as links', async () => {
    const html = await page.evaluate(
      async (url) => (await fetch(url)).text(),
      address('/cdp/questions/'),
    );
    expect(/data-status="[^"]*"[^>]*hidden/.test(html)).toBe(false);
    for (const [, slug] of html.matchAll(/data-theme="([^"]+)"/g)) {
      expect(html.includes(`href="#${slug ?? ''}"`)).toBe(true);
    }
  });
});

it('asked no other host for anything and met no error', () => {
  expect(visit.complaints.foreignRequests).toEqual([]);
  expect(visit.complaints.consoleErrors).toEqual([]);
});
