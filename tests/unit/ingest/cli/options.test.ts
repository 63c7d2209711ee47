import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../../src/ingest/cli/options.ts';

describe('the arguments of the import command', () => {
  it('reads files and options in any order', () => {
    expect(readOptions(['a.docx', '--strict', '--report=r.html', 'b.md', '--dry-run'])).toEqual({
      files: ['a.docx', 'b.md'],
      watch: null,
      dryRun: true,
      json: false,
      replace: false,
      strict: true,
      report: 'r.html',
      help: false,
    });
    expect(readOptions(['--watch', 'inbox']).watch).toBe('inbox');
    expect(readOptions(['-h']).help).toBe(true);
    expect(readOptions(['--', '--strict.md']).files).toEqual(['--strict.md']);
  });

  it.each([
    [[], 'Aucun fichier à importer.'],
    [['--vite', 'a.md'], 'Option inconnue : --vite.'],
    [['-x', 'a.md'], 'Option inconnue : -x.'],
    [['a.md', '--report'], 'Il manque FICHIER derrière --report.'],
    [['--report', '--strict', 'a.md'], 'Il manque FICHIER derrière --report.'],
    [['--strict=oui', 'a.md'], '--strict ne prend pas de valeur.'],
    [['--watch', 'inbox', 'a.md'], '--watch prend un dossier et aucun autre fichier.'],
    [['--json', 'a.md'], '--json va avec --dry-run et un seul fichier, sans --report.'],
    [['--json', '--dry-run', '--watch', 'x'], '--json va avec --dry-run'],
  ])('refuses %j in French, with the usage', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
    expect(() => readOptions(args)).toThrow('Usage : npm run import');
  });
});
