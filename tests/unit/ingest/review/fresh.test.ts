import { describe, expect, it } from 'vitest';
import { peopleTable } from '../../../../src/minutes/people.ts';
import { knownMinutes, minutesText, reviewOf, said } from './reviewing.ts';

const library = [knownMinutes()];

describe('new people', () => {
  const freshOf = async (people: string, context = {}) =>
    said((await reviewOf(minutesText({ people }), { library, ...context })).fresh);

  it('names those whom no CR has, once a line', async () => {
    expect(await freshOf('RANCHIN Ophélie (Nîmes), Marguerite PIVERT (Uzès), Nour HADDAD')).toEqual(
      ['nouvelles personnes : Marguerite PIVERT (Uzès) et Nour HADDAD'],
    );
  });

  it('proposes the known person that a name is close to, by spelling or initial', async () => {
    expect(await freshOf('Ofélie RANCHIN (Nîmes), B. LORMEAU (Marseille)')).toEqual([
      'Ofélie RANCHIN (Nîmes) ressemble à « Ophélie RANCHIN » (CR n° 19 du 11 décembre 2025)',
      'B. LORMEAU (Marseille) ressemble à « Bastien LORMEAU » (CR n° 19 du 11 décembre 2025)',
    ]);
  });

  it('believes the table of people', async () => {
    const people = peopleTable([
      { name: 'Ophélie RANCHIN', aliases: ['Ofélie RANCHIN'], distinct: [] },
      { name: 'Bastien LORMEAU', aliases: [], distinct: ['Bastienne LORMEAU'] },
    ]);
    expect(await freshOf('Ofélie RANCHIN (Nîmes), Bastienne LORMEAU', { people })).toEqual([
      'nouvelle personne : Bastienne LORMEAU',
    ]);
  });

  it('does not list everybody of the first CR', async () => {
    expect(await freshOf('Marguerite PIVERT (Uzès), Nour HADDAD', { library: [] })).toEqual([
      'premier compte-rendu du portail : ses personnes ne se comparent à aucune',
    ]);
  });
});

describe('new sites', () => {
  const freshOf = async (parts: Parameters<typeof minutesText>[0]) =>
    (await reviewOf(minutesText(parts), { library })).fresh.map(
      ({ what, why }) => said([{ what: `${what} | ${why ?? ''}` }])[0],
    );

  it('sees a label that no site owns, among labels like it', async () => {
    const news =
      '**Nîmes :** 90 inclusions.\n\n**Bar-le-Duc :** première participation, bienvenue.\n\n**Marseille :** RAS.';
    expect(await freshOf({ news })).toEqual([
      'site inconnu : « Bar-le-Duc » | aucun site ne porte ce nom : npm run sites pour l’ajouter',
    ]);
  });

  it('proposes the site whose name it begins', async () => {
    const news = '**Nîmes :** 90 inclusions.\n\n**Pyrénées :** reprise.\n\n**Marseille :** RAS.';
    expect((await freshOf({ news }))[0]).toContain('proche de « Pyrénées-Orientales »');
  });

  it('sees a town behind a name, and no function', async () => {
    const people =
      'Ophélie RANCHIN (Nîmes), Bastien LORMEAU (Auxerre), RANCHIN Ophélie (psychologue)';
    expect(await freshOf({ people })).toEqual([
      'site inconnu : « Auxerre » | aucun site ne porte ce nom : npm run sites pour l’ajouter',
    ]);
  });

  it.each([
    '**Proposition :** une réunion à deux.',
    'Bonne nouvelle : le poste est financé.',
    'Besoins : deux chaises.',
    'Petite parenthèse de l’équipe',
  ])('takes no other label for a site: %s', async (line) => {
    expect(
      await freshOf({ news: `Nîmes : 90 inclusions.\n\n${line}\n\nMarseille : RAS.` }),
    ).toEqual([]);
  });
});

describe('new abbreviations', () => {
  const freshOf = async (prose: string, glossary = new Set<string>()) =>
    (await reviewOf(minutesText({ prose }), { library, glossary })).fresh.map(
      ({ what, why }) => said([{ what: why === undefined ? what : `${what} | ${why}` }])[0],
    );

  it('lists each once, with what the text says it stands for', async () => {
    expect(
      await freshOf(
        'La PMI (protection maternelle et infantile) et le centre d’action médico-sociale précoce (CAMSP) sont là. La PMI aussi, la MDPH non.',
      ),
    ).toEqual([
      'sigle inconnu : « PMI » (3 fois) | le texte l’explique : « protection maternelle et infantile »'.replace(
        '3',
        '2',
      ),
      'sigle inconnu : « CAMSP » | le texte l’explique : « centre d’action médico-sociale précoce »',
      'sigle inconnu : « MDPH »',
    ]);
  });

  it('knows the glossary', async () => {
    expect(await freshOf('La PMI et la MDPH sont là.', new Set(['PMI']))).toEqual([
      'sigle inconnu : « MDPH »',
    ]);
  });

  it.each([
    'Mme PIVERT a parlé avec Clémence CASSE et Anne-Lise WURTZ.',
    'Au chapitre IV, la partie II est pour ÉPINAL et NÎMES.',
    'COMPTE RENDU DE RÉUNION',
    'NON, vraiment.',
  ])('takes names, numerals, sites and headings for none: %s', async (prose) => {
    expect(await freshOf(`${prose}\n\nLa visio s’est bien passée cette fois.`)).toEqual([]);
  });
});
