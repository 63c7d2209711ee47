import { fromBase64url } from '../format/bytes.ts';
import { deriveKek, KDF } from '../format/kdf.ts';
import { roomOf } from '../format/manifest.ts';
import { writeShareFragment } from '../format/share.ts';
import { isEpoch, isPassphrase } from '../keys/entry.ts';
import { currentEpochs } from '../keys/keys-file.ts';
import type { VaultCommand } from './arguments.ts';
import { CommandError, type CommandContext, openKeys, type Outcome } from './context.ts';

/**
 * Makes a link that opens a page with the key of a label's slot, not its passphrase.
 * @throws {CommandError} when the page is public or no page, or the label does not open its room.
 */
export async function share(
  context: CommandContext,
  { label, path }: Extract<VaultCommand, { name: 'share' }>,
): Promise<Outcome> {
  const { url, base, rooms } = context;
  const address = new URL(path, 'https://portal.invalid');
  if (!path.startsWith('/') || address.host !== 'portal.invalid') {
    throw new CommandError(
      `« ${path} » n’est pas un chemin du portail : il commence par /, par exemple /cdp/comptes-rendus/50/`,
    );
  }
  const { pathname, search, hash } = address;
  // Copied from the address bar, it begins with the base; written by hand, it may not.
  const inside =
    base !== '/' && pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
  const room = roomOf(rooms, inside);
  if (room === null) {
    throw new CommandError(`« ${path} » est une page publique : son adresse suffit.`);
  }
  if (/\.[^/]*$/.test(inside)) {
    throw new CommandError(
      `« ${path} » est un fichier, et ne s’ouvre qu’une fois la salle ouverte : partagez la page qui le propose.`,
    );
  }
  const page = inside.endsWith('/') ? inside : `${inside}/`;
  const { entries } = openKeys(context);
  const entry = entries
    .filter(isPassphrase)
    .find((each) => each.label === label && each.room === room.name);
  const epoch = currentEpochs(entries.filter(isEpoch)).find((each) => each.room === room.name);
  if (entry === undefined || epoch === undefined) {
    throw new CommandError(
      entry === undefined
        ? `« ${label} » n’ouvre pas « ${room.name} ». Voir : npm run vault -- list`
        : `« ${room.name} » n’a pas encore de clé : construisez d’abord le portail (npm run build).`,
    );
  }
  const salt = fromBase64url(epoch.salt);
  if (salt === null) throw new TypeError(`The salt of ${room.name} is no base64url.`);
  const kek = await deriveKek(entry.passphrase, salt, KDF);
  const anchor = hash === '' ? null : decodeURIComponent(hash.slice(1));
  const link = `${url}${base.slice(0, -1)}${page}${search}${writeShareFragment(kek, anchor)}`;
  return {
    ok: true,
    lines: [
      link,
      '',
      `Ce lien ouvre toute la salle « ${room.name} » à qui le reçoit, sans phrase de passe : envoyez-le à une personne, jamais à une liste.`,
      `Il vaut jusqu’à la prochaine clé de la salle. Pour l’annuler : npm run vault -- remove --label "${label}" (ou rotate --room ${room.name}), puis construire et publier.`,
    ],
  };
}
