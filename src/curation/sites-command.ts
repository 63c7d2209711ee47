import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readSites } from '../library/library.ts';
import { replaceFile } from '../library/replace-file.ts';
import type { SiteTable } from '../minutes/sites.ts';
import { CurationError } from './errors.ts';
import { siteText, withAlias } from './site-document.ts';
import { nearLabels, newAlias, newSite } from './sites.ts';
import { ownSitesFolder } from './sites-folder.ts';
import { visible } from './words.ts';

type Environment = Record<string, string | undefined>;

const USAGE = `Usage : npm run sites -- list
          montre les sites et leurs autres noms
        npm run sites -- add --name "Lille" --department 59 --latitude 50,63 --longitude 3,06 [--alias "Nord"]… [--slug lille]
          ajoute un site
        npm run sites -- alias SLUG "AUTRE NOM"
          ajoute un autre nom à un site`;
const NEXT =
  'Réimportez les comptes-rendus qui en parlent (npm run import -- FICHIER : vos corrections sont gardées), puis construisez : npm run build';

const OPTIONS = {
  name: { type: 'string' },
  slug: { type: 'string' },
  department: { type: 'string' },
  alias: { type: 'string', multiple: true },
  latitude: { type: 'string' },
  longitude: { type: 'string' },
} as const;

/**
 * Does what `npm run sites -- ARGUMENTS` asks for the content under `root`.
 * @returns what to print, in French
 * @throws {CurationError} on a request that cannot be met, {@link ContentError} on faulty content.
 */
export function sitesCommand(root: string, env: Environment, args: readonly string[]): string {
  const [command = '', ...rest] = args;
  const sites = readSites(root, env);
  const [slug, alias, ...more] = rest;
  if (command === 'list' && rest.length === 0) return listOf(sites);
  if (command === 'add') return add(root, env, sites, rest);
  if (command === 'alias' && slug !== undefined && alias !== undefined && more.length === 0) {
    return addAlias(root, env, sites, slug, alias);
  }
  throw new CurationError(`« ${args.map(visible).join(' ')} » n’est pas une demande.`, USAGE);
}

function listOf({ sites }: SiteTable): string {
  const lines = sites.map(({ slug, name, aliases, department, coordinates }) => {
    const others = aliases.length === 0 ? '' : `, aussi : ${aliases.join(', ')}`;
    const { latitude, longitude } = coordinates;
    return `${slug} : ${name}, ${department.name} (${department.code})${others} ; ${latitude}, ${longitude}`;
  });
  return [...lines, `${sites.length} sites`].map(visible).join('\n');
}

function add(root: string, env: Environment, sites: SiteTable, args: readonly string[]): string {
  const { slug, ...data } = newSite(readOptions(args), sites);
  const near = nearLabels(data.name, sites);
  const { folder, note } = ownSitesFolder(root, env);
  const path = join(folder, `${slug}.yaml`);
  if (existsSync(path)) {
    throw new CurationError(
      `${relative(root, path)} existe déjà.`,
      'Rien n’a été écrit : ouvrez ce fichier, ou donnez un autre --slug.',
    );
  }
  replaceFile(path, siteText(data));
  const warning = near === '' ? '' : `À vérifier : ce nom ressemble à ${near}.\n`;
  return `${note}Site ajouté : ${data.name} (${data.department.name}), ${relative(root, path)}.\n${warning}${NEXT}`;
}

function addAlias(
  root: string,
  env: Environment,
  sites: SiteTable,
  slug: string,
  typed: string,
): string {
  const { site, alias } = newAlias(slug, typed, sites);
  const { folder, note } = ownSitesFolder(root, env);
  const yaml = join(folder, `${site.slug}.yaml`);
  const path = existsSync(yaml) ? yaml : join(folder, `${site.slug}.yml`);
  const text = withAlias(readFileSync(path, 'utf8'), alias);
  if (text === null) {
    throw new CurationError(
      `${relative(root, path)} est mis en forme autrement que cette commande ne sait l’écrire.`,
      `Ajoutez « ${alias} » à \`aliases\` à la main.`,
    );
  }
  replaceFile(path, text);
  return `${note}« ${alias} » désigne maintenant ${site.name} (${relative(root, path)}).\n${NEXT}`;
}

/** Options of `add`; a longitude west of Greenwich begins like an option and is bound to its own. */
function readOptions(args: readonly string[]) {
  const bound = args.join('\0').replaceAll(/(--(?:latitude|longitude))\0(?=-\d)/g, '$1=');
  try {
    return parseArgs({ args: bound === '' ? [] : bound.split('\0'), options: OPTIONS }).values;
  } catch (cause) {
    if ((cause as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') !== true) throw cause;
    throw new CurationError(`Une option n’est pas comprise (${(cause as Error).message}).`, USAGE);
  }
}
