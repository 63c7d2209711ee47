import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import { KeysFileError } from './entry.ts';

/**
 * Reads a keys file; comments are kept in the document.
 * @throws {KeysFileError} when it cannot be read or is no YAML; lines are not quoted.
 */
export function readYaml(file: string): Document {
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
  return parseYaml(text, file);
}

/** Parses the text of a keys file that `name` names in errors. */
export function parseYaml(text: string, name: string): Document {
  const document = parseDocument(text, { version: '1.2' });
  const fault = document.errors[0];
  if (fault !== undefined) {
    // The message of the parser quotes the line, which may hold a passphrase.
    throw new KeysFileError(
      name,
      `line ${fault.linePos?.[0].line ?? 1} is no YAML.`,
      'Put passphrases in quotes, and indent with spaces.',
    );
  }
  return document;
}

/** Writes atomically, readable by its owner alone. */
export function writeYaml(file: string, document: Document): void {
  const draft = `${file}.${process.pid}.tmp`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(draft, document.toString(), { mode: 0o600, flag: 'wx' });
    chmodSync(draft, 0o600);
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  }
}
