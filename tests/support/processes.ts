import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Ends a process and waits until it has gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

/** Waits ten seconds at most until something is so. @throws {Error} that says what was waited for */
export async function eventually(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const limit = Date.now() + 10_000; Date.now() < limit;) {
    if (await isSo()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error(`Waited ten seconds in vain: ${what}.`);
}
