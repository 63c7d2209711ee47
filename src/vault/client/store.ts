import type { RoomKeys } from '../format/room-keys.ts';
import { transact } from './database.ts';

/** A room that is open on this device. */
export interface Session {
  room: string;
  epoch: number;
  /** Salt of the room's epoch: with `epoch`, tells whether the keys still fit the manifest. */
  salt: string;
  /** None is extractable. */
  keys: RoomKeys;
  /** Milliseconds since 1970 after which it is forgotten, whatever happens. */
  until: number;
  /** Kept for {@link KEPT_DAYS} days as the reader asked; else for as long as she is there. */
  kept: boolean;
  /** When a page of the room was last open. */
  lastUsed: number;
  /** The room is known to have another key by now. */
  isStale?: boolean;
}

const KEPT_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;
/** Without "keep open", a session ends this long after the last page of the room was closed. */
const IDLE = 10 * 60 * 1000;

/** When a session opened now is to be forgotten at the latest. */
export function endOf(kept: boolean, now: number): number {
  return now + (kept ? KEPT_DAYS * DAY : DAY / 2);
}

/** Whether a session still holds; `isWatched`: a page of the room is open in some tab. */
export function isAlive(session: Session, now: number, isWatched: boolean): boolean {
  if (now > session.until) return false;
  return session.kept || isWatched || now - session.lastUsed < IDLE;
}

/** The session of a room, or `null`. */
export async function readSession(room: string): Promise<Session | null> {
  const found = await transact(
    'sessions',
    'readonly',
    (sessions) => sessions.get(room) as IDBRequest<Session | undefined>,
  );
  return found ?? null;
}

/** Whether no room is open: no key is on this device. */
export async function isSignedOut(): Promise<boolean> {
  return (await transact('sessions', 'readonly', (sessions) => sessions.count())) === 0;
}

/** Keeps a session. Rejects where the browser keeps no keys (some private modes). */
export async function writeSession(session: Session): Promise<void> {
  await transact('sessions', 'readwrite', (sessions) => sessions.put(session));
}

/** Notes that a page of the room is open. @returns its session as it is now, `null` where it has none. */
export function touchSession(room: string, now: number): Promise<Session | null> {
  return changeSession(room, { lastUsed: now });
}

/**
 * Notes that the room has another key than this session's: the gate says so, and forgets it. Nothing
 * happens to one that was opened meanwhile.
 */
export async function markStale({ room, epoch, salt }: Session): Promise<void> {
  const isIt = (found: Session): boolean => found.epoch === epoch && found.salt === salt;
  await changeSession(room, { isStale: true }, isIt);
}

/**
 * Changes a session that is still there. Read and written in one transaction: between two, another
 * tab may sign out, and the second would bring its key back.
 */
async function changeSession(
  room: string,
  change: Partial<Session>,
  isMeant: (found: Session) => boolean = () => true,
): Promise<Session | null> {
  const found = await transact('sessions', 'readwrite', (sessions) => {
    const request = sessions.get(room) as IDBRequest<Session | undefined>;
    request.onsuccess = () => {
      const { result } = request;
      if (result !== undefined && isMeant(result)) sessions.put({ ...result, ...change });
    };
    return request;
  });
  return found === undefined ? null : { ...found, ...change };
}

/** Forgets the keys of a room, or of all. */
export async function forgetSessions(room?: string): Promise<void> {
  await transact(
    'sessions',
    'readwrite',
    (sessions) => (room === undefined ? sessions.clear() : sessions.delete(room)),
    true,
  );
}
