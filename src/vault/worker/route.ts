import type { KnownRoom } from '../client/rooms.ts';
import { roomOf } from '../format/manifest.ts';

/** How a request is to be answered. */
export type Route =
  /** A file of a room. */
  | { kind: 'gated'; room: KnownRoom }
  /** A built asset such as a picture: of the room whose page asks, or public. */
  | { kind: 'asset' }
  /** Public: the network's, and without it what is kept. */
  | { kind: 'public' };

/** Code and fonts are public; other assets may be sealed. */
const SEALED_ASSET = /^\/_astro\/.*\.(?!css$|js$|woff2$)[a-z0-9]+$/i;
/** Sealed files are read by the vault itself, and never as they are. */
const SEALED_FILE = /^\/_vault\/[^/]+\//;

/**
 * Says how a request is to be answered, `null` where the worker has nothing to do with it.
 * @param scope where the portal lives: its origin, and its base with a slash at both ends
 */
export function routeOf(
  request: Pick<Request, 'method' | 'url'>,
  scope: { origin: string; base: string },
  rooms: readonly KnownRoom[],
): Route | null {
  const url = new URL(request.url);
  const isOurs = url.origin === scope.origin && url.pathname.startsWith(scope.base);
  if (!isOurs || request.method !== 'GET') return null;
  const path = `/${url.pathname.slice(scope.base.length)}`;
  if (SEALED_FILE.test(path)) return null;
  const room = roomOf(rooms, path);
  if (room !== null) return { kind: 'gated', room };
  return { kind: SEALED_ASSET.test(path) ? 'asset' : 'public' };
}
