import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { watch } from 'chokidar';
import { ImportError } from './errors.ts';

/** Locks of Word and LibreOffice, drafts of editors and browsers, what systems leave in folders. */
const PASSING =
  /^(?:~\$|\.|~WRL|Thumbs\.db$|desktop\.ini$)|(?:~|\.(?:tmp|temp|part|partial|crdownload|download|swp|bak|lock))$/i;

/** How a folder is watched. */
export interface WatchSettings {
  /** Called for each file, one after the other; what it throws ends the watch. */
  onFile: (path: string) => Promise<void>;
  /** Called once, when what was already there has been imported. */
  onReady: () => void;
  /** Ends the watch, after the file in hand. */
  signal: AbortSignal;
  /** A file is whole once its size has stood still for so long, in milliseconds. */
  settled?: number;
}

/** Whether a file's name says that it is only passing: a lock, a draft, a system's own. */
export function isPassing(path: string): boolean {
  return PASSING.test(basename(path));
}

/**
 * Hands over every file of a folder, and each that is dropped there or changed, once it is wholly
 * written. Moves nothing and deletes nothing. Resolves when `signal` aborts.
 * @throws {ImportError} when there is no such folder.
 */
export async function watchFolder(folder: string, settings: WatchSettings): Promise<void> {
  const { onFile, onReady, signal, settled = 800 } = settings;
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new ImportError(
      `« ${folder} » n’est pas un dossier.`,
      'Créez-le, ou vérifiez son chemin, puis recommencez.',
    );
  }
  const watcher = watch(folder, {
    depth: 0,
    ignored: (path, stats) => stats?.isFile() === true && isPassing(path),
    awaitWriteFinish: { stabilityThreshold: settled, pollInterval: Math.min(100, settled / 4) },
  });
  await new Promise<void>((resolve, reject) => {
    let queue = Promise.resolve();
    const enqueue = (job: () => Promise<void> | void): void => {
      queue = queue.then(job);
      queue.catch(reject);
    };
    const hand = (path: string): void => {
      enqueue(() => (signal.aborted ? undefined : onFile(path)));
    };
    watcher.on('add', hand).on('change', hand).on('error', reject);
    watcher.on('ready', () => {
      enqueue(onReady);
    });
    const stop = (): void => {
      enqueue(resolve);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  }).finally(() => watcher.close());
}
