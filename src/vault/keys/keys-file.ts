import { existsSync } from 'node:fs';
import type { Document } from 'yaml';
import { addEpoch, addPassphrase, emptyKeys, makeEpoch } from './edit.ts';
import {
  checkEntries,
  type EpochEntry,
  isEpoch,
  isPassphrase,
  KeysFileError,
  type PassphraseEntry,
} from './entry.ts';
import { makePassphrase } from './passphrase.ts';
import { CONTENT_NAME, keysSource } from './source.ts';
import { parseYaml, readYaml, writeYaml } from './yaml-file.ts';

/** What opens the rooms, and the keys they are sealed under. */
export interface Keyring {
  passphrases: PassphraseEntry[];
  /** The current epoch of each room, the highest in the file. */
  epochs: EpochEntry[];
}

/** The keys of a build, and how they were come by. */
export interface BuildKeyring extends Keyring {
  /** Made up for this machine, as nobody configured any. */
  isDemo: boolean;
  /** English; what the operator should know. */
  warnings: string[];
  /** French; what was added to the file. */
  notices: string[];
}

/**
 * Reads the keys of a build (see {@link keysSource}). Rooms without a key get one, written to the same
 * file; passphrases are made up where nobody configured any.
 * @throws {KeysFileError} when the file is missing, no YAML or not valid, or when it lacks a key and
 * cannot keep one.
 */
export function readKeyring(
  root: string,
  env: NodeJS.ProcessEnv,
  rooms: readonly string[],
): BuildKeyring {
  const source = keysSource(root, env);
  const isDemo = source.kind === 'demo';
  const name = source.kind === 'content' ? CONTENT_NAME : source.file;
  const document = source.kind === 'content' ? parseYaml(source.text, name) : open(name, isDemo);
  const hasGrown = isDemo && addDemo(document, rooms);
  const entries = checkEntries(document.toJS(), name, rooms);
  const passphrases = entries.filter(isPassphrase);
  if (passphrases.length === 0) {
    throw new KeysFileError(
      name,
      'it holds no passphrase.',
      'Add one: npm run vault -- add --room ROOM --label LABEL',
    );
  }
  const known = currentEpochs(entries.filter(isEpoch));
  const isKeyed = (room: string): boolean => known.some((epoch) => epoch.room === room);
  const opened = rooms.filter((room) => passphrases.some((entry) => entry.room === room));
  const missing = opened.filter((room) => !isKeyed(room)).map((room) => makeEpoch(room, 1));
  for (const entry of missing) addEpoch(document, entry);
  const added = missing.map(({ room }) => room).join(', ');
  const keyring = { passphrases, epochs: [...known, ...missing], isDemo };
  if (missing.length === 0 && !hasGrown) return { ...keyring, warnings: [], notices: [] };
  if (source.kind === 'content') {
    throw new KeysFileError(
      name,
      `it has no key for ${added}, and cannot keep a new one: everybody would sign in again after each build.`,
      'Run a build or "npm run vault -- rotate" where the file is, and put the whole file into the secret.',
    );
  }
  const failure = tryToWrite(name, document);
  if (failure !== null) {
    const warning = `${name} cannot be written (${failure}): this build is sealed under keys that the next one will not have.`;
    return { ...keyring, warnings: [warning], notices: [] };
  }
  const notice = `Clé ajoutée à ${name} pour : ${added}. Gardez ce fichier secret, et gardez-le : le perdre oblige chacun à se reconnecter`;
  return { ...keyring, warnings: [], notices: isDemo ? [] : [notice] };
}

/** The highest epoch of each room. */
export function currentEpochs(epochs: readonly EpochEntry[]): EpochEntry[] {
  return epochs.filter(
    (entry) => !epochs.some((other) => other.room === entry.room && other.epoch > entry.epoch),
  );
}

function open(file: string, isDemo: boolean): Document {
  return isDemo && !existsSync(file) ? emptyKeys() : readYaml(file);
}

/** Gives every room the passphrase of the demonstration: one opens them all. */
function addDemo(document: Document, rooms: readonly string[]): boolean {
  const entries = (document.toJS() ?? []) as Partial<PassphraseEntry>[];
  const passphrase = entries.find((entry) => entry.passphrase)?.passphrase ?? makePassphrase();
  const closed = rooms.filter(
    (room) => !entries.some((entry) => entry.room === room && entry.passphrase),
  );
  for (const room of closed) addPassphrase(document, { room, label: 'démonstration', passphrase });
  return closed.length > 0;
}

/** The reason a file could not be written, or `null`. */
function tryToWrite(file: string, document: Document): string | null {
  try {
    writeYaml(file, document);
    return null;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code ?? 'unknown error';
  }
}
