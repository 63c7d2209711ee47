import { filePath } from '../client/open.ts';
import { openOrExplain } from '../client/recover.ts';
import { type Session, touchSession } from '../client/store.ts';

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
  const { bytes } = await openOrExplain(base, session, filePath(location.pathname, base));
  if (isStored) await touchSession(session.room, Date.now());
  else Object.assign(globalThis, { portalVaultSession: session });
  const html = new TextDecoder().decode(bytes);
  document.open();
  // Opened and authenticated by the vault: this is the page that was sealed for this address.
  document.write(html); // eslint-disable-line @typescript-eslint/no-deprecated
  document.close();
}
