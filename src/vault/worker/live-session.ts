/// <reference lib="webworker" />
import type { KnownRoom } from '../client/rooms.ts';
import { forgetSessions, isAlive, readSession, type Session } from '../client/store.ts';

declare const self: ServiceWorkerGlobalScope;

/** Address of a room's first page. */
export const addressOf = (base: string, room: KnownRoom): string => base.slice(0, -1) + room.prefix;

const reading = new Map<string, Promise<Session | null>>();

/**
 * The same for the files of a page, which ask side by side (a search, for a dozen): they share one
 * reading while it goes on. A page has its own, so that none opens after signing out.
 */
export function sharedSession(room: KnownRoom, base: string): Promise<Session | null> {
  const known = reading.get(room.name);
  if (known !== undefined) return known;
  const started = liveSession(room, base).finally(() => reading.delete(room.name));
  reading.set(room.name, started);
  return started;
}

/** The room's session if it still holds; one that has ended loses its keys here. */
export async function liveSession(room: KnownRoom, base: string): Promise<Session | null> {
  const session = await readSession(room.name);
  // A stale one is left to the gate, which the network answers with: it says so and forgets it.
  if (session === null || session.isStale === true) return null;
  if (isAlive(session, Date.now(), false)) return session;
  const windows = await self.clients.matchAll({ type: 'window' });
  const home = addressOf(base, room);
  const isWatched = windows.some((client) => new URL(client.url).pathname.startsWith(home));
  if (isAlive(session, Date.now(), isWatched)) return session;
  await forgetSessions(room.name);
  return null;
}
