import { NOTES } from '../client/notes.ts';
import { readNote, takeNotes, writeNote } from '../client/tab-storage.ts';
import type { Session } from '../client/store.ts';
import { takeControl } from './control.ts';
import { showInPlace } from './in-place.ts';

/**
 * Shows the page of this address: by the service worker, else decrypted here.
 * @param isStored whether the worker finds the session in the browser's store
 */
export async function show(base: string, session: Session, isStored: boolean): Promise<void> {
  const mark = NOTES.reloaded + location.pathname;
  if (isStored && readNote(mark) === null && (await takeControl(base))) {
    // Marked, so that a worker that fails to answer is not asked again and again.
    if (writeNote(mark)) {
      // Else the browser restores the gate's scroll position over the anchor asked for.
      history.scrollRestoration = 'manual';
      location.reload();
      return;
    }
  }
  takeNotes((name) => name === mark);
  await showInPlace(base, session, isStored);
}
