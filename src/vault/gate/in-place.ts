import { filePath } from '../client/open.ts';
import { wholeOf } from '../client/opened.ts';
import { openOrExplain } from '../client/recover.ts';
import { type Session, touchSession } from '../client/store.ts';
import { holdBack } from '../client/held-back.ts';

/**
 * Opens the page of this address here, without a service worker, and replaces the gate by it.
 * @param isStored whether the session is kept in the browser; else the page's script gets it by hand,
 * as a document that is replaced keeps its global object.
 */
export async function showInPlace(
  base: string,
  session: Session,
  isStored: boolean,
): Promise<void> {
  const page = await openOrExplain(base, session, filePath(location.pathname, base));
  if (isStored) await touchSession(session.room, Date.now());
  else Object.assign(globalThis, { portalVaultSession: session });
  writePage(holdBack(await (await wholeOf(page)).text(), base));
}

/** Replaces this document by an opened page. */
function writePage(html: string): void {
  document.open();
  // Opened and authenticated by the vault: this is the page that was sealed for this address.
  document.write(html); // eslint-disable-line @typescript-eslint/no-deprecated
  document.close();
}
