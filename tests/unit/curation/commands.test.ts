import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEPARTMENTS } from '../../../src/curation/departments.ts';
import { peopleCommand } from '../../../src/curation/people-command.ts';
import { sitesCommand } from '../../../src/curation/sites-command.ts';
import { readSites } from '../../../src/library/library.ts';

let root: string;
const people = (...args: string[]): string => peopleCommand(root, {}, args);
const sites = (...args: string[]): string => sitesCommand(root, {}, args);
const file = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

function writeMinutes(number: number, names: readonly string[]): void {
  const participants = names.map((name) => `  - { name: ${name}, site: epinal }`).join('\n');
  const text = `---
number: ${number}
title: Conférence
date: 2030-0${number}-01
start: null
end: null
next: []
inclusions: null
participants:
${participants}
excused: []
agenda: []
highlights: []
source: { file: x.md, sha256: ${'a'.repeat(64)}, importedAt: 2030-01-01T00:00:00Z }
---
Rien.
`;
  writeFileSync(join(root, 'content', 'comptes-rendus', `00${number}.mdx`), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'curation-'));
  mkdirSync(join(root, 'content', 'comptes-rendus'), { recursive: true });
  cpSync('content/sites', join(root, 'content', 'sites'), { recursive: true });
  writeMinutes(1, ['Ada Lunaire', 'Zoé Mars']);
  writeMinutes(2, ['A. Lunaire', 'Zoé Marse']);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('npm run people', () => {
  it('proposes, records, and then is silent', () => {
    const proposed = people();
    expect(proposed).toContain('npm run people -- same "Ada Lunaire" "A. Lunaire"');
    expect(proposed).toMatch(/Ada Lunaire.*1 fois, Épinal, CR 1/);
    expect(people('same', 'ada lunaire', 'A. Lunaire')).toContain('npm run build');
    expect(people('different', 'Zoé Mars', 'Zoé Marse')).toContain('deux personnes');
    expect(people()).toContain('Aucun rapprochement');
    expect(people('list')).toMatch(/Ada Lunaire\n.*A\. Lunaire\nZoé Mars\n.*Zoé Marse/);
    expect(file('content', 'people.yaml')).toBe(
      '- name: Ada Lunaire\n  aliases:\n    - A. Lunaire\n- name: Zoé Mars\n  distinct:\n    - Zoé Marse\n',
    );
    expect(people('same', 'Ada Lunaire', 'A. Lunaire')).toContain('Déjà noté');
  });
  it('writes nothing on a request that it refuses', () => {
    expect(() => people('same', 'Ada Lunaire', 'Ada Lunair')).toThrow(/«\sAda Lunaire\s»/);
    expect(() => people('same', 'Ada Lunaire')).toThrow(/Usage/);
    expect(() => people('diferent', 'Ada Lunaire', 'Zoé Mars')).toThrow(/Usage/);
    expect(readdirSync(join(root, 'content'))).not.toContain('people.yaml');
  });
  it('names the place of a fault in the file', () => {
    writeFileSync(
      join(root, 'content', 'people.yaml'),
      '- name: A B\n\n- name: C D\n  alias: [E]\n',
    );
    expect(() => people()).toThrow(/people\.yaml:3 \(alias\)/);
  });
  it('leaves a file that it cannot keep as it is', () => {
    const text = '  - name: Ada Lunaire\n  - name: Zoé Mars\n';
    writeFileSync(join(root, 'content', 'people.yaml'), text);
    expect(() => people('same', 'Ada Lunaire', 'A. Lunaire')).toThrow(/rien n’a changé/);
    expect(file('content', 'people.yaml')).toBe(text);
  });
});

