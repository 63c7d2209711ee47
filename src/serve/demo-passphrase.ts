import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** File that the build keeps this machine's own passphrases in when none is configured. */
export const DEMO_KEYS = join('.portal', 'demo-keys.yaml');

/** One passphrase of a room. */
export interface DemoPassphrase {
  readonly room: string;
  readonly passphrase: string;
}

/**
 * The passphrases that the build made up for this machine. Those that somebody configured
 * (`PORTAL_KEYS`, `keys.yaml`) are secrets and are never returned.
 *
 * @param root the project's folder
 * @param env the process's environment
 * @returns one entry a passphrase; none where keys are configured or nothing was built yet
 */
export function demoPassphrases(root: string, env: NodeJS.ProcessEnv): DemoPassphrase[] {
  const isConfigured = Boolean(env['PORTAL_KEYS']) || existsSync(join(root, 'keys.yaml'));
  const file = join(root, DEMO_KEYS);
  if (isConfigured || !existsSync(file)) return [];
  const entries: unknown = parse(readFileSync(file, 'utf8'));
  return Array.isArray(entries) ? entries.filter(isPassphrase) : [];
}

function isPassphrase(entry: unknown): entry is DemoPassphrase {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'room' in entry &&
    typeof entry.room === 'string' &&
    'passphrase' in entry &&
    typeof entry.passphrase === 'string'
  );
}
