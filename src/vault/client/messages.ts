import { VaultError, type VaultFault } from '../format/errors.ts';

const STALE = 'La phrase de passe a changé. Demandez la nouvelle à l’ECNP.';

const BY_FAULT: Record<VaultFault, string> = {
  'wrong-passphrase':
    'Cette phrase de passe n’ouvre pas {room}. Vérifiez les tirets, ou demandez-la à l’ECNP.',
  tampered:
    'Ce fichier n’est pas celui qui a été publié : il a été modifié ou abîmé en chemin. Rechargez la page ; si cela continue, prévenez l’ECNP.',
  'bad-manifest':
    'Le portail est mal publié : ses réglages de sécurité ne sont pas ceux attendus. Prévenez l’ECNP.',
  'unknown-version':
    'Le portail a été mis à jour et cette page est ancienne. Fermez ses onglets, puis rouvrez-le.',
  missing: 'Cette page est en cours de mise à jour. Réessayez dans quelques minutes.',
  'no-such-page': 'Il n’y a pas de page à cette adresse, ou elle a été retirée.',
  'stale-key': STALE,
  network: 'Le portail est injoignable. Vérifiez votre connexion, puis réessayez.',
};

/** What happened, for a reader. @param room what the passphrase opens: "la communauté". */
export function messageOf(cause: unknown, room: string): string {
  if (cause instanceof VaultError) return BY_FAULT[cause.fault].replace('{room}', room);
  const detail = cause instanceof Error ? cause.message : String(cause);
  return `Quelque chose n’a pas marché (${detail}). Rechargez la page ; si cela continue, prévenez l’ECNP.`;
}

export const NO_CRYPTO =
  'Ce navigateur ne peut pas ouvrir le portail ici : il faut une adresse en https. Vérifiez l’adresse, ou essayez un navigateur à jour.';
export const OPENING = 'Ouverture…';