describe('npm run sites', () => {
  const place = ['--latitude', '50,63', '--longitude', '3.06'];

  it('adds a site that content reads', () => {
    expect(
      sites('add', '--name', 'Lille', '--department', '59', ...place, '--alias', 'Nord'),
    ).toContain('Lille (Nord)');
    const table = readSites(root, {});
    expect(table.find('nord')).toBe('lille');
    expect(table.sites.find(({ slug }) => slug === 'lille')).toMatchObject({
      department: { code: '59', name: 'Nord' },
      coordinates: { latitude: 50.63, longitude: 3.06 },
    });
    expect(sites('list')).toContain('Lille, Nord (59)');
  });
  it('takes a longitude west of Greenwich, and overseas', () => {
    const brest = ['--latitude', '48.39', '--longitude', '-4.486'];
    expect(sites('add', '--name', 'Brest', '--department', 'finistere', ...brest)).toContain(
      'Brest',
    );
    const reunion = ['--latitude', '-20.88', '--longitude', '55.45'];
    expect(sites('add', '--name', 'Saint-Denis', '--department', '974', ...reunion)).toContain(
      'Réunion',
    );
    expect(file('content', 'sites', 'brest.yaml')).toContain('longitude: -4.486');
  });
  it('adds another name', () => {
    sites('alias', 'uzes', 'Uzège');
    expect(readSites(root, {}).find('UZEGE')).toBe('uzes');
  });
  it.each([
    [['add', '--department', '59', ...place], /--name/],
    [['add', '--name', 'Lille', ...place], /--department/],
    [['add', '--name', 'Lille', '--department', '20', ...place], /n’est pas un département/],
    [['add', '--name', 'Lille', '--department', '59'], /geoportail/],
    [
      ['add', '--name', 'Lille', '--department', '59', '--latitude', '3', '--longitude', '50'],
      /inversées/,
    ],
    [['add', '--name', 'Lille', '--department', '974', ...place], /La Réunion/],
    [['add', '--name', 'Vendée', '--department', '85', ...place], /La Roche-sur-Yon/],
    [['add', '--name', 'Épinal', '--department', '88', ...place], /déjà prise/],
    [['add', '--name', 'Lille', '--alias', 'Gard', '--department', '59', ...place], /Nîmes/],
    [['add', '--name', 'Lille', '--slug', '../x', '--department', '59', ...place], /minuscules/],
    [['add', '--name', '<b>', '--department', '59', ...place], /nom de lieu/],
    [['add', '--nom', 'Lille'], /--nom/],
    [['alias', 'marseile', 'Mars'], /«\sMarseille\s» \(marseille\)/],
    [['alias', 'nantes', 'Angers'], /désigne déjà/],
    [['effacer'], /Usage/],
  ])('refuses %j and writes nothing', (args, message) => {
    const before = readdirSync(join(root, 'content', 'sites'));
    expect(() => sites(...args)).toThrow(message);
    expect(readdirSync(join(root, 'content', 'sites'))).toEqual(before);
  });
  it('does not write over a file', () => {
    writeFileSync(join(root, 'content', 'sites', '_x.yaml'), 'kept');
    const other = join(root, 'content', 'sites', 'lille.yaml');
    mkdirSync(other);
    expect(() => sites('add', '--name', 'Lille', '--department', '59', ...place)).toThrow();
    expect(readdirSync(other)).toEqual([]);
  });
  it('gives a content folder of its own the project’s sites first', () => {
    const env = { PORTAL_CONTENT: 'other' };
    const said = sitesCommand(root, env, ['alias', 'uzes', 'Uzège']);
    expect(said).toContain('12 fichiers');
    expect(readSites(root, env).find('Uzège')).toBe('uzes');
    expect(readSites(root, {}).find('Uzège')).toBeNull();
  });
});

describe('departments', () => {
  it('are the 101 of France', () => {
    expect(DEPARTMENTS.length).toBe(101);
    expect(new Set(DEPARTMENTS.map(({ code }) => code)).size).toBe(101);
    expect(
      DEPARTMENTS.every(({ code, name }) => /^(?:\d\d|2[AB]|97\d)$/.test(code) && name !== ''),
    ).toBe(true);
  });
  it('agree with the project’s sites', () => {
    for (const { department } of readSites('.', {}).sites)
      expect(DEPARTMENTS).toContainEqual(department);
  });
});
