import { nameDistance, nameKey, nameWords } from '../minutes/names.ts';
import { oneLine } from '../minutes/text.ts';
import { CurationError } from './errors.ts';

/** How far a name may be from a typed one to be shown in its place. */
const NEAR = 0.4;
const SHOWN = 5;

/**
 * The name meant by a typed one: itself, else the only one of the same letters, in their order or
 * with the words in another.
 * @throws {CurationError} when none or several are; proposes the nearest.
 */
export function resolveName(typed: string, names: readonly string[]): string {
  const exact = oneLine(typed);
  if (names.includes(exact)) return exact;
  const [inOrder, ...more] = names.filter((name) => letters(name) === letters(exact));
  if (inOrder !== undefined && more.length === 0) return inOrder;
  const [same, ...others] = names.filter((name) => nameKey(name) === nameKey(exact));
  if (same !== undefined && others.length === 0) return same;
  if (same !== undefined) {
    throw new CurationError(
      `« ${exact} » s’écrit de plusieurs façons : ${quoted([same, ...others])}.`,
      'Recopiez exactement celle que vous voulez.',
    );
  }
  const near = names
    .map((name) => ({ name, distance: nearness(exact, name) }))
    .filter(({ distance }) => distance <= NEAR)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SHOWN);
  throw new CurationError(
    `Aucun compte-rendu ne nomme « ${exact} ».`,
    near.length > 0
      ? `Vouliez-vous dire ${quoted(near.map(({ name }) => name))} ?`
      : 'Recopiez le nom tel que l’affiche « npm run people ».',
  );
}

function letters(name: string): string {
  return nameWords(name).join('');
}

/** Distance to the whole name, or to one of its words where only one was typed. */
function nearness(typed: string, name: string): number {
  const parts = typed.includes(' ') ? [] : name.split(' ');
  return Math.min(...[name, ...parts].map((part) => nameDistance(typed, part)));
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `« ${name} »`).join(', ');
}
