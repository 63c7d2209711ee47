import { describe, expect, it } from 'vitest';
import { importMinutes } from '../../../src/ingest/import.ts';
import { sites } from '../sites.fixture.ts';

const run = async (table: string, heading = 'Nouvelles des sites') => {
  const text = `# 7e conférence du lundi 15 janvier 2024\n\n# ${heading}\n\n${table}\n`;
  const bytes = new TextEncoder().encode(text);
  const { json } = await importMinutes(
    { name: 'cr.md', bytes },
    { sites, redact: [], importedAt: '2026-01-01T00:00:00Z' },
  );
  return json;
};

describe('tables of sites and people', () => {
  it('reads each row as its site’s news; an empty cell is none', async () => {
    const json = await run(
      '| Site | Nouvelles |\n|-|-|\n| Marseille | 54 inclusions. Tout va bien. |\n| Uzès | |\n| Vosges | RAS |',
    );
    expect(json.siteUpdates).toMatchObject([
      { site: 'Marseille', text: '54 inclusions. Tout va bien.', inclusions: 54 },
      { site: 'Épinal', text: 'RAS' },
    ]);
  });

  it('reads an attendance sheet with its marks, whatever the order of its columns', async () => {
    const json = await run(
      '| Présence | Nom et prénom | Lieu |\n|-|-|-|\n| P | Anna LEROY | Savoie |\n| Exc. | Luc PETIT | Nîmes |',
      'Feuille d’émargement',
    );
    expect(json.participants).toEqual([{ name: 'Anna LEROY', site: 'Chambéry' }]);
    expect(json.excused).toEqual([{ name: 'Luc PETIT', site: 'Nîmes' }]);
  });

  it('reads the people of each site', async () => {
    const json = await run(
      '| Site | Participants |\n|-|-|\n| Marseille | Anna LEROY, Luc PETIT |\n| ECNP | Zoé BON |',
      'Présents',
    );
    expect(json.participants.map(({ name, site }) => `${name} ${site ?? ''}`)).toEqual([
      'Anna LEROY Marseille',
      'Luc PETIT Marseille',
      'Zoé BON ECNP',
    ]);
    expect(json.siteUpdates).toEqual([]);
  });

  it.each([
    '| Site | Nom | Fonction | Présent | Excusé |\n|-|-|-|-|-|\n| Marseille | Anna LEROY | cadre | X | |\n| Gard | Luc PETIT | | | X |',
    '| | présent·es | absent·es excusé·es |\n|-|-|-|\n| Marseille | Anna LEROY | |\n| Nîmes | | Luc PETIT (congés) |',
    '| Maison | Prénom | Nom | P/E |\n|-|-|-|-|\n| Marseille | Anna | LEROY | P |\n| Nîmes | Luc | PETIT | E |',
  ])('reads who was there and who was excused in %j', async (table) => {
    const json = await run(table, 'Participants');
    expect(json.participants).toEqual([{ name: 'Anna LEROY', site: 'Marseille' }]);
    expect(json.excused).toEqual([{ name: 'Luc PETIT', site: 'Nîmes' }]);
  });

  it('turns rows of questions into questions; an empty cell leaves one open', async () => {
    const json = await run(
      '| Vos questions | Nos réponses |\n|-|-|\n| Peut-on coter à deux ? | Oui. Un seul signe. |\n| Qui paie ? | |',
      'FAQ',
    );
    expect(json.questions).toMatchObject([
      { question: 'Peut-on coter à deux ?', answer: 'Oui. Un seul signe.' },
      { question: 'Qui paie ?', answer: null },
    ]);
  });

  it('turns labels and values into lines', async () => {
    const json = await run(
      '| Espace | https://a.fr/x |\n|-|-|\n| Rédaction | A. LEROY |\n| Contact | a@exemple.org |',
      'Accès',
    );
    expect(json.body).toContain('Rédaction : A. LEROY');
  });

  it('leaves any other table alone', async () => {
    const json = await run('| Année | Montant |\n|-|-|\n| 2024 | 12 |', 'Budget');
    expect(json.body).toContain('| 2024');
    expect(json.siteUpdates).toEqual([]);
  });
});
