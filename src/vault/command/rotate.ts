import { startEpoch } from '../keys/edit.ts';
import { isPassphrase } from '../keys/entry.ts';
import { writeYaml } from '../keys/yaml-file.ts';
import {
  CommandError,
  type CommandContext,
  openKeysToEdit,
  type Outcome,
  roomNamed,
} from './context.ts';
import { nextSteps, publishSteps } from './next-steps.ts';
import { whoStays } from './remove.ts';

/** Gives a room a new key; passphrases stay. */
export function rotate(context: CommandContext, roomName: string): Outcome {
  const room = roomNamed(context, roomName);
  const { name, document, entries } = openKeysToEdit(context);
  const own = entries.filter(isPassphrase).filter((entry) => entry.room === room.name);
  if (own.length === 0) {
    throw new CommandError(
      `Aucune phrase de passe n’ouvre « ${room.name} » : il n’y a pas de clé à changer.`,
    );
  }
  const { epoch } = startEpoch(document, room.name);
  writeYaml(name, document);
  return {
    ok: true,
    lines: [
      `✓ Nouvelle clé pour « ${room.name} » : époque ${epoch}. Les phrases de passe ne changent pas. Écrit dans ${name}`,
      ...nextSteps([...publishSteps(name), whoStays(own.map((entry) => entry.label))]),
    ],
  };
}
