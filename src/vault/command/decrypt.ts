import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { VaultCommand } from './arguments.ts';
import { CommandError, type CommandContext, type Outcome } from './context.ts';
import {
  type DistRoom,
  readDistManifest,
  readRoomIndex,
  readSealed,
  unlockRoom,
} from './sealed-dist.ts';

/**
 * Opens a built portal into a folder, with a passphrase: the files of each room it opens. A file that
 * was altered is named and left out; the others are written all the same.
 * @throws {CommandError} when the folder is not empty or the passphrase opens nothing.
 */
export async function decrypt(
  context: CommandContext,
  command: Extract<VaultCommand, { name: 'decrypt' }>,
): Promise<Outcome> {
  const dist = resolve(command.dist);
  const out = resolve(command.out);
  const manifest = readDistManifest(dist);
  if (existsSync(out) && readdirSync(out).length > 0) {
    throw new CommandError(`${out} n’est pas vide : indiquez un dossier vide ou nouveau.`);
  }
  const wanted = manifest.rooms.filter(
    (room) => command.room === null || room.name === command.room,
  );
  if (wanted.length === 0) {
    throw new CommandError(`Ce portail n’a pas de salle « ${command.room ?? ''} ».`);
  }
  const passphrase = await context.readSecret('Phrase de passe : ');
  const lines: string[] = [];
  const faults: string[] = [];
  let isOpen = false;
  mkdirSync(out, { recursive: true, mode: 0o700 });
  for (const item of wanted) {
    const room = await unlockRoom(dist, item, passphrase);
    if (room === null) continue;
    isOpen = true;
    const written = await writeRoom(room, out, faults);
    lines.push(`✓ « ${room.name} » (époque ${room.epoch}) : ${written} fichiers dans ${out}`);
  }
  if (!isOpen) throw new CommandError('Cette phrase de passe n’ouvre aucune salle de ce portail.');
  lines.push(...faults.map((fault) => `✗ ${fault}`));
  lines.push('  Ces fichiers sont en clair : effacez le dossier quand vous n’en avez plus besoin.');
  return { ok: faults.length === 0, lines };
}

async function writeRoom(room: DistRoom, out: string, faults: string[]): Promise<number> {
  let written = 0;
  for (const { path } of await readRoomIndex(room)) {
    try {
      await writeFile(room, path, out);
      written += 1;
    } catch (cause) {
      faults.push(`${path} : ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }
  return written;
}

async function writeFile(room: DistRoom, path: string, out: string): Promise<void> {
  const target = targetOf(out, path);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  // 'wx': nothing that stands there is followed or written over.
  const file = createWriteStream(target, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(Readable.from(readSealed(room, path)), file);
  } catch (cause) {
    // Half a file must not pass for a whole one; another's is not ours to remove.
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(target, { force: true });
    throw cause;
  }
}

/**
 * Where a file of the portal goes under a folder.
 * @throws {CommandError} for a path that would lead out of it, on any system.
 */
export function targetOf(out: string, path: string): string {
  const segments = path.split('/').slice(1);
  const isSafe =
    path.startsWith('/') &&
    segments.every((part) => part !== '' && part !== '.' && part !== '..') &&
    !/[\\:\0]/.test(path);
  const target = join(out, ...segments);
  if (!isSafe || !target.startsWith(out + sep)) {
    throw new CommandError('son chemin mènerait hors du dossier ; le fichier n’est pas écrit.');
  }
  return target;
}
