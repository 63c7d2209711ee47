import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { themeOf } from '../../../src/insights/themes.ts';
import { readThemes } from '../../../src/library/themes.ts';
import { themesOf } from '../../../src/minutes/themes.ts';

const themes = themesOf([
  { theme: 'Météo', words: ['vent', 'tempêt', 'sud'] },
  { theme: 'Cargaison', words: ['caisse', 'charg', 'marchandis'] },
]);
const theme = (question: string, answer: string | null = null) =>
  themeOf({ question, answer }, themes).name;

describe('themeOf', () => {
  it('reads beginnings of words, accents aside', () => {
    expect(theme('Que faire en cas de TEMPETES ?')).toBe('Météo');
  });
  it('wants a short word whole', () => {
    expect(theme('Cap au sud ?')).toBe('Météo');
    expect(theme('Un sudiste à bord ?')).toBe('Autres');
  });
  it('takes the theme that says more of the question', () => {
    expect(theme('Par vent fort, qui charge les caisses ?')).toBe('Cargaison');
  });
  it('takes what the question names first where two say as much', () => {
    expect(theme('Peut-on charger par grand vent ?')).toBe('Cargaison');
    expect(theme('Le vent empêche-t-il de charger ?')).toBe('Météo');
  });
  it('asks the answer where the question says nothing, and wants two words of it', () => {
    expect(theme('Et alors ?', 'On charge la marchandise.')).toBe('Cargaison');
    expect(theme('Et alors ?', 'On attend le vent.')).toBe('Autres');
  });
});

describe('content/themes.yaml', () => {
  const root = mkdtempSync(join(tmpdir(), 'themes-'));
  const read = (text: string) => {
    writeFileSync(join(root, 'themes.yaml'), text);
    return readThemes(root, { PORTAL_CONTENT: root });
  };
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('need not be there', () => {
    expect(readThemes(root, { PORTAL_CONTENT: root })).toEqual([]);
  });
  it('is read in its order', () => {
    const text = '- theme: Bêtes à bord\n  words: [chat]\n- theme: Autre chose\n  words: [cap]\n';
    expect(read(text).map(({ slug }) => slug)).toEqual(['betes-a-bord', 'autre-chose']);
  });
  it('is refused by name where a word stands under two themes', () => {
    const text = '- theme: A\n  words: [chat]\n- theme: B\n  words: [Chat]\n';
    expect(() => read(text)).toThrow(/themes\.yaml.*"chat…" stands under "A" and "B"/s);
  });
  it('is refused by name where it is no list of themes', () => {
    expect(() => read('- theme: A\n')).toThrow(/themes\.yaml/);
    expect(() => read('- theme: [\n')).toThrow(/not YAML/);
  });
  it('is right in this project', () => {
    expect(readThemes(process.cwd(), {}).length).toBeGreaterThan(3);
  });
});
