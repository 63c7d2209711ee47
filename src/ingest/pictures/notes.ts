import type { Refusals } from './choose.ts';

const WHY: Record<keyof Refusals, (count: string) => string> = {
  unknown: (count) =>
    `${count} dans un format que les navigateurs n’affichent pas sans risque (EMF, WMF, SVG, TIFF…) : enregistrez-la en PNG si elle compte.`,
  large: (count) => `${count} de plus de 10 Mo : réduisez-la si elle compte.`,
  damaged: (count) => `${count} incomplète : insérez-la à nouveau si elle compte.`,
  tiny: (count) => `${count} trop petite pour être autre chose qu’un ornement.`,
  repeated: (count) => `${count} répétée : seule la première est gardée.`,
  elsewhere: (count) =>
    `${count} qui n’est pas dans le fichier, seulement son adresse : insérez-la si elle compte.`,
};

/** French: which pictures were not taken over, and why; one sentence a reason. */
export function refusalNotes(refusals: Refusals): string[] {
  return Object.entries(WHY).flatMap(([reason, why]) => {
    const count = refusals[reason as keyof Refusals];
    if (count === 0) return [];
    const said =
      count === 1 ? 'Image laissée de côté : 1' : `Images laissées de côté : ${String(count)}`;
    return [why(said)];
  });
}
