import { describe, expect, it } from 'vitest';
import { importMinutes } from '../../../src/ingest/import.ts';
import { ordinalIn } from '../../../src/ingest/recognise/ordinal.ts';
import { sites } from '../sites.fixture.ts';

describe('ordinalIn', () => {
  it.each([
    ['Compte rendu de la 53e conférence', 53],
    ['CONFÉRENCE DES COORDINATIONS LOCALES – PROCÈS-VERBAL N° 58', 58],
    ['N° : 53', 53],
    ['CR CDP 55 - jeudi 11/06/26', 55],
    ['CONFERENCE DES COORDINATIONS LOCALES - 59è', 59],
    ['CDP #60 / lun. 18/01/2027', 60],
    ['Compte-rendu de la cinquante-troisième conférence', 53],
    ['LIIIe conférence', 53],
    ['Compte rendu de la 57 eme conférence', 57],
  ])('reads %j', (text, value) => {
    expect(ordinalIn(text)?.value).toBe(value);
  });

  it.each([
    'Compte rendu du 16 avril 2026',
    'Conférence de 13h30 à 15h',
    'la 120e famille incluse',
    'CR visio coordos de lundi',
    'ci dessous le CR de la visio',
    'La ville conférence',
    'La prochaine conférence sera la 54e',
    'Validation du compte rendu de la 52e conférence',
    '2e année de conférences',
  ])('finds none in %j', (text) => {
    expect(ordinalIn(text)).toBeNull();
  });
});

describe('head', () => {
  const run = async (text: string) => {
    const bytes = new TextEncoder().encode(text.split('¶').join('\n\n'));
    const { json } = await importMinutes(
      { name: 'cr.md', bytes },
      { sites, redact: [], importedAt: '2026-01-01T00:00:00Z' },
    );
    return `${json.date ?? '?'} ${json.start ?? '?'} ${json.end ?? '?'}`;
  };

  it.each([
    ['Lundi six juillet 2026 (06/07/2026), début à 13h30', '2026-07-06 13:30 ?'],
    ['17 septembre 2026 – début 13h30, fin 15h15', '2026-09-17 13:30 15:15'],
    [
      '| Objet | Conférence |\n|-|-|\n| N° | 53 |\n| Date | 16/04/2026 |\n| Horaires | 13h30 – 15h00 |',
      '2026-04-16 13:30 15:00',
    ],
    [
      'De : Ada Un <ada@exemple.org>¶Envoyé : lundi 14 décembre 2026 17:48¶Objet : TR: CR¶Voici mes notes de la 60ème conférence, celle du jeudi 10 décembre (13h30-15h).',
      '2026-12-10 13:30 15:00',
    ],
    [
      'Compte rendu¶Prochaine conférence : lundi 18 mai 2026¶1 128 enfants inclus au 7 avril 2026¶jeudi 16.04.26 de 13h30 à 15h',
      '2026-04-16 13:30 15:00',
    ],
    [
      'CONFERENCE - 59è¶Jeudi 10 déc. 2026 13h30 - 15h¶La conférence de janvier prévue le jeudi 14 est reportée au lundi 18 janvier 2027 (14h-15h).',
      '2026-12-10 13:30 15:00',
    ],
  ])('reads %j', async (text, head) => {
    expect(await run(text)).toBe(head);
  });
});
