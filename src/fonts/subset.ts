import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import { withAliases } from './cmap.ts';
import { CHARACTERS, type Face, FACES } from './faces.ts';

/**
 * Writes the faces that are not in a folder yet, or were cut otherwise: beside each its stamp.
 * @returns the paths of the files
 * @throws {Error} naming the font at fault
 */
export async function writeFaces(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (const face of FACES) paths.push(await writeFace(face, folder));
  return paths;
}

async function writeFace(face: Face, folder: string): Promise<string> {
  const path = join(folder, face.file);
  const source = readFileSync(createRequire(import.meta.url).resolve(face.source));
  const settings = JSON.stringify([face.axes, [...face.aliases], CHARACTERS]);
  const stamp = createHash('sha256').update(source).update(settings).digest('hex');
  const stampPath = `${path}.stamp`;
  if (existsSync(path) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) {
    return path;
  }
  try {
    const cut = await subsetFont(source, CHARACTERS, {
      targetFormat: 'sfnt',
      variationAxes: face.axes,
    });
    const own = face.aliases.size === 0 ? cut : withAliases(cut, face.aliases);
    // fontverter reads the signature as a Buffer's text.
    replace(path, await convert(Buffer.from(own), 'woff2'));
    replace(stampPath, stamp);
  } catch (cause) {
    throw new Error(`${face.source} could not be cut to ${face.file}.`, { cause });
  }
  return path;
}

/** Two builds at once write the same bytes: whichever comes last. */
function replace(path: string, content: Uint8Array | string): void {
  const fresh = `${path}.${String(process.pid)}`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}
