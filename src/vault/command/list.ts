import { isEpoch, isPassphrase } from '../keys/entry.ts';
import { currentEpochs } from '../keys/keys-file.ts';
import { type CommandContext, openKeys, type Outcome } from './context.ts';

/** Says who opens which room; never a passphrase. */
export function list(context: CommandContext): Outcome {
  const { name, entries, isDemo } = openKeys(context);
  const passphrases = entries.filter(isPassphrase);
  const epochs = currentEpochs(entries.filter(isEpoch));
  const lines = [`Fichier de clés : ${name}`];
  if (isDemo) lines.push('(phrases de passe de démonstration, pour cette machine seulement)');
  for (const room of context.rooms) {
    const epoch = epochs.find((entry) => entry.room === room.name)?.epoch;
    const own = passphrases.filter((entry) => entry.room === room.name);
    const key = epoch === undefined ? 'pas encore de clé' : `époque ${epoch}`;
    lines.push('', `${room.name}  ${room.prefix}  ${key}`);
    if (own.length === 0) lines.push('  aucune phrase de passe');
    for (const { label } of own) {
      const others = passphrases.filter(
        (entry) => entry.label === label && entry.room !== room.name,
      );
      const also = others.map((entry) => entry.room).join(', ');
      lines.push(`  ${label}${also === '' ? '' : `  (ouvre aussi : ${also})`}`);
    }
  }
  return { ok: true, lines };
}
