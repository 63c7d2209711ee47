import { describe, expect, it } from 'vitest';
import { withEntries } from '../../../src/curation/people-document.ts';
import { siteText, withAlias } from '../../../src/curation/site-document.ts';

const entry = (name: string, aliases: string[] = [], distinct: string[] = []) => ({
  name,
  aliases,
  distinct,
});

describe('withEntries', () => {
  it('keeps every comment with what it stands above, and sorts', () => {
    const before = `# En-tête

# de Zoé
- name: Zoé Mars
  aliases: # vus
    - Z. Mars # au CR 36
# d’Ada
- name: Ada Lunaire
# fin
`;
    const entries = [entry('Zoé Mars', ['Z. Mars']), entry('Ada Lunaire', ['A. Lunaire'])];
    expect(withEntries(before, entries)).toBe(`# En-tête

# d’Ada
- name: Ada Lunaire
  aliases:
    - A. Lunaire
# de Zoé
- name: Zoé Mars
  aliases: # vus
    - Z. Mars # au CR 36
# fin
`);
  });
  it.each(['', '[]\n', '# En-tête\n[]\n', '# En-tête\n'])(
    'begins in an empty file: %j',
    (before) => {
      const text = withEntries(before, [entry('Ada: Lunaire', [], ['Ada'])]);
      expect(text).toContain('- name: "Ada: Lunaire"\n  distinct:\n    - Ada\n');
      expect(text.startsWith('# En-tête\n\n')).toBe(before.startsWith('#'));
    },
  );
  it('moves the comment of an entry that another took in', () => {
    const before = '- name: Ada Lunaire\n# la même\n- name: A. Lunaire\n';
    expect(withEntries(before, [entry('Ada Lunaire', ['A. Lunaire'])])).toBe(
      '# la même\n- name: Ada Lunaire\n  aliases:\n    - A. Lunaire\n',
    );
  });
});

const site = {
  name: 'Lune',
  aliases: ['Mer: calme', 'true'],
  department: { code: '01', name: 'Ain' },
  coordinates: { latitude: 46.5, longitude: -1.25 },
};

describe('siteText and withAlias', () => {
  it('write the form of the other files', () => {
    expect(siteText(site)).toBe(
      `name: Lune
aliases: ["Mer: calme", "true"]
department: { code: '01', name: Ain }
coordinates: { latitude: 46.5, longitude: -1.25 }
`,
    );
  });
  it.each([
    ['aliases: []\n', 'aliases: [Mer]\n'],
    ['aliases: [Mare] # noms\nb: 1.50\n', 'aliases: [Mare, Mer] # noms\nb: 1.50\n'],
    ['aliases:\n  - Mare\nb: 1\n', 'aliases:\n  - Mare\n  - Mer\nb: 1\n'],
    ['aliases:\n- Mare\n', 'aliases:\n- Mare\n- Mer\n'],
  ])('add an alias and nothing else: %j', (before, after) => {
    expect(withAlias(before, 'Mer')).toBe(after);
  });
  it.each(['aliases: [Mare,]\n', 'aliases: [\n  Mare # noms\n]\n', 'name: x\n'])(
    'leave what they would break: %j',
    (before) => {
      expect(withAlias(before, 'Mer')).toBeNull();
    },
  );
});
