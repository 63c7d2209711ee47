/// <reference lib="webworker" />
import { messageOf } from '../client/messages.ts';
import { filePath } from '../client/open.ts';
import { isCurrentKey, openOrExplain } from '../client/recover.ts';
import { type KnownRoom, ROOMS } from '../client/rooms.ts';
import {
  forgetSessions,
  isAlive,
  markStale,
  readSession,
  type Session,
  touchSession,
} from '../client/store.ts';
import { VaultError } from '../format/errors.ts';
import { roomOf } from '../format/manifest.ts';
import { errorPage, respond } from './respond.ts';

// The service worker: answers requests under gated paths with what it decrypts. Only ciphertext is
// ever cached. It may be stopped at any moment, so it keeps nothing that it cannot read back.

declare const self: ServiceWorkerGlobalScope;

const base = new URL('./', self.location.href).pathname;
/** Code and fonts are public; other assets may be sealed. */
const SEALED_ASSET = /^\/_astro\/.*\.(?!css$|js$|woff2$)[a-z0-9]+$/i;

self.addEventListener('install', () => {
  void self.skipWaiting();
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
self.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(self.clients.claim());
});
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const isOurs = url.origin === self.location.origin && url.pathname.startsWith(base);
  const path = `/${url.pathname.slice(base.length)}`;
  // The vault's own files are public; and only reading is answered.
  if (!isOurs || event.request.method !== 'GET' || path.startsWith('/_vault/')) return;
  const room = roomOf(ROOMS, path) ?? (SEALED_ASSET.test(path) ? ROOMS[0] : null);
  // Public pages are none of its business: they must not wait for it.
  if (room === null || room === undefined) return;
  event.respondWith(answer(event, url, room));
});

async function answer(event: FetchEvent, url: URL, room: KnownRoom): Promise<Response> {
  const { request } = event;
  const session = await liveSession(room);
  if (session === null) return fetch(request);
  const isPage = request.mode === 'navigate';
  if (isPage && !/\/$|\.[a-z0-9]+$/i.test(url.pathname)) {
    return Response.redirect(`${url.pathname}/${url.search}`, 302);
  }
  // Beside the answer, not before it: a host may keep the old files after a new epoch has begun.
  if (isPage) event.waitUntil(checkEpoch(session));
  try {
    const opened = await openOrExplain(base, session, filePath(url.pathname, base));
    if (isPage) await touchSession(room.name, Date.now());
    return respond(opened, request.headers.get('range'));
  } catch (cause) {
    const fault = cause instanceof VaultError ? cause.fault : null;
    if (fault === 'stale-key') return fetch(request);
    if (fault === 'no-such-page' && !url.pathname.startsWith(addressOf(room)))
      return fetch(request);
    return failure(cause, request, room);
  }
}

/** The room's session if it still holds; one that has ended loses its keys here. */
async function liveSession(room: KnownRoom): Promise<Session | null> {
  const session = await readSession(room.name);
  // A stale one is left to the gate, which the network answers with: it says so and forgets it.
  if (session === null || session.isStale === true) return null;
  const windows = await self.clients.matchAll({ type: 'window' });
  const isWatched = windows.some((client) =>
    new URL(client.url).pathname.startsWith(addressOf(room)),
  );
  if (isAlive(session, Date.now(), isWatched)) return session;
  await forgetSessions(room.name);
  return null;
}

async function checkEpoch(session: Session): Promise<void> {
  // Without an answer nothing is known: the next page asks again.
  const isCurrent = await isCurrentKey(base, session).catch(() => true);
  if (!isCurrent) await markStale(session.room);
}

const addressOf = (room: KnownRoom): string => base.slice(0, -1) + room.prefix;

const STATUS: Partial<Record<string, number>> = { 'no-such-page': 404, missing: 503, network: 503 };

function failure(cause: unknown, request: Request, room: KnownRoom): Response {
  const fault = cause instanceof VaultError ? cause.fault : '';
  const status = STATUS[fault] ?? 500;
  if (request.mode !== 'navigate')
    return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
  const title = fault === 'no-such-page' ? 'Page introuvable' : 'Cette page ne s’ouvre pas';
  const home = addressOf(room);
  return errorPage(status, title, messageOf(cause, room.label), { base, home });
}
