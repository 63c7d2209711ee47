import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gate } from '../support/gate.ts';
import { fold, readGatedTexts, textOfHtml } from '../support/minutes-text.ts';
import { address, base, portal, startVisit, type Visit } from '../support/visit.ts';

const MINUTES = '/cdp/comptes-rendus/50/';

let visit: Visit;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  visit = await startVisit();
  ({ context, page } = visit);
});

afterAll(async () => {
  await visit.browser.close();
});

/** Waits for a page of the portal; the gate has a heading, too, but nothing to sign out of. */
async function opened(tab: Page): Promise<void> {
  await tab.locator('[data-sign-out]').first().waitFor();
  await tab.locator('main h1').waitFor();
}

async function giveAnswer(passphrase: string): Promise<void> {
  await page.fill('form[data-gate] input[type=password]', passphrase);
  await page.click('form[data-gate] button[type=submit]');
}

/** The text of the page, folded, with no space inside numbers: `1 070` reads `1070`. */
async function mainText(): Promise<string> {
  return fold(await page.locator('main').innerText()).replaceAll(/(?<=\d)\s(?=\d)/gu, '');
}

/**
 * In the order of a visit: each step goes on from where the one before it ended. Assertions compare
 * booleans and counts, so that a failure prints nothing of the minutes into a log.
 */
describe('a coordinator opens the minutes she was sent a link to', () => {
  it('answers a stranger without a word of the minutes', async () => {
    const response = await fetch(address(MINUTES));
    const html = await response.text();
    const text = `${textOfHtml(html)} ${fold(html)}`;
    for (const { title, people, sentences } of readGatedTexts()) {
      expect(sentences.length).toBeGreaterThan(20);
      expect(people.length).toBeGreaterThan(5);
      expect(sentences.filter((sentence) => text.includes(sentence)).length).toBe(0);
      expect(people.filter((name) => text.includes(fold(name))).length).toBe(0);
      expect(title === '' || !text.includes(title)).toBe(true);
    }
  });

  it('shows the gate at the address of the page', async () => {
    await page.goto(address(MINUTES));
    await gate(page).waitFor();
    expect(await page.locator('form[data-gate] input[type=password]').isVisible()).toBe(true);
    expect(await page.locator('form[data-gate] button[type=submit]').isVisible()).toBe(true);
  });

  it('says clearly that a passphrase is wrong', async () => {
    await giveAnswer('ce-n-est-pas-la-bonne');
    const alert = page.locator('[role=alert]');
    await alert.filter({ hasText: /phrase de passe/i }).waitFor();
    expect(await alert.innerText()).toMatch(/n’ouvre pas/);
    expect(await gate(page).isVisible()).toBe(true);
  });

  it('shows the minutes at the same address after the right one', async () => {
    await giveAnswer(portal.passphrase);
    await opened(page);
    expect(page.url()).toBe(address(MINUTES));
    const text = await mainText();
    expect(text.includes('50')).toBe(true);
    expect(text.includes('elle va finalement intégrer la maison médicale de golbey')).toBe(true);
    expect(await gate(page).count()).toBe(0);
  });

  it('finds « généralisation » from the address of the search page', async () => {
    await page.goto(address(`/cdp/recherche/?q=${encodeURIComponent('généralisation')}`));
    const results = page.locator('[data-search-result]');
    await results.first().waitFor();
    for (const result of await results.all()) {
      expect(await result.locator('a[href]').count()).toBeGreaterThan(0);
    }
  });

  it('finds it from the form of the search page, and opens what it found', async () => {
    await page.goto(address('/cdp/recherche/'));
    const field = page.locator('main input[type=search], main input[name=q]').first();
    await field.fill('généralisation');
    await field.press('Enter');
    const result = page.locator('[data-search-result]').first();
    await result.locator('a[href]').first().click();
    await page.waitForURL((url) => !url.pathname.includes('/recherche/'));
    await opened(page);
    expect((await mainText()).includes('généralisation')).toBe(true);
  });

  it('shows the timeline of Marseille', async () => {
    await page.goto(address('/cdp/sites/marseille/'));
    await opened(page);
    expect(/\b178\b/.test(await mainText())).toBe(true);
    const minutes = page.locator(`main a[href*="${base}${MINUTES}"]`);
    expect(await minutes.count()).toBeGreaterThan(0);
  });

  it('shows the inclusions as a picture and as a table', async () => {
    await page.goto(address('/cdp/inclusions/'));
    await opened(page);
    expect(await page.locator('main svg :is(path, circle, line)').count()).toBeGreaterThan(1);
    const table = await page.locator('main table').allTextContents();
    const figures = table.join(' ').replaceAll(/(?<=\d)\s(?=\d)/gu, '');
    expect(figures).toContain('1004');
    expect(figures).toContain('1070');
  });

  it('locks again at once, in every tab, when she signs out', async () => {
    const other = await context.newPage();
    await other.goto(address('/cdp/sites/marseille/'));
    await opened(other);

    await page.locator('[data-sign-out]').first().click();
    await gate(page).waitFor();
    await gate(other).waitFor();
    // The text: a script's address may hold any number.
    expect(await other.locator('html').textContent()).not.toContain('178');

    await page.goto(address(MINUTES));
    await gate(page).waitFor();
    expect(fold(await page.content()).includes('golbey')).toBe(false);
    await other.close();
  });

  it('opens a link to one site’s news at that news', async () => {
    await page.goto(address(`${MINUTES}#marseille`));
    await giveAnswer(portal.passphrase);
    const news = page.locator('#marseille');
    await news.waitFor();
    expect(page.url()).toBe(address(`${MINUTES}#marseille`));
    await page.waitForFunction(() => scrollY > 500);
    expect((await news.boundingBox())?.y).toBeLessThan(200);
    await page.locator('[data-sign-out]').first().click();
    await gate(page).waitFor();
  });

  it('asked no other host for anything and met no error', () => {
    expect(visit.complaints.foreignRequests).toEqual([]);
    expect(visit.complaints.consoleErrors).toEqual([]);
  });
});
