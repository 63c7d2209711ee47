import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importMinutes } from '../../../src/ingest/import.ts';
import { readMinutes } from '../../../src/minutes/read.ts';
import { sites } from '../sites.fixture.ts';

const settings = { sites, redact: ['password'] as const, importedAt: '2026-01-01T00:00:00Z' };
const DEV = 'tests/corpus/dev';
const figures = ['inclusions', 'followed', 'waiting', 'fte'] as const;

async function importCr(number: string) {
  const name = readdirSync(join(DEV, number)).find((file) => file.startsWith('source.')) ?? '';
  const bytes = new Uint8Array(readFileSync(join(DEV, number, name)));
  return await importMinutes({ name, bytes }, settings);
}

/** Digits of a text, or the number in words that these CRs use nowhere. */
const says = (sentence: string, value: number): boolean =>
  sentence
    .replace(/[\s.](?=\d{3})/g, '')
    .replaceAll(',', '.')
    .includes(String(value));

describe.each(['36', '38', '40', '42', '44', '46', '50'])('evidence of CR %s', (number) => {
  it('is there for every value found, with its line and its sentence', async () => {
    const { json } = await importCr(number);
    const pointers = Object.keys(json.evidence);
    const found = [
      ...(['next', 'participants', 'excused', 'agenda', 'highlights'] as const),
      ...(['siteUpdates', 'questions', 'webinars', 'trainings', 'links', 'emails'] as const),
    ].flatMap((field) => json[field].map((_, index) => `/${field}/${String(index)}`));
    expect(pointers).toEqual(expect.arrayContaining([...found, '/date']));
    for (const { line, column, sentence } of Object.values(json.evidence)) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(sentence).not.toBe('');
    }
  });

  it('states each figure in the sentence it names', async () => {
    const { json } = await importCr(number);
    json.siteUpdates.forEach((update, index) => {
      for (const name of figures) {
        const value = update[name];
        const read = json.evidence[`/siteUpdates/${String(index)}/${name}`];
        if (value === null) expect(read).toBeUndefined();
        else expect(says(read?.sentence ?? '', value)).toBe(true);
      }
    });
  });

  it('leads from every figure of the written file to a sentence that the page holds', async () => {
    const { mdx, json } = await importCr(number);
    const minutes = readMinutes({ path: `${number}.mdx`, text: mdx }, sites);
    for (const news of minutes.news)
      for (const name of figures)
        expect([name, news[name] === null]).toEqual([name, news.evidence[name] === null]);
    expect(minutes.inclusionsAnchor === null).toBe(json.inclusions === null);
  });
});

describe('evidence', () => {
  it('marks the sentence alone, through emphasis and around a secret', async () => {
    const text =
      '# 7e conférence\n\nLundi 15 janvier 2024\n\n## Vos actualités\n\n' +
      '**Epinal :** tout va. **54 inclusions** dont *50 suivis* ce jour. Mot de passe : Zebre-77 ! Fin.\n\n' +
      '**Angers :** rien.\n\n**Nîmes :** rien.\n';
    const { json } = await importMinutes(
      { name: 'cr.md', bytes: new TextEncoder().encode(text) },
      settings,
    );
    expect(json.body).toContain(
      'tout va. <Evidence of="inclusions followed">**54 inclusions** dont *50 suivis* ce jour.</Evidence> Mot de passe',
    );
    expect(json.body).not.toContain('Zebre-77');
  });
});
