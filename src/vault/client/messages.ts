import { VaultError, type VaultFault } from '../format/errors.ts';

const STALE = 'La phrase de passe a changé. Demandez la nouvelle à l’ECNP.';

const BY_FAULT: Record<VaultFault, string> = {
  'wrong-passphrase':
    'Cette phrase de passe n’ouvre pas {room}. Vérifiez les minuscules, les accents et les tirets, ou demandez-la à l’ECNP.',
  tampered:
    'Ce fichier n’est pas celui qui a été publié\u00a0: il a été modifié ou abîmé en chemin. Rechargez la page\u202f; si cela continue, prévenez l’ECNP.',
  'bad-manifest':
    'Le portail est mal publié\u00a0: ses réglages de sécurité ne sont pas ceux attendus. Prévenez l’ECNP.',
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
  return `Quelque chose n’a pas marché (${detail}). Rechargez la page\u202f; si cela continue, prévenez l’ECNP.`;
}

/** What the gate says while it works. */
export const STEPS = {
  reading: 'Lecture des réglages du portail…',
  deriving: 'Vérification de la phrase de passe…',
  opening: 'Ouverture de la page…',
} as const;

/** A share link that opens nothing, or that was cut on its way. */
export const SHARE = {
  over: 'Ce lien d’accès ne fonctionne plus\u00a0: il a été retiré, ou remplacé. Entrez votre phrase de passe, ou demandez un nouveau lien.',
  damaged:
    'Ce lien d’accès est incomplet\u00a0: il a été coupé en chemin. Copiez-le en entier, ou entrez votre phrase de passe.',
} as const;
