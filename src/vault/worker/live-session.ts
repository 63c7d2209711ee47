/// <reference lib="webworker" />
import type { KnownRoom } from '../client/rooms.ts';
import {
  forgetSessions,
  isAlive,
  readSession,
  type Session,
  touchSession,
} from '../client/store.ts';

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

/** Sessions as they were read last: the next page need not wait for the store. */
const remembered = new Map<string, { session: Session; at: number }>();
/** Milliseconds for which one is taken for what the store has. Who changes that says so at once. */
const TRUSTED = 60_000;
/** Changes when all are forgotten: what was read before that must not come back. */
let generation = 0;

/** Forgets what was read of sessions: somebody signed out or in, or a key is over. */
export function forgetRemembered(): void {
  remembered.clear();
  generation += 1;
}

function remember(room: string, session: Session | null, readIn: number): void {
  if (readIn !== generation) return;
  if (session === null || session.isStale === true) remembered.delete(room);
  else remembered.set(room, { session, at: Date.now() });
}

/** Milliseconds: a page that was answered shows before the store is written. */
const LATER = 1000;

/** Notes that a page of a room is open, and looks at its session again. */
export async function touchLater({ name }: KnownRoom): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, LATER);
  });
  const readIn = generation;
  remember(name, await touchSession(name, Date.now()), readIn);
}

/** The room's session if it still holds; one that has ended loses its keys here. */
export async function liveSession(room: KnownRoom, base: string): Promise<Session | null> {
  const known = remembered.get(room.name);
  const now = Date.now();
  if (known !== undefined && now - known.at < TRUSTED && isAlive(known.session, now, false)) {
    return known.session;
  }
  const readIn = generation;
  const session = await storedSession(room, base);
  remember(room.name, session, readIn);
  return session;
}

/** Forgets the keys of sessions that have ended, of all rooms: nobody may ask for a page of theirs again. */
export async function sweepSessions(rooms: readonly KnownRoom[], base: string): Promise<void> {
  for (const room of rooms) await storedSession(room, base);
}

async function storedSession(room: KnownRoom, base: string): Promise<Session | null> {
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
