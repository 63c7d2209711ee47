import { describe, expect, it } from 'vitest';
import { typeset } from '../../../src/typography/typeset.ts';

const NB = '\u00a0';
const THIN = '\u202f';

describe('typeset', () => {
  it.each([
    ["l'arrêté d'août, aujourd'hui", 'l’arrêté d’août, aujourd’hui'],
    ["l' enfant", 'l’ enfant'],
    ['Pourquoi ?', `Pourquoi${THIN}?`],
    ['Pourquoi?', `Pourquoi${THIN}?`],
    ['vrai ; faux !', `vrai${THIN}; faux${THIN}!`],
    ['Épinal : rien', `Épinal${NB}: rien`],
    ['Épinal: rien', `Épinal${NB}: rien`],
    ['« Bonjour »', `«${NB}Bonjour${NB}»`],
    ['«Bonjour»', `«${NB}Bonjour${NB}»`],
    ['et…', 'et…'],
    ['CNPE...) ce', 'CNPE…) ce'],
    ['1900€ par an', `1900${NB}€ par an`],
    ['1 070 enfants', `1${THIN}070${NB}enfants`],
    ['1 234 567 km', `1${THIN}234${THIN}567${NB}km`],
    ['de 13h30 à 15h', `de 13${NB}h${NB}30 à 15${NB}h`],
    ['le 2 février', `le 2${NB}février`],
    ['les 2 pouponnières et 18 inclus', `les 2${NB}pouponnières et 18${NB}inclus`],
    ['CR n° 46', `CR n°${NB}46`],
    ['1.8 ETP', `1.8${NB}ETP`],
  ])('sets %j', (text, expected) => {
    expect(typeset(text)).toBe(expected);
  });

  it.each([
    'https://example.org/a?b=1;c=2!d:e',
    "https://example.org/l'ete...fin?",
    'jeanne.exemple@example.org',
    '04 91 12 345 678',
    '13:30',
    'CR 46 et CR 100',
  ])('leaves %j alone', (text) => {
    expect(typeset(text)).toBe(text);
  });

  it('changes nothing the second time', () => {
    const once = typeset("C'est « quoi » : 1 070 à 13h30 ? Oui ! 10 % le 3 mai...");
    expect(typeset(once)).toBe(once);
  });

  it('keeps every word', () => {
    const text = "Qu'en dit-on : 178 inclusions, 1.8 ETP ? https://example.org/x?y !";
    const words = (value: string): string[] =>
      value.replace(/’/g, "'").match(/[\p{L}\p{N}]+/gu) ?? [];
    expect(words(typeset(text))).toEqual(words(text));
  });
});
