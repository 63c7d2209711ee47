import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Document, parseDocument } from 'yaml';
import { toBase64url } from '../format/bytes.ts';
import {
  checkEntries,
  type EpochEntry,
  isPassphrase,
  KeysFileError,
  type PassphraseEntry,
} from './entry.ts';
import { makePassphrase } from './passphrase.ts';

/** What opens the rooms, and the keys they are sealed under. */
export interface Keyring {
  passphrases: PassphraseEntry[];
  /** The current epoch of each room, the highest in the file. */
  epochs: EpochEntry[];
  /** Made up for this machine, as nobody configured any. */
  isDemo: boolean;
  /** English; what the operator should know. */
  warnings: string[];
}

/**
 * Reads the keys of a build: the file `PORTAL_KEYS` names, else `keys.yaml`, else passphrases made up
 * for this machine in `.portal/demo-keys.yaml`. Rooms without a key get one, written to the same file.
 * @throws {KeysFileError} when the file is missing, no YAML or not valid.
 */
export function readKeyring(
  root: string,
  env: NodeJS.ProcessEnv,
  rooms: readonly string[],
): Keyring {
  const named = env['PORTAL_KEYS'];
  const configured =
    named === undefined || named === '' ? join(root, 'keys.yaml') : resolve(root, named);
  const isDemo = (named === undefined || named === '') && !existsSync(configured);
  const file = isDemo ? join(root, '.portal', 'demo-keys.yaml') : configured;
  if (isDemo && !existsSync(file)) writeDemo(file, rooms);
  const document = readYaml(file);
  const entries = checkEntries(document.toJS(), file, rooms);
  const warnings: string[] = [];
  const epochs = entries.filter((entry): entry is EpochEntry => !isPassphrase(entry));
  const missing = rooms
    .filter((room) => !epochs.some((epoch) => epoch.room === room))
    .map(newEpoch);
  if (missing.length > 0) {
    for (const entry of missing) document.add(document.createNode(entry));
    const failure = tryToWrite(file, document.toString());
    if (failure !== null)
      warnings.push(
        `${file} cannot be written (${failure}): this build is sealed under keys that the next one will not have.`,
      );
  }
  const all = [...epochs, ...missing];
  const current = rooms.map(
    (room) => all.filter((epoch) => epoch.room === room).sort((a, b) => b.epoch - a.epoch)[0],
  );
  return {
    passphrases: entries.filter(isPassphrase),
    epochs: current.filter((epoch) => epoch !== undefined),
    isDemo,
    warnings,
  };
}

function readYaml(file: string): Document {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new KeysFileError(
      file,
      `it cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
      'Copy keys.example.yaml there, or correct PORTAL_KEYS.',
    );
  }
  const document = parseDocument(text, { version: '1.2' });
  const fault = document.errors[0];
  if (fault !== undefined) {
    // The message of the parser quotes the line, which may hold a passphrase.
    throw new KeysFileError(
      file,
      `line ${String(fault.linePos?.[0].line ?? 1)} is no YAML.`,
      'Put passphrases in quotes, and indent with spaces.',
    );
  }
  return document;
}

const newEpoch = (room: string): EpochEntry => ({
  room,
  epoch: 1,
  salt: toBase64url(randomBytes(16)),
  key: toBase64url(randomBytes(32)),
});

function writeDemo(file: string, rooms: readonly string[]): void {
  const entries = rooms.map((room) => ({
    room,
    label: 'démonstration',
    passphrase: makePassphrase(),
  }));
  mkdirSync(dirname(file), { recursive: true });
  write(file, new Document(entries).toString());
}

/** Writes atomically, readable by its owner alone. */
function write(file: string, text: string): void {
  const draft = `${file}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    chmodSync(draft, 0o600);
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  }
}

/** The reason a file could not be written, or `null`. */
function tryToWrite(file: string, text: string): string | null {
  try {
    write(file, text);
    return null;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code ?? 'unknown error';
  }
}
