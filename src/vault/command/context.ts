import type { Document } from 'yaml';
import { checkEntries, type KeysEntry } from '../keys/entry.ts';
import { emptyKeys } from '../keys/edit.ts';
import { CONTENT_NAME, keysSource } from '../keys/source.ts';
import { parseYaml, readYaml } from '../keys/yaml-file.ts';
import type { RoomSettings } from '../seal/site-file.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the commands work on. */
export interface CommandContext {
  /** The project's folder. */
  root: string;
  env: NodeJS.ProcessEnv;
  rooms: readonly RoomSettings[];
  /** Where the portal is published, without its base or a final slash. */
  url: string;
  base: string;
  /** Words that an attacker would try first: names of the programme. */
  ownWords: readonly string[];
  /** Asks for a passphrase; it is not shown. */
  readSecret: (prompt: string) => Promise<string>;
}

/** What a command has to say, in French, and whether all is well. */
export interface Outcome {
  ok: boolean;
  lines: string[];
}

/** What an operator can put right; the message is French. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** A keys file, open for reading or changing. */
export interface OpenKeys {
  /** How messages name it. */
  name: string;
  document: Document;
  entries: KeysEntry[];
  /** Made up for this machine: nobody configured any. */
  isDemo: boolean;
}

/**
 * Opens the keys that the next build would use.
 * @throws {CommandError} where there are none yet; {@link KeysFileError} where they are not valid.
 */
export function openKeys({ root, env }: CommandContext): OpenKeys {
  const source = keysSource(root, env);
  const name = source.kind === 'content' ? CONTENT_NAME : source.file;
  if (source.kind !== 'content' && !existsSync(source.file)) {
    throw new CommandError(
      `Aucun fichier de clés : ${name} n’existe pas. Commencez par : npm run vault -- add --room … --label …`,
    );
  }
  const document = source.kind === 'content' ? parseYaml(source.text, name) : readYaml(name);
  const entries = checkEntries(document.toJS() ?? [], name, null);
  return { name, document, entries, isDemo: source.kind === 'demo' };
}

/**
 * Opens the keys file that commands change; begins one where there is none.
 * @throws {CommandError} where the keys came as a variable: nothing can be written there.
 */
export function openKeysToEdit(context: CommandContext): OpenKeys {
  const source = keysSource(context.root, context.env);
  if (source.kind === 'content') {
    throw new CommandError(
      `Les clés viennent de la variable ${CONTENT_NAME} : rien ne peut y être écrit. Lancez la commande là où se trouve le fichier, puis remplacez le secret.`,
    );
  }
  const name = source.kind === 'demo' ? join(context.root, 'keys.yaml') : source.file;
  if (existsSync(name)) return openKeys(context);
  return { name, document: emptyKeys(), entries: [], isDemo: false };
}

/**
 * The room of a name.
 * @throws {CommandError} naming those there are.
 */
export function roomNamed({ rooms }: CommandContext, name: string): RoomSettings {
  const room = rooms.find((each) => each.name === name);
  if (room !== undefined) return room;
  const known = rooms.map((each) => each.name).join(', ');
  throw new CommandError(`La salle « ${name} » n’existe pas dans portal.config.ts (${known}).`);
}
