import { normalisePassphrase as same } from '../format/kdf.ts';
import { removeLabel, startEpoch } from '../keys/edit.ts';
import { isPassphrase } from '../keys/entry.ts';
import { writeYaml } from '../keys/yaml-file.ts';
import type { VaultCommand } from './arguments.ts';
import {
  CommandError,
  type CommandContext,
  openKeysToEdit,
  type Outcome,
  roomNamed,
} from './context.ts';
import { nextSteps, publishSteps, quoted } from './next-steps.ts';

/**
 * Removes a label's passphrases and gives each room they opened a new key: whoever kept the old one
 * reads nothing of what is published from then on.
 * @throws {CommandError} when there is none, or when a room would be left without.
 */
export function remove(
  context: CommandContext,
  { label, room }: Extract<VaultCommand, { name: 'remove' }>,
): Outcome {
  if (room !== null) roomNamed(context, room);
  const { name, document, entries } = openKeysToEdit(context);
  const rooms = removeLabel(document, label, room);
  if (rooms.length === 0) {
    throw new CommandError(
      `Aucune phrase de passe n’a le libellé « ${label} »${room === null ? '' : ` dans « ${room} »`}. Voir : npm run vault -- list`,
    );
  }
  const passphrases = entries.filter(isPassphrase);
  const left = passphrases.filter(
    (entry) => !(entry.label === label && (room === null || entry.room === room)),
  );
  const closed = rooms.filter((each) => !left.some((entry) => entry.room === each));
  if (closed.length > 0) {
    throw new CommandError(
      `Plus aucune phrase de passe n’ouvrirait ${quoted(closed)}. Rien n’a été écrit. Ajoutez-en une d’abord (add), puis retirez « ${label} ».`,
    );
  }
  const removed = passphrases.filter((entry) => !left.includes(entry));
  const twin = left.find(
    (entry) =>
      rooms.includes(entry.room) &&
      removed.some((each) => same(each.passphrase) === same(entry.passphrase)),
  );
  if (twin !== undefined) {
    throw new CommandError(
      `« ${twin.label} » a la même phrase de passe que « ${label} » : retirer l’un n’écarterait pas l’autre. Rien n’a été écrit. Donnez d’abord une autre phrase à « ${twin.label} » (remove, puis add).`,
    );
  }
  const epochs = rooms.map((each) => startEpoch(document, each));
  writeYaml(name, document);
  return {
    ok: true,
    lines: [
      `✓ « ${label} » n’ouvrira plus ${quoted(rooms)}. Écrit dans ${name}`,
      ...epochs.map((epoch) => `  Nouvelle clé pour « ${epoch.room} » : époque ${epoch.epoch}.`),
      '  Ce que cette personne a déjà lu ou téléchargé reste lisible pour elle.',
      ...nextSteps([
        ...publishSteps(name),
        whoStays(left.filter((entry) => rooms.includes(entry.room)).map((entry) => entry.label)),
      ]),
    ],
  };
}

/** Whom to tell after a room has a new key. */
export function whoStays(labels: readonly string[]): string {
  return `Prévenez ${quoted([...new Set(labels)])} : la même phrase de passe sera demandée une fois de plus, et les liens d’accès déjà envoyés ne marcheront plus.`;
}
