import { siteKey } from '../minutes/sites.ts';
import { type Department, DEPARTMENTS } from './departments.ts';
import { CurationError } from './errors.ts';

/** A rectangle in degrees, WGS 84, a little wider than the land. */
interface Bounds {
  latitude: readonly [number, number];
  longitude: readonly [number, number];
}

const METROPOLITAN: Bounds = { latitude: [41.2, 51.2], longitude: [-5.3, 9.7] };
const OVERSEAS: Readonly<Record<string, Bounds>> = {
  971: { latitude: [15.7, 16.7], longitude: [-61.9, -60.9] },
  972: { latitude: [14.3, 15], longitude: [-61.3, -60.7] },
  973: { latitude: [2, 6], longitude: [-54.7, -51.5] },
  974: { latitude: [-21.5, -20.8], longitude: [55.1, 56] },
  976: { latitude: [-13.1, -12.5], longitude: [44.9, 45.4] },
};

/**
 * The département of a code (`59`, `2a`, `1`) or a name.
 * @throws {CurationError} when there is none.
 */
export function departmentOf(typed: string): Department {
  const code = typed.trim().toUpperCase().padStart(2, '0');
  const found = DEPARTMENTS.find(
    (one) => one.code === code || siteKey(one.name) === siteKey(typed.trim()),
  );
  if (found !== undefined) return found;
  throw new CurationError(
    `« ${typed} » n’est pas un département.`,
    'Donnez son numéro (01 à 95, 2A, 2B, 971 à 974, 976) ou son nom.',
  );
}

/**
 * Degrees from their text, with a point or a comma.
 * @throws {CurationError} when missing or not a number; says where to look it up.
 */
export function degrees(typed: string | undefined, axis: 'latitude' | 'longitude'): number {
  const text = typed?.trim() ?? '';
  if (/^[+-]?\d{1,3}(?:[.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  throw new CurationError(
    text === '' ? `Il manque la ${axis}.` : `La ${axis} « ${text} » n’est pas un nombre.`,
    'Elle place le site sur la carte : cherchez la ville sur geoportail.gouv.fr ou openstreetmap.org, et recopiez sa latitude et sa longitude en degrés décimaux, par exemple --latitude 50,281 --longitude 2,727.',
  );
}

/** @throws {CurationError} when a place is not in the part of France that its département is in. */
export function checkPlace(
  place: { latitude: number; longitude: number },
  department: Department,
): void {
  const bounds = OVERSEAS[department.code] ?? METROPOLITAN;
  if (isIn(place, bounds)) return;
  const swapped = { latitude: place.longitude, longitude: place.latitude };
  const land = OVERSEAS[department.code] === undefined ? 'France métropolitaine' : department.name;
  throw new CurationError(
    `Latitude ${place.latitude}, longitude ${place.longitude} : ce lieu n’est pas en ${land} (département ${department.code}).`,
    isIn(swapped, bounds)
      ? 'La latitude et la longitude sont inversées : échangez-les.'
      : 'Vérifiez les deux nombres et le signe de la longitude (négatif à l’ouest de Greenwich), ou le département.',
  );
}

function isIn(place: { latitude: number; longitude: number }, bounds: Bounds): boolean {
  const within = (value: number, [from, to]: readonly [number, number]): boolean =>
    value >= from && value <= to;
  return within(place.latitude, bounds.latitude) && within(place.longitude, bounds.longitude);
}
