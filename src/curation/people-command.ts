import { relative } from 'node:path';
import { contentDirectories } from '../library/directories.ts';
import { type Library, readLibrary } from '../library/library.ts';
import { type PeopleTable, peopleTable, type PersonEntry } from '../minutes/people.ts';
import { everybody } from './appearances.ts';
import { CurationError } from './errors.ts';
import { writePeople } from './people-file.ts';
import { proposalsReport, tableReport } from './people-report.ts';
import { proposals } from './proposals.ts';
import { recordDifferent, recordSame } from './record.ts';
import { resolveName } from './resolve-name.ts';
import { visible } from './words.ts';

const USAGE = `Usage : npm run people
          propose les personnes écrites de plusieurs façons
        npm run people -- same "NOM À GARDER" "AUTRE ÉCRITURE"…
          note qu’il s’agit de la même personne
        npm run people -- different "NOM" "AUTRE NOM"
          note que ce sont deux personnes : elles ne seront plus proposées
        npm run people -- list
          montre ce qui est noté`;

const NEXT = 'Les pages suivront à la prochaine construction : npm run build';

/**
 * Does what `npm run people -- ARGUMENTS` asks for the content under `root`.
 * @returns what to print, in French
 * @throws {CurationError} on a request that cannot be met, {@link ContentError} on faulty content.
 */
export function peopleCommand(
  root: string,
  env: Record<string, string | undefined>,
  args: readonly string[],
): string {
  const [command = 'propose', ...names] = args;
  const library = readLibrary(root, env);
  const { people, minutes, sites } = library;
  if (command === 'propose' && names.length === 0) {
    const all = everybody(minutes, people);
    const total = { people: all.length, minutes: minutes.length };
    return proposalsReport(proposals(all, people), total, sites);
  }
  if (command === 'list' && names.length === 0) {
    return tableReport(people.entries, relative(root, contentDirectories(root, env).people));
  }
  const enough = names.length === 2 || (command === 'same' && names.length > 2);
  if ((command !== 'same' && command !== 'different') || !enough) {
    throw new CurationError(`« ${args.map(visible).join(' ')} » n’est pas une demande.`, USAGE);
  }
  const known = knownNames(library);
  const resolved = names.map((name) => resolveName(name, known));
  const entries = record(command, resolved, people);
  const [first = '', ...others] = resolved.map((name) => `« ${visible(name)} »`);
  const said =
    command === 'same'
      ? `${others.join(', ')} : même personne que ${first}`
      : `${first} et ${others.join('')} : deux personnes`;
  if (entries === null) return `Déjà noté, rien à faire : ${said}.`;
  return `Noté dans ${writePeople(root, env, entries)} : ${said}.\n${NEXT}`;
}

function knownNames({ minutes, people }: Library): string[] {
  const written = everybody(minutes, people).flatMap(({ spellings }) => spellings);
  const listed = people.entries.flatMap(({ name, aliases }) => [name, ...aliases]);
  return [...new Set([...written.map(({ name }) => name), ...listed])];
}

/** The entries with every pair recorded; `null` where all were. */
function record(
  command: 'same' | 'different',
  [first = '', ...others]: readonly string[],
  people: PeopleTable,
): PersonEntry[] | null {
  const add = command === 'same' ? recordSame : recordDifferent;
  let entries: PersonEntry[] | null = null;
  for (const other of others) {
    const table: PeopleTable = entries === null ? people : peopleTable(entries);
    entries = add(table, first, other) ?? entries;
  }
  return entries;
}
