import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOptions } from '../../../../src/ingest/cli/options.ts';
import { runImport } from '../../../../src/ingest/cli/run.ts';
import { glossaryOf } from '../../../../src/minutes/glossary.ts';
import { peopleTable } from '../../../../src/minutes/people.ts';
import { minutesText } from '../review/reviewing.ts';
import { sites } from '../../sites.fixture.ts';

let root = '';
let out: string[] = [];
let errors: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'import-'));
  out = [];
  errors = [];
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const file = (name: string, text: string): string => {
  writeFileSync(join(root, name), text);
  return join(root, name);
};
const content = (): string[] => {
  const isContent = (name: string): boolean => name.endsWith('.mdx') && !name.startsWith('.');
  return readdirSync(join(root, 'content')).filter(isContent);
};
const run = (args: string[]): Promise<boolean> =>
  runImport(
    readOptions(args),
    { say: (line) => out.push(line.replaceAll('\u00a0', ' ')), warn: (line) => errors.push(line) },
    () => ({
      sites,
      people: peopleTable([]),
      glossary: glossaryOf([{ term: 'CNPE' }]),
      redact: ['password'],
      folder: join(root, 'content'),
    }),
  );

const SOUND = minutesText({});
const DELICATE = minutesText({
  title: '21ème Conférence des Coordinations Locales, jeudi 12 février 2026 de 13h30 à 15h',
  next: 'Prochaine conférence : le lundi 16 mars 2026 de 13h30 à 15h',
  national: '820 inclusions au 5 février 2026',
  people: 'Ophélie RANCHIN (Nîmes), Nour HADDAD (Uzès)',
  news: '**Nîmes :** 85 inclusions. Nour est en arrêt maladie.\n\n**Marseille :** RAS.',
});

describe('the import command', () => {
  it('writes files and holds each against those before it', async () => {
    const done = await run([file('20.md', SOUND), file('21.md', DELICATE)]);
    expect(done).toBe(true);
    expect(content()).toEqual(['020.mdx', '021.mdx']);
    const second = out.find((text) => text.startsWith('21.md')) ?? '';
    expect(second).toContain('nouvelle personne : Nour HADDAD (Uzès)');
    expect(second).not.toContain('nouvelle personne : Ophélie');
    expect(second).toContain('85 inclusions, mais déjà 90 dans le CR n° 20');
    expect(out.at(-1)).toMatch(/^2 points à regarder ; cela n’arrête pas l’import/);
  });

  it('with --strict leaves unwritten what has open points, and fails', async () => {
    const done = await run(['--strict', file('20.md', SOUND), file('21.md', DELICATE)]);
    expect(done).toBe(false);
    expect(content()).toEqual(['020.mdx']);
    expect(await run(['--strict', file('20.md', SOUND)])).toBe(true);
  });

  it('writes nothing with --dry-run, and still holds files against each other', async () => {
    const done = await run(['--dry-run', file('21.md', DELICATE), file('20.md', SOUND)]);
    expect(done).toBe(true);
    expect(readdirSync(root).sort()).toEqual(['20.md', '21.md']);
    expect(out.join('\n')).toContain('seulement 85 ensuite, dans le CR n° 21');
  });

  it('calls abbreviations new that the glossary does not hold', async () => {
    const text = SOUND.replace('**Nîmes :**', '**Nîmes :** le CNPE a vu le XQTP.');
    await run(['--dry-run', file('20.md', text)]);
    expect(out.join('\n')).toContain('sigle inconnu : « XQTP »');
    expect(out.join('\n')).not.toContain('CNPE »');
  });

  it('says why a file is refused and goes on', async () => {
    const done = await run([join(root, 'rien.md'), file('photo.jpg', 'x'), file('20.md', SOUND)]);
    expect(done).toBe(false);
    expect(errors).toHaveLength(2);
    expect(errors[1]).toContain('ce format ne se lit pas');
    expect(content()).toEqual(['020.mdx']);
  });

  it('says which CR of the portal could not be compared', async () => {
    await run([file('20.md', SOUND)]);
    const path = join(root, 'content', '020.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replace('date: 2026-01-12', 'date: hier'));
    await run(['--dry-run', file('21.md', DELICATE)]);
    expect(errors.join('\n')).toContain('Non comparé : 020.mdx');
  });

  it('writes the report of all files, whole', async () => {
    const report = join(root, 'relecture.html');
    await run(['--dry-run', '--report', report, file('20.md', SOUND), file('21.md', DELICATE)]);
    expect(readFileSync(report, 'utf8')).toContain('020.mdx');
    expect(readFileSync(report, 'utf8')).toContain('021.mdx');
    expect(readdirSync(root).sort()).toEqual(['20.md', '21.md', 'relecture.html']);
  });

  it('prints the JSON alone, and still fails with --strict', async () => {
    expect(await run(['--json', '--dry-run', file('20.md', SOUND)])).toBe(true);
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ number: 20, date: '2026-01-12' });
    expect(await run(['--json', '--dry-run', '--strict', file('21.md', DELICATE)])).toBe(false);
  });

  it('imports what is in a watched folder until it is told to end', async () => {
    file('20.md', SOUND);
    file('photo.jpg', 'x');
    const watching = run(['--watch', root]);
    const until = Date.now() + 8000;
    while (errors.length === 0 || !out.some((line) => line.startsWith('Écrit'))) {
      if (Date.now() > until)
        throw new Error(`nothing imported: ${[...out, ...errors].join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    process.emit('SIGTERM');
    expect(await watching).toBe(true);
    expect(out.at(-1)).toBe('Surveillance arrêtée.');
    expect(content()).toEqual(['020.mdx']);
  }, 15_000);
});
