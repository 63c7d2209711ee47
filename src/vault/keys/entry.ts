import { fromBase64url } from '../format/bytes.ts';
import { normalisePassphrase } from '../format/kdf.ts';

/** A passphrase that opens a room. */
export interface PassphraseEntry {
  room: string;
  /** Whose it is: a site, or everybody. Never published. */
  label: string;
  passphrase: string;
}

/** The key of a room for one epoch; base64url. */
export interface EpochEntry {
  room: string;
  epoch: number;
  salt: string;
  key: string;
}

export type KeysEntry = PassphraseEntry | EpochEntry;

/** The value of `keys.example.yaml`: nobody may deploy it. */
const EXAMPLE = 'remplacez-moi';

/** A keys file that cannot be used. Never holds a passphrase. */
export class KeysFileError extends Error {
  constructor(file: string, what: string, remedy: string) {
    super(`${file}: ${what} ${remedy}`);
    this.name = 'KeysFileError';
  }
}

export const isPassphrase = (entry: KeysEntry): entry is PassphraseEntry => 'passphrase' in entry;
export const isEpoch = (entry: KeysEntry): entry is EpochEntry => !isPassphrase(entry);

/**
 * Checks the entries of a keys file.
 * @param rooms those of portal.config.ts; `null` lets others stand
 * @throws {KeysFileError} naming file, entry and field; passphrases are never repeated.
 */
export function checkEntries(
  value: unknown,
  file: string,
  rooms: readonly string[] | null,
): KeysEntry[] {
  if (!Array.isArray(value)) {
    throw new KeysFileError(
      file,
      'it is no list.',
      'Write entries as in keys.example.yaml: "- room: … label: … passphrase: …".',
    );
  }
  const entries = value.map((entry: unknown, index) => checkEntry(entry, index + 1, file, rooms));
  const labels = new Set<string>();
  for (const { room, label } of entries.filter(isPassphrase)) {
    const name = `${room}\n${label}`;
    if (labels.has(name)) {
      throw new KeysFileError(
        file,
        `two entries of room "${room}" have the label "${label}".`,
        'Give each its own label.',
      );
    }
    labels.add(name);
  }
  return entries;
}

function checkEntry(
  value: unknown,
  place: number,
  file: string,
  rooms: readonly string[] | null,
): KeysEntry {
  const fail = (what: string, remedy: string): never => {
    throw new KeysFileError(file, `entry ${place} ${what}`, remedy);
  };
  if (typeof value !== 'object' || value === null)
    return fail('is no mapping.', 'Write "room:", "label:" and "passphrase:".');
  const { room, label, passphrase, epoch, salt, key, ...others } = value as Record<string, unknown>;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) return fail(`has an unknown field "${unknown}".`, 'Remove it.');
  if (typeof room !== 'string' || (rooms !== null && !rooms.includes(room))) {
    return fail(
      'names no room of portal.config.ts in "room".',
      `Use one of: ${(rooms ?? []).join(', ')}.`,
    );
  }
  if (passphrase === undefined) return checkEpoch({ room, epoch, salt, key }, fail);
  if (typeof label !== 'string' || label.trim() === '')
    return fail('lacks its "label".', 'Say whose passphrase it is.');
  if (typeof passphrase !== 'string')
    return fail('has a "passphrase" that is no text.', 'Put it in quotes.');
  const normal = normalisePassphrase(passphrase);
  if (normal === '') return fail('has an empty "passphrase".', 'Choose one of six words or more.');
  if (normal.startsWith(EXAMPLE))
    return fail('still has the passphrase of the example.', 'Choose your own.');
  return { room, label, passphrase };
}

function checkEpoch(
  entry: { room: string; epoch: unknown; salt: unknown; key: unknown },
  fail: (what: string, remedy: string) => never,
): EpochEntry {
  const { room, epoch, salt, key } = entry;
  if (typeof epoch !== 'number' || !Number.isSafeInteger(epoch) || epoch < 1) {
    return fail(
      'has neither a "passphrase" nor an "epoch".',
      'Add a passphrase, or remove the entry.',
    );
  }
  const isBytes = (text: unknown, length: number): text is string =>
    typeof text === 'string' && fromBase64url(text)?.length === length;
  const remedy = 'Remove the entry: the next build starts a new epoch.';
  if (!isBytes(salt, 16)) return fail('has a "salt" that is not 16 bytes.', remedy);
  if (!isBytes(key, 32)) return fail('has a "key" that is not 32 bytes.', remedy);
  return { room, epoch, salt, key };
}
