import { normalisePassphrase } from '../format/kdf.ts';
import { addPassphrase } from '../keys/edit.ts';
import { isPassphrase, type PassphraseEntry } from '../keys/entry.ts';
import { makePassphrase } from '../keys/passphrase.ts';
import { writeYaml } from '../keys/yaml-file.ts';
import type { VaultCommand } from './arguments.ts';
import {
  CommandError,
  type CommandContext,
  openKeysToEdit,
  type Outcome,
  roomNamed,
} from './context.ts';
import { nextSteps, publishSteps } from './next-steps.ts';
import { strengthOf } from './strength.ts';

type AddCommand = Extract<VaultCommand, { name: 'add' }>;

/**
 * Adds a passphrase to a room: one the operator types, one made up, or the one its label has in
 * another room already.
 * @throws {CommandError} when the label is taken, or the passphrase weak or another's.
 */
export async function add(context: CommandContext, command: AddCommand): Promise<Outcome> {
  const { label } = command;
  const room = roomNamed(context, command.room);
  const readOthers = (): OpenKeys => openFor(context, room.name, label);
  const typed = command.isAsked ? await ask(context, command, readOthers().passphrases) : null;
  // Read anew: a passphrase may have been removed, or a key made, while this one was typed.
  const { name, document, passphrases } = readOthers();
  if (typed !== null) refuseTaken(typed, label, passphrases);
  const elsewhere = passphrases.find((entry) => entry.label === label);
  const passphrase = typed ?? elsewhere?.passphrase ?? makePassphrase();
  const isSame = elsewhere !== undefined && same(elsewhere.passphrase) === same(passphrase);
  if (elsewhere !== undefined && !isSame) {
    throw new CommandError(
      `« ${label} » a une autre phrase de passe dans « ${elsewhere.room} ». Relancez sans --passphrase pour que la même ouvre les deux salles, ou choisissez un autre libellé.`,
    );
  }
  addPassphrase(document, { room: room.name, label, passphrase });
  writeYaml(name, document);
  const lines = [
    `✓ « ${label} » peut ouvrir « ${room.name} » (${room.prefix}). Écrit dans ${name}`,
  ];
  if (isSame)
    lines.push(
      `  La phrase de passe est celle de « ${elsewhere.room} » : une seule pour les deux.`,
    );
  else if (!command.isAsked)
    lines.push(
      '',
      `  ${passphrase}`,
      '',
      '  Tout en minuscules, sans accents, avec les tirets. Notez-la : elle ne sera plus affichée.',
    );
  const tell = isSame
    ? `Prévenez « ${label} » : la phrase de passe habituelle ouvre aussi ${room.label}.`
    : `Transmettez la phrase de passe à « ${label} » de vive voix ou par téléphone, pas dans le même message que l’adresse.`;
  const [build = '', secret = ''] = publishSteps(name);
  return { ok: true, lines: [...lines, ...nextSteps([build, tell, secret])] };
}

const same = normalisePassphrase;

type OpenKeys = Pick<ReturnType<typeof openKeysToEdit>, 'name' | 'document'> & {
  passphrases: PassphraseEntry[];
};

/** The keys file, in which a label does not open a room yet. @throws {CommandError} where it does. */
function openFor(context: CommandContext, room: string, label: string): OpenKeys {
  const { name, document, entries } = openKeysToEdit(context);
  const passphrases = entries.filter(isPassphrase);
  if (passphrases.some((entry) => entry.label === label && entry.room === room)) {
    throw new CommandError(
      `« ${label} » ouvre déjà « ${room} ». Pour changer sa phrase de passe : remove, puis add.`,
    );
  }
  return { name, document, passphrases };
}

function refuseTaken(passphrase: string, label: string, others: readonly PassphraseEntry[]): void {
  const taken = others.find(
    (entry) => entry.label !== label && same(entry.passphrase) === passphrase,
  );
  if (taken !== undefined) {
    throw new CommandError(
      'Cette phrase de passe est déjà celle d’un autre libellé : retirer l’un n’écarterait pas l’autre. Choisissez-en une autre.',
    );
  }
}

async function ask(
  context: CommandContext,
  { label, isWeakAllowed }: AddCommand,
  others: readonly PassphraseEntry[],
): Promise<string> {
  const passphrase = same(await context.readSecret(`Phrase de passe de « ${label} » : `));
  if (passphrase === '') throw new CommandError('Aucune phrase de passe n’a été saisie.');
  refuseTaken(passphrase, label, others);
  const { isWeak, reasons } = strengthOf(passphrase, [...context.ownWords, label]);
  if (isWeak && !isWeakAllowed) {
    throw new CommandError(
      ['Cette phrase de passe est trop facile à deviner. Rien n’a été écrit.', ...reasons]
        .join('\n  ')
        .concat('\n  (--allow-weak l’accepte quand même.)'),
    );
  }
  return passphrase;
}
