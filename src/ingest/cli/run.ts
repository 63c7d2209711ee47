import { ContentError } from '../../minutes/errors.ts';
import { watchFolder } from '../watch.ts';
import type { Options } from './options.ts';
import { type Desk, ImportSession, type Memory, type Output } from './session.ts';

/**
 * Runs the import command: the files named, or those of a watched folder until Ctrl+C.
 * @param open reads what the portal knows now.
 * @returns whether all files stand in the content now; a watch that was ended by hand is complete.
 * @throws {ImportError} when the folder to watch is none; {@link ContentError} from `open`.
 */
export async function runImport(
  options: Options,
  output: Output,
  open: () => Desk,
): Promise<boolean> {
  if (options.watch !== null) {
    await watchInbox(options.watch, options, output, open);
    return true;
  }
  const session = await ImportSession.open(options, output, open());
  let complete = true;
  for (const path of options.files) {
    if (!(await session.importFile(path))) complete = false;
  }
  await session.conclude();
  return complete;
}

async function watchInbox(
  folder: string,
  options: Options,
  output: Output,
  open: () => Desk,
): Promise<void> {
  const memory: Memory = { reviews: new Map(), faults: new Set() };
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  process.on('SIGINT', end).on('SIGTERM', end);
  try {
    await watchFolder(folder, {
      signal: ending.signal,
      onReady: () => {
        output.say(`Déposez vos comptes-rendus dans ${folder} (Ctrl+C pour arrêter).\n`);
      },
      onFile: async (path) => {
        try {
          const session = await ImportSession.open(options, output, open(), memory);
          await session.importFile(path);
          await session.conclude();
        } catch (cause) {
          if (!isOfContent(cause)) throw cause;
          output.warn(`${path} : ${cause.message}\n`);
        }
      },
    });
    output.say('Surveillance arrêtée.');
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

/** A fault of a content file, or of the disk: whoever watches can mend it and drop the file again. */
function isOfContent(cause: unknown): cause is Error {
  return cause instanceof ContentError || (cause instanceof Error && 'syscall' in cause);
}
