import { parseArgs } from 'node:util';
import { ImportError } from '../errors.ts';

/** What the import command is asked to do. */
export interface Options {
  files: string[];
  /** Folder whose files are imported as they come, instead of `files`; `null` without `--watch`. */
  watch: string | null;
  dryRun: boolean;
  json: boolean;
  replace: boolean;
  strict: boolean;
  /** File to write the HTML report to; `null` without `--report`. */
  report: string | null;
  help: boolean;
}

export const USAGE = `Usage : npm run import -- [options] FICHIER…
        npm run import -- [options] --watch DOSSIER
  --dry-run         lit et vérifie, n’écrit rien
  --strict          n’écrit pas un compte-rendu où il reste un point à regarder (doute, contradiction,
                    passage sensible), et finit avec le code 1
  --report FICHIER  écrit aussi la relecture dans une page HTML, à ouvrir ou à imprimer
  --watch DOSSIER   importe ce qui s’y trouve et ce qu’on y dépose, jusqu’à Ctrl+C
  --replace         remplace un compte-rendu déjà importé, corrections comprises
  --json            avec --dry-run et un seul fichier : imprime ce qui a été lu, en un objet JSON
  --help            affiche cette aide`;

const SWITCHES = ['dry-run', 'json', 'replace', 'strict', 'help'] as const;
const VALUES = { report: 'FICHIER', watch: 'DOSSIER' } as const;

/**
 * Reads the command's arguments.
 * @throws {ImportError} in French, for an unknown option, a missing value, or options that do not go together.
 */
export function readOptions(args: readonly string[]): Options {
  const { positionals, tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      replace: { type: 'boolean' },
      strict: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      report: { type: 'string' },
      watch: { type: 'string' },
    },
  });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (Object.hasOwn(VALUES, name)) {
      const wanted = VALUES[name as keyof typeof VALUES];
      if (value === undefined || value === '' || value.startsWith('-'))
        refuse(`Il manque ${wanted} derrière ${rawName}.`);
      given.set(name, value);
    } else if (!SWITCHES.some((known) => known === name)) refuse(`Option inconnue : ${rawName}.`);
    else if (value !== undefined) refuse(`${rawName} ne prend pas de valeur.`);
    else given.set(name, '');
  }
  const options: Options = {
    files: positionals,
    watch: given.get('watch') ?? null,
    dryRun: given.has('dry-run'),
    json: given.has('json'),
    replace: given.has('replace'),
    strict: given.has('strict'),
    report: given.get('report') ?? null,
    help: given.has('help'),
  };
  if (!options.help) checkTogether(options);
  return options;
}

function checkTogether({ files, watch, dryRun, json, report }: Options): void {
  if (watch !== null && files.length > 0)
    refuse('--watch prend un dossier et aucun autre fichier.');
  if (watch === null && files.length === 0) refuse('Aucun fichier à importer.');
  if (json && (files.length !== 1 || !dryRun || report !== null))
    refuse('--json va avec --dry-run et un seul fichier, sans --report.');
}

function refuse(what: string): never {
  throw new ImportError(what, `\n${USAGE}`);
}
