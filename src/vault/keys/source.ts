import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KeysFileError } from './entry.ts';

/** Where the keys of a portal are. */
export type KeysSource =
  /** A file that the operator named or made. */
  | { kind: 'file'; file: string }
  /** Nothing is configured: passphrases made up for this machine. */
  | { kind: 'demo'; file: string }
  /** The content of a keys file, from a secret of the CI. */
  | { kind: 'content'; text: string };

/** Name of {@link KeysSource} `content` in messages. */
export const CONTENT_NAME = 'PORTAL_KEYS_CONTENT';

/**
 * Finds the keys: `PORTAL_KEYS_CONTENT` holds them, else the file `PORTAL_KEYS` names, else
 * `keys.yaml`, else `.portal/demo-keys.yaml`.
 * @throws {KeysFileError} when two are given: which one is meant is not to be guessed.
 */
export function keysSource(root: string, env: NodeJS.ProcessEnv): KeysSource {
  const named = env['PORTAL_KEYS'] ?? '';
  const text = env[CONTENT_NAME] ?? '';
  if (named !== '' && text !== '') {
    throw new KeysFileError(CONTENT_NAME, 'PORTAL_KEYS is set as well.', 'Unset one of the two.');
  }
  if (text !== '') return { kind: 'content', text };
  if (named !== '') return { kind: 'file', file: resolve(root, named) };
  const file = join(root, 'keys.yaml');
  if (existsSync(file)) return { kind: 'file', file };
  return { kind: 'demo', file: join(root, '.portal', 'demo-keys.yaml') };
}
