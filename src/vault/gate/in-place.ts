import { filePath, openPath } from '../client/open.ts';
import { touchSession, type Session } from '../client/store.ts';

/** Opens the page of this address here, without a service worker, and replaces the gate by it. */
export async function showInPlace(base: string, session: Session): Promise<void> {
  const { bytes } = await openPath(base, session, filePath(location.pathname, base));
  await touchSession(session.room, Date.now()).catch(() => undefined);
  const html = new TextDecoder().decode(bytes);
  document.open();
  // Opened and authenticated by the vault: this is the page that was sealed for this address.
  document.write(html); // eslint-disable-line @typescript-eslint/no-deprecated
  document.close();
}
