import { describe, expect, it } from 'vitest';
import { importMinutes } from '../../../src/ingest/import.ts';
import { sites } from '../sites.fixture.ts';

/** What is read in a CR of 18 May 2026, 13:30 to 15:00, that ends with these lines ("¶" parts them). */
const run = async (text: string) => {
  const head = '54e conférence – lundi 18 mai 2026 – 13h30/15h\n\n# Point d’étape\n\nRien de neuf.';
  const bytes = new TextEncoder().encode(`${head}\n\n${text.split('¶').join('\n\n')}\n`);
  const { json } = await importMinutes(
    { name: 'cr.md', bytes },
    { sites, redact: [], importedAt: '2026-01-01T00:00:00Z' },
  );
  return json;
};
const next = async (text: string) =>
  (await run(text)).next.map(({ date, start, end }) => `${date} ${start ?? '?'} ${end ?? '?'}`);

describe('announced conferences', () => {
  it.each([
    [
      'Nous nous retrouverons le jeudi 11 juin puis le lundi 6 juillet, toujours de 13 h 30 à 15 h.',
      ['2026-06-11 13:30 15:00', '2026-07-06 13:30 15:00'],
    ],
    [
      'Prochains rendez-vous (mêmes horaires) : jeudi 11 juin et lundi 6 juillet, et non plus le jeudi 2',
      ['2026-06-11 13:30 15:00', '2026-07-06 13:30 15:00'],
    ],
    [
      'La conférence de juin, qui vous avait été annoncée pour le jeudi 4, est reportée au jeudi 11 juin de 14h à 15h.',
      ['2026-06-11 14:00 15:00'],
    ],
    [
      'La prochaine conférence se tiendra le jeudi 11 juin de 13h30 à 15h ; celle de juillet, le lundi 6, aux mêmes heures.',
      ['2026-06-11 13:30 15:00', '2026-07-06 13:30 15:00'],
    ],
    [
      'La prochaine conférence aura lieu le jeudi 11 juin, de 13h30 à 15h. Celle de juillet est fixée au lundi 6, à 13h30.',
      ['2026-06-11 13:30 15:00', '2026-07-06 13:30 ?'],
    ],
    [
      'Rendez-vous le jeudi 11 juin de 13h30 à 15h, puis le 6 juillet (heure à préciser).',
      ['2026-06-11 13:30 15:00', '2026-07-06 ? ?'],
    ],
    [
      'Prochaines : jeu. 11/06 et lun. 6/07, 13h30 → 15h',
      ['2026-06-11 13:30 15:00', '2026-07-06 13:30 15:00'],
    ],
    [
      '# Prochaines CCL¶jeudi 11 juin, 14h-15h30¶lundi 6 juillet, à partir de 13h30',
      ['2026-06-11 14:00 15:30', '2026-07-06 13:30 ?'],
    ],
    [
      '# Prochaines CCL¶| Date | Horaire |\n|-|-|\n| jeu. 11/06 | 13h30-15h |\n| lun. 6/07 | idem |',
      ['2026-06-11 13:30 15:00', '2026-07-06 13:30 15:00'],
    ],
    ['À vos agendas : conférence le jeudi 14 janvier, 13h30-15h.', ['2027-01-14 13:30 15:00']],
  ])('reads %j', async (text, dates) => {
    expect(await next(text)).toEqual(dates);
  });

  it.each([
    'Un webinaire aura lieu le jeudi 4 juin à 10h.',
    'La prochaine session de formation est fixée au 9 juin.',
    'RDV DGCS le 23/06, retour par mail.',
    'Les fiches sont à rendre avant le 15 juin.',
    'La première consultation se tiendra le mardi 9 juin.',
    'La conférence du 11 juin est annulée.',
    'Les bilans prévus le 4 juin sont reportés au 11 juin.',
  ])('announces nothing in %j', async (text) => {
    expect(await next(text)).toEqual([]);
  });
});

describe('webinars', () => {
  const webinars = async (text: string) =>
    (await run(text)).webinars.map(
      ({ date, registration }) => `${date ?? '?'} ${registration ?? '?'}`,
    );

  it.each([
    [
      'Deux webinaires sont proposés, l’un le jeudi 4 juin à 11h, l’autre le mardi 9 juin. Un seul formulaire pour s’inscrire : [ici](https://a.fr/f)',
      ['2026-06-04 https://a.fr/f', '2026-06-09 https://a.fr/f'],
    ],
    [
      'Webinaire « découverte » jeu 25/06 à 13h : [s’inscrire](https://a.fr/25). Celui du 8/10 : lien à venir.',
      ['2026-06-25 https://a.fr/25', '2026-10-08 ?'],
    ],
    [
      'Webinaire PMI le 04/06 à 13h, complet, on ouvre une 2e date le 18/06 : <https://a.fr/18>',
      ['2026-06-04 ?', '2026-06-18 https://a.fr/18'],
    ],
    [
      'Notez le webinaire du mercredi 3 juin à 17h, pour lequel il faut [s’inscrire](https://a.fr/3) avant le 29 mai.',
      ['2026-06-03 https://a.fr/3'],
    ],
    [
      '# Webinaires d’été¶| Date | Public | Inscription |\n|-|-|-|\n| mardi 9/06, 13h | médecins | <https://a.fr/m> |\n| jeudi 2/07 | cadres | ouverture en juin |',
      ['2026-06-09 https://a.fr/m', '2026-07-02 ?'],
    ],
    ['Le webinaire du 5 mars a réuni 60 personnes.', []],
  ])('reads %j', async (text, found) => {
    expect(await webinars(text)).toEqual(found);
  });
});
