import { describe, expect, it } from 'vitest';
import { importMinutes } from '../../../src/ingest/import.ts';
import { siteLabel } from '../../../src/ingest/recognise/labels.ts';
import { namedSites } from '../../../src/ingest/recognise/named-sites.ts';
import { topicOf } from '../../../src/ingest/recognise/vocabulary.ts';
import { sites } from '../sites.fixture.ts';

const settings = { sites, redact: ['password'] as const, importedAt: '2026-01-01T00:00:00Z' };
it('loses nothing of lines whose tabs make them look like a table', async () => {
  const text = `Conférence du lundi 15 septembre 2025

NOUVELLES DES SITES

Marseille : 0 dossiers en\tattente

0 inclusions, 0\tinclusions

Marseille : 70 enfants\tsuivis, 70 inclusions

Qui vient\t? Personne

TOUR DE TABLE
`;
  const file = { name: 'cr.txt', bytes: new TextEncoder().encode(text) };
  const { json } = await importMinutes(file, settings);
  for (const word of ['dossiers', 'attente', 'suivis', 'Personne'])
    expect(json.body).toContain(word);
});

it.each([
  '<h2><strong>Marseille</strong>ville</h2>',
  '<p><strong>Marseille</strong>ville va bien.</p>',
])('parts no word where its emphasis ends: %s', async (html) => {
  const bytes = new TextEncoder().encode(`<h1>Tour de table</h1>${html}<p>La suite.</p>`);
  const { json } = await importMinutes({ name: 'cr.html', bytes }, settings);
  expect(json.body.replaceAll('*', '')).toContain('Marseilleville');
});

it('reads a site whose name is emphasised but for its last letters', async () => {
  const bytes = new TextEncoder().encode(
    '<h1>Tour de table</h1><p><strong>Marseill</strong>e : 70 inclusions.</p>',
  );
  const { json } = await importMinutes({ name: 'cr.html', bytes }, settings);
  expect(json.siteUpdates.map(({ site }) => site)).toEqual(['Marseille']);
});

const HEAD =
  '# 7e conférence des coordinations locales\n\nLundi 15 janvier 2024 de 13h30 à 15h\n\n';
const read = async (markdown: string) =>
  (
    await importMinutes(
      { name: 'cr.md', bytes: new TextEncoder().encode(HEAD + markdown) },
      settings,
    )
  ).json;
const LONG =
  'Cette phrase est assez longue pour remplir toute la largeur de la page, et même davantage, car elle';

describe('topicOf', () => {
  it.each([
    ['Étaient présent·e·s', 'participants'],
    ['Participant(e)s :', 'participants'],
    ['Absentes excusées', 'excused'],
    ['N’ont pas pu se libérer', 'excused'],
    ['✅ À retenir', 'highlights'],
    ['5/ Nouvelles des maisons', 'news'],
    ['Tour de table', 'news'],
    ['III. Questions diverses', 'questions'],
    ['Prochains rendez-vous', 'next'],
    ['Prévisionnel des formations', 'training'],
  ])('%s', (label, topic) => {
    expect(topicOf(label)).toBe(topic);
  });

  it.each([
    'Actualités PEGASE',
    'Actualité législative',
    'Prochaine étape',
    'Bilan de l’année',
    'Présentation du logiciel',
  ])('leaves %s to the programme', (label) => {
    expect(topicOf(label)).toBeNull();
  });
});

describe('siteLabel', () => {
  it.each([
    ['Epinal : 54 inclusions', ['epinal'], 9],
    ['Nantes / Saint-Nazaire : RAS', ['nantes'], 25],
    ['Angers et Nantes : ensemble', ['angers', 'nantes'], 19],
    ['Observation de l’ECNP : depuis', ['ecnp'], 24],
    ['Sur Uzès ? pas de retour', ['uzes'], 11],
    ['La Roche : 44', ['la-roche-sur-yon'], 11],
    ['Dainville – calme', ['dainville'], 12],
    ['Vendée (La Roche) : calme', ['la-roche-sur-yon'], 20],
  ])('reads %j', (text, slugs, length) => {
    expect(siteLabel(text, sites, [':', '?', '–'])).toMatchObject({ sites: slugs, length });
  });

  it.each([
    'Golbey : une maison',
    'Sur Marseille, l’établissement',
    'Proposition : Est-ce que',
    'Uzès ? non',
    'Marseille et Golbey : a',
  ])('takes %j for no label', (text) => {
    expect(siteLabel(text, sites, [':', '?'])).toBeNull();
  });

  it('knows names only from the table', () => {
    expect(namedSites('Dainvile', sites)).toBeNull();
  });
});

