/// <reference lib="webworker" />
import { filePath } from '../client/open.ts';
import { PUBLISHED_FOR } from '../client/published.ts';
import type { ReadyFile, ReadyRoom } from '../client/ready-rooms.ts';
import { markOf } from '../format/sealed.ts';

// Sealed files at hand in the worker's memory, as the host had them a moment ago.

interface Remembered {
  room: ReadyRoom;
  /** When the host last said that this is what it has. */
  confirmed: number;
}

const rooms = new Map<string, Remembered>();
/**
 * Pages that were opened from here, by their addresses: one that the browser asked for before the reader
 * did is for a tab without a name yet.
 */
const shown = new Map<string, ReadyFile>();
const MOST_SHOWN = 50;

/** The file of an address, if it is at hand, sealed, and as the host has it. */
export function readyFile(base: string, room: string, pathname: string): ReadyFile | null {
  const known = rooms.get(room);
  if (known === undefined || Date.now() - known.confirmed > PUBLISHED_FOR) return null;
  try {
    return known.room.files.get(filePath(pathname, base)) ?? null;
  } catch {
    return null; // an address that is no UTF-8: the answer says so
  }
}

/** Whether files of a room are at hand as the host has them. */
export function isReady(room: string, build: string): boolean {
  return rooms.get(room)?.room.build === build;
}

/** The host has said that this is what it has. */
export function confirmReady(room: string): void {
  const known = rooms.get(room);
  if (known !== undefined) known.confirmed = Date.now();
}

/** Takes what was fetched, or found on this device. */
export function setReady(room: string, ready: ReadyRoom): void {
  rooms.set(room, { room: ready, confirmed: Date.now() });
}

/** Forgets a room's files, as the host has others now. */
export function forgetReady(room: string): void {
  rooms.delete(room);
}

let generation = 0;

/** Forgets all, and what is on its way: somebody signed out or in, or a key is over. */
export function forgetAllReady(): void {
  rooms.clear();
  shown.clear();
  generation += 1;
}

/** Tells whether all was forgotten since it was asked for. */
export function watchForgotten(): () => boolean {
  const begun = generation;
  return () => begun !== generation;
}

/** Notes that an address shows a page from here, or (`null`) one that the host was asked for. */
export function noteShown(pathname: string, page: ReadyFile | null): void {
  shown.delete(pathname);
  if (page === null) return;
  shown.set(pathname, page);
  const [oldest] = shown.keys();
  if (shown.size > MOST_SHOWN && oldest !== undefined) shown.delete(oldest);
}

/** What an address shows from here. */
export function shownPage(pathname: string): ReadyFile | null {
  return shown.get(pathname) ?? null;
}

/** Whether another version of a page has come to hand since it was opened. */
export function isReplaced(room: string, { path, bytes }: ReadyFile): boolean {
  const now = rooms.get(room)?.room.files.get(path);
  return now !== undefined && markOf(now.bytes) !== markOf(bytes);
}
