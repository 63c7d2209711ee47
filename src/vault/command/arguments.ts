import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommandError } from './context.ts';
import { USAGE } from './usage.ts';

/** What the operator asks for. */
export type VaultCommand =
  | { name: 'help' }
  | { name: 'list' }
  | { name: 'add'; room: string; label: string; isAsked: boolean; isWeakAllowed: boolean }
  | { name: 'remove'; label: string; room: string | null }
  | { name: 'rotate'; room: string }
  | { name: 'check'; dist: string | null }
  | { name: 'share'; label: string; path: string }
  | { name: 'decrypt'; dist: string; out: string; room: string | null }
  | { name: 'diff'; before: string; after: string };

type Option = 'room' | 'label' | 'passphrase' | 'allow-weak';

/** Options and operands of each command; those in brackets may be left out. */
const FORMS: Record<VaultCommand['name'], { options: readonly Option[]; operands: string }> = {
  help: { options: [], operands: '' },
  list: { options: [], operands: '' },
  add: { options: ['room', 'label', 'passphrase', 'allow-weak'], operands: '' },
  remove: { options: ['label', 'room'], operands: '' },
  rotate: { options: ['room'], operands: '' },
  check: { options: [], operands: '[DIST]' },
  share: { options: ['label'], operands: 'CHEMIN' },
  decrypt: { options: ['room'], operands: 'DIST DOSSIER' },
  diff: { options: [], operands: 'ANCIEN NOUVEAU' },
};

const OPTIONS = {
  room: { type: 'string' },
  label: { type: 'string' },
  passphrase: { type: 'boolean' },
  'allow-weak': { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

const isName = (name: string): name is VaultCommand['name'] => Object.hasOwn(FORMS, name);

/**
 * Reads the arguments of `npm run vault --`.
 * @throws {CommandError} saying what is missing or too much. A passphrase among them is never repeated.
 */
export function readCommand(args: readonly string[]): VaultCommand {
  const [name = 'help', ...rest] = args;
  if (name === '--help' || name === '-h') return { name: 'help' };
  if (!isName(name)) throw new CommandError(`Commande inconnue.\n\n${USAGE}`);
  const { values, operands } = parse(name, rest);
  const needed = (option: 'room' | 'label'): string => {
    const value = values[option]?.trim() ?? '';
    if (value === '') throw new CommandError(`${name} : --${option} manque.\n\n${USAGE}`);
    return value;
  };
  const [first = '', second = ''] = operands;
  switch (name) {
    case 'help':
    case 'list':
      return { name };
    case 'add':
      return {
        name,
        room: needed('room'),
        label: needed('label'),
        isAsked: values.passphrase === true,
        isWeakAllowed: values['allow-weak'] === true,
      };
    case 'remove':
      return { name, label: needed('label'), room: values.room ?? null };
    case 'rotate':
      return { name, room: needed('room') };
    case 'check':
      return { name, dist: operands[0] ?? null };
    case 'share':
      return { name, label: needed('label'), path: first };
    case 'decrypt':
      return { name, dist: first, out: second, room: values.room ?? null };
    case 'diff':
      return { name, before: first, after: second };
  }
}

function parse(name: VaultCommand['name'], args: readonly string[]) {
  const form = FORMS[name];
  const given = tryToParse(args);
  if (given === null) throw new CommandError(`${name} : une option est inconnue.\n\n${USAGE}`);
  const stranger = Object.keys(given.values).find(
    (option) => !form.options.some((each) => each === option),
  );
  if (stranger !== undefined) {
    throw new CommandError(`${name} : --${stranger} n’a pas de sens ici.\n\n${USAGE}`);
  }
  const most = form.operands === '' ? 0 : form.operands.split(' ').length;
  const least = form.operands.startsWith('[') ? 0 : most;
  const count = given.positionals.length;
  if (count > most && given.values.passphrase === true) {
    throw new CommandError(
      'Une phrase de passe ne s’écrit pas dans la commande : elle resterait dans l’historique du terminal. Relancez avec --passphrase seul, puis saisissez-la (et choisissez-en une autre : celle-ci est dans l’historique).',
    );
  }
  if (count < least || count > most) {
    const expected = form.operands === '' ? 'rien' : form.operands;
    throw new CommandError(`${name} : attendu après les options : ${expected}.\n\n${USAGE}`);
  }
  return { values: given.values, operands: given.positionals };
}

function tryToParse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch {
    return null; // its message may repeat a passphrase
  }
}
