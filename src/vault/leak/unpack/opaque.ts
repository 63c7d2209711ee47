import { UnreadableError } from './budget.ts';

/** First bytes of formats that hold any text and that are not read here. */
const OPAQUE: readonly [magic: string, name: string][] = [
  ['7z\xbc\xaf\x27\x1c', 'a 7z archive'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['\xfd7zXZ\0', 'an xz archive'],
  ['BZh91AY&SY', 'a bzip2 archive'],
];

/** @throws {UnreadableError} for what cannot be looked into: nobody can prove that it is public. */
export function refuseOpaque(beginning: string): void {
  const found = OPAQUE.find(([magic]) => beginning.startsWith(magic));
  if (found !== undefined) throw new UnreadableError(`it is ${found[1]}, which is not read`);
}
