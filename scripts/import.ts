import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import portal from '../portal.config.ts';
import { ImportError } from '../src/ingest/errors.ts';
import { readSource, writeMinutes, type Written } from '../src/ingest/files.ts';
import { importMinutes } from '../src/ingest/import.ts';
import { report } from '../src/ingest/report.ts';
import { contentDirectories } from '../src/library/directories.ts';
import { readSites } from '../src/library/library.ts';
import { ContentError } from '../src/minutes/errors.ts';

const USAGE = `Usage : npm run import -- [--dry-run] [--json] [--replace] FICHIER…
  --dry-run  lit et vérifie, n’écrit rien
  --json     avec --dry-run et un seul fichier : imprime ce qui a été lu, en un objet JSON
  --replace  remplace un compte-rendu déjà importé, corrections comprises`;

const OUTCOME: Record<Written, string> = {
  created: 'Écrit',
  replaced: 'Remplacé',
  unchanged: 'Déjà importé, inchangé',
  corrected: 'Déjà importé, vos corrections sont conservées',
  merged: 'Mis à jour, vos corrections sont conservées',
  conflict:
    'Mis à jour, mais vos corrections et le nouvel import se contredisent (voir <<<<<<< dans le fichier)',
  kept: 'Existe déjà et ne vient pas d’un import : rien n’a été écrit. Comparez, ou ajoutez --replace pour l’écraser',
};

function readArguments(): { files: string[]; dryRun: boolean; json: boolean; replace: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      replace: { type: 'boolean' },
    },
  });
  const json = values.json === true;
  const dryRun = values['dry-run'] === true;
  if (positionals.length === 0) throw new ImportError('Aucun fichier à importer.', `\n${USAGE}`);
  if (json && (positionals.length > 1 || !dryRun)) {
    throw new ImportError('--json va avec --dry-run et un seul fichier.', `\n${USAGE}`);
  }
  return { files: positionals, dryRun, json, replace: values.replace === true };
}

/** Imports each file; returns whether all of them stand in the content now. */
async function main(): Promise<boolean> {
  const { files, dryRun, json, replace } = readArguments();
  const sites = readSites(process.cwd(), process.env);
  const folder = contentDirectories(process.cwd(), process.env).minutes;
  let complete = true;
  for (const path of files) {
    try {
      const file = await readSource(path);
      const result = await importMinutes(file, {
        sites,
        redact: portal.redact,
        importedAt: new Date().toISOString(),
      });
      if (json) {
        console.log(JSON.stringify(result.json, null, 2));
        continue;
      }
      console.log(report(result, path));
      if (dryRun) continue;
      const { path: target, written } = await writeMinutes(folder, result.id, result.mdx, replace);
      if (written === 'kept' || written === 'conflict') complete = false;
      console.log(`  ${OUTCOME[written]} : ${relative(process.cwd(), target)}`);
    } catch (cause) {
      if (!(cause instanceof ImportError)) throw cause;
      complete = false;
      console.error(`${path} : ${cause.message}`);
    }
  }
  return complete;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (cause) {
  const known =
    cause instanceof ImportError ||
    cause instanceof ContentError ||
    (cause as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
  if (!known) throw cause;
  console.error((cause as Error).message);
  process.exitCode = 1;
}