describe('questions', () => {
  it('reads bold, plain and labelled ones, with and without an answer', async () => {
    const { questions } = await read(
      '## Vos questions\n\n**Peut-on continuer ?** Oui, on peut.\n\nEncore une ligne.\n\nQui paie les échelles ? L’ECNP.\n\nExiste-t-il une liste ?\n\nQ : Faut-il refaire un bilan ?\n\nR : Non, sauf accord.\n\n***Et si les parents ne répondent pas ?***',
    );
    expect(questions.map(({ question, answer }) => [question, answer])).toEqual([
      ['Peut-on continuer ?', 'Oui, on peut.\nEncore une ligne.'],
      ['Qui paie les échelles ?', 'L’ECNP.'],
      ['Existe-t-il une liste ?', null],
      ['Faut-il refaire un bilan ?', 'Non, sauf accord.'],
      ['Et si les parents ne répondent pas ?', null],
    ]);
  });

  it('keeps an example in a parenthesis nobody closed with its question', async () => {
    const { questions } = await read(
      '## Questions\n\nPeut-on payer autrement ? (ex : ici, est-ce possible ? En théorie oui.',
    );
    expect(questions).toMatchObject([
      {
        question: 'Peut-on payer autrement ? (ex : ici, est-ce possible ?',
        answer: 'En théorie oui.',
      },
    ]);
  });

  it('takes none from an answer, an agenda or a site’s news', async () => {
    const { questions, agenda } = await read(
      'Ordre du jour :\n\n- Où en est-on ?\n\n## Questions\n\n**Doit-on relancer ?**\n\nOui. Et qui peut le reprocher ? Personne.\n\n## Tour de table\n\n**Épinal :** tout va bien. Est-ce que cela durera ?',
    );
    expect(agenda).toEqual(['Où en est-on ?']);
    expect(questions.map((item) => item.question)).toEqual(['Doit-on relancer ?']);
  });
});

describe('news', () => {
  it('gives unlabelled lines to the site before, and ends at the next part', async () => {
    const { siteUpdates } = await read(
      `## Vos actualités\n\n**Épinal** : 54 inclusions.\n\nSuite sans nom.\n\n- un point\n\nRemarque de l’ECNP : bien noté.\n\n**Strasbourg** :\n\n## Webinaire\n\n${LONG}.`,
    );
    expect(siteUpdates.map(({ site, text }) => [site, text])).toEqual([
      ['Épinal', '54 inclusions.\nSuite sans nom.\nun point'],
      ['ECNP', 'bien noté.'],
    ]);
  });

  it('reads labels that stand alone on their line, or are headings', async () => {
    const { siteUpdates } = await read(
      '## Tour de table\n\n### Marseille\n\nTout va bien.\n\n**Vosges**\n\n49 inclusions.',
    );
    expect(siteUpdates.map(({ site, text }) => [site, text])).toEqual([
      ['Marseille', 'Tout va bien.'],
      ['Épinal', '49 inclusions.'],
    ]);
  });

  it('names a run of labelled lines the news where no heading does', async () => {
    const { siteUpdates } = await read(
      '## Divers\n\nBonjour.\n\nÉpinal : un.\n\nNîmes : deux.\n\nUzès : trois.',
    );
    expect(siteUpdates.map(({ site }) => site)).toEqual(['Épinal', 'Nîmes', 'Uzès']);
  });
});

describe('head', () => {
  it('reads announced conferences with hours of their own, shared, moved and unsure', async () => {
    const { next } = await read(
      'Prochaines conférences : le jeudi 15 février et le jeudi 14 mars, de 13h30 à 15h, puis le lundi 15 avril (horaire à confirmer)',
    );
    expect(next).toEqual([
      { date: '2024-02-15', start: '13:30', end: '15:00' },
      { date: '2024-03-14', start: '13:30', end: '15:00' },
      { date: '2024-04-15', start: null, end: null },
    ]);
  });

  it('doubts a weekday that does not fall on its date', async () => {
    const { doubts } = await read('Prochaine conférence : le lundi 15 février');
    expect(doubts).toMatchObject([{ field: 'next' }]);
  });

  it('keeps the current one of two national figures, and none from a cohort', async () => {
    expect(
      (await read('908 inclusions au 6 janvier 2024 (897 au 2 décembre 2023)')).inclusions,
    ).toEqual({ count: 908, asOf: '2024-01-06' });
    expect((await read('Nous comptons 1\u202f021 inclusions à ce jour.')).inclusions).toEqual({
      count: 1021,
      asOf: null,
    });
    expect((await read('La barre des 950 inclusions approche.')).inclusions).toBeNull();
  });
});

describe('paragraphs', () => {
  it('joins what a page break cut, and nothing else', async () => {
    const { body } = await read(
      `## Un point\n\n${LONG}\n\ncontinue ici.\n\nUne autre ligne\n\nminuscule sans raison.`,
    );
    expect(body).toContain('car elle continue ici.');
    expect(body).toContain('Une autre ligne\n\nminuscule');
  });
});
