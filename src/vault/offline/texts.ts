import { messageOf } from '../client/messages.ts';
import { StorageFull } from './download.ts';

/** What the dialog says. Sizes come in words. */
export const TEXTS = {
  title: 'Hors ligne',
  looking: 'Calcul de la taille…',
  offer: (size: string) =>
    `Toutes les pages, la recherche et les documents tiennent en ${size}. Ils restent chiffrés sur cet appareil\u00a0: sans la phrase de passe, ils ne se lisent pas.`,
  rest: (missing: string, size: string) =>
    `Il reste ${missing} à télécharger sur ${size}\u00a0: le reste est déjà là.`,
  progress: (kept: string, size: string) => `${kept} sur ${size}`,
  kept: (size: string) => `Le portail s’ouvre hors ligne sur cet appareil (${size}).`,
  outdated: (size: string) =>
    `Le portail s’ouvre hors ligne sur cet appareil. Une version plus récente est en ligne (${size} à télécharger).`,
  stopped:
    'Interrompu. Ce qui est arrivé est gardé\u00a0: la prochaine fois, il n’y aura que la suite.',
  removed: 'La copie hors ligne a été retirée de cet appareil.',
  closed: 'La session est fermée. Rechargez la page.',
  download: (size: string) => `Télécharger ${size}`,
  update: (size: string) => `Mettre à jour (${size})`,
  stop: 'Interrompre',
  remove: 'Retirer de cet appareil',
  close: 'Fermer',
} as const;

const FULL =
  'Il n’y a pas assez de place sur cet appareil, ou le navigateur la refuse (c’est le cas en navigation privée). Libérez-en, puis réessayez\u00a0: ce qui est arrivé est gardé.';

/** Why keeping the room did not work, for a reader. */
export function whyNot(cause: unknown): string {
  return cause instanceof StorageFull ? FULL : messageOf(cause, 'la communauté');
}
