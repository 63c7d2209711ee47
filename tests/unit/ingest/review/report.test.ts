import { describe, expect, it } from 'vitest';
import { openPoints, type Review } from '../../../../src/ingest/review/entry.ts';
import { htmlReport } from '../../../../src/ingest/review/html.ts';
import { terminalReport, terminalVerdict } from '../../../../src/ingest/review/terminal.ts';
import { knownMinutes, minutesText, reviewOf } from './reviewing.ts';

const library = [knownMinutes()];
const sound = () => reviewOf(minutesText({}), { library });
const delicate = () =>
  reviewOf(
    minutesText({
      prose:
        'Le logiciel a pour mot de passe : tournesol-4821. La fiche a le numéro 2 24 03 30 189 012 11.',
      news: '**Nîmes :** 80 inclusions. Le petit Noé <script>alert(1)</script> a été adopté.\n\n**Marseille :** RAS.',
    }),
    { library, file: 'cr <b>.docx.md' },
  );

describe('the terminal report', () => {
  it('shows what was found with its line, and the sentence of each figure', async () => {
    const text = terminalReport(await sound());
    expect(text).toContain('cr.md → 020.mdx');
    expect(text).toMatch(
      /n°\u00a020, lundi 12\u00a0janvier 2026, de 13\u00a0h\u00a030 à 15\u00a0h \(ligne\u00a01\)/,
    );
    expect(text).toContain('Nîmes\u00a0: 90\u00a0inclusions (ligne\u00a017)');
    expect(text).toContain('«\u00a090 inclusions.\u00a0»');
  });

  it('says in one line what it has nothing to say about', async () => {
    expect(
      terminalReport(await sound())
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe('Rien de sensible repéré. Rien ne se contredit. Rien à vérifier. Rien de nouveau.');
  });

  it('begins with what is sensitive and prints no secret', async () => {
    const review = await delicate();
    const text = terminalReport(review);
    expect(text.indexOf('Sensible')).toBeLessThan(text.indexOf('Se contredit'));
    expect(text.indexOf('Se contredit')).toBeLessThan(text.indexOf('Trouvé'));
    expect(text).toContain('1\u00a0mot de passe');
    expect(text).not.toContain('tournesol');
    expect(text).not.toContain('189 012');
  });

  it('counts paragraphs where a format has no lines', async () => {
    const review: Review = { ...(await sound()), unit: 'paragraphe' };
    expect(terminalReport(review)).toContain('(paragraphe\u00a01)');
  });

  it('ends with the verdict on all files', async () => {
    const open = openPoints(await delicate());
    expect(openPoints(await sound())).toBe(0);
    expect(terminalVerdict(0, true)).toBe('Aucun point à regarder.');
    expect(terminalVerdict(1, true)).toContain('1\u00a0point à regarder');
    expect(terminalVerdict(open, false)).toMatch(
      /^3\u00a0points à regarder.*--strict l’arrêterait/,
    );
    expect(terminalVerdict(open, true)).toContain('code de sortie\u00a01');
  });
});

describe('the HTML report', () => {
  it('is one page that fetches, runs and indexes nothing', async () => {
    const page = await htmlReport([await delicate()], '2026-06-01');
    expect(page).toMatch(/^<!doctype html><html lang="fr">/);
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|javascript:|\son\w+=/);
    expect(page.match(/https?:\/\/[^"<\s]+/g) ?? []).toEqual([]);
  });

  it('allows its own style by hash and nothing else', async () => {
    const page = await htmlReport([await sound()], '2026-06-01');
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    const hash = Buffer.from(digest).toString('base64');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy.replaceAll('&#x27;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('escapes what CRs say, and prints no secret', async () => {
    const page = await htmlReport([await delicate()], '2026-06-01');
    expect(page).toContain('petit Noé &#x3C;script>alert(1)&#x3C;/script>');
    expect(page).toContain('cr &#x3C;b>.docx.md');
    expect(page).not.toContain('tournesol');
    expect(page).not.toContain('189 012');
  });

  it('lists several files with the count of each section', async () => {
    const page = await htmlReport([await sound(), await delicate()], '2026-06-01');
    expect(page).toContain('Relecture de 2 comptes-rendus'.replace('2 c', '2\u00a0c'));
    expect(page.match(/<article/g)).toHaveLength(2);
    expect(page).toContain('href="#fichier-2"');
    expect(page.indexOf('>Sensible <')).toBeLessThan(page.indexOf('>Se contredit <'));
  });
});
