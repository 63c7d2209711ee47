/// <reference lib="webworker" />
import { fetchManifest, filePath, fits, openPath } from '../client/open.ts';
import { messageOf } from '../client/messages.ts';
import {
  forgetSessions,
  isAlive,
  readSession,
  type Session,
  touchSession,
} from '../client/store.ts';
import { VaultError } from '../format/errors.ts';
import { type Manifest, type ManifestRoom, roomOf } from '../format/manifest.ts';
import { errorPage, respond } from './respond.ts';

// The service worker: answers requests under gated paths with what it decrypts. Only ciphertext is
// ever cached. It may be stopped at any moment, so it keeps nothing that it cannot read back.

declare const self: ServiceWorkerGlobalScope;

const base = new URL('./', self.location.href).pathname;
/** Code and fonts are public; other assets may be sealed. */
const SEALED_ASSET = /^\/_astro\/.*\.(?!css$|js$|woff2$)[a-z0-9]+$/i;
let manifest: Promise<Manifest> | null = null;

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
  event.respondWith(answer(event.request, url, path));
});

/** The manifest, kept while the worker lives; `fresh` asks the server again. */
function readManifest(fresh: boolean): Promise<Manifest> {
  if (manifest === null || fresh) {
    const asked = fetchManifest(base);
    manifest = asked;
    asked.catch(() => {
      if (manifest === asked) manifest = null;
    });
  }
  return manifest;
}

async function answer(request: Request, url: URL, path: string): Promise<Response> {
  let room: ManifestRoom | null;
  try {
    const { rooms } = await readManifest(request.mode === 'navigate');
    room = roomOf(rooms, path) ?? (SEALED_ASSET.test(path) ? (rooms[0] ?? null) : null);
  } catch (cause) {
    // Not ours to judge without a manifest: the network's own answer, or why there is none.
    return await fetch(request).catch(() => failure(cause, request, 'la communauté'));
  }
  if (room === null) return fetch(request);
  const session = await liveSession(room);
  if (session === null) return fetch(request);
  if (request.mode === 'navigate' && !/\/$|\.[a-z0-9]+$/i.test(path)) {
    return Response.redirect(`${url.pathname}/${url.search}`, 302);
  }
  try {
    const opened = await openPath(base, session, filePath(url.pathname, base));
    if (request.mode === 'navigate') await touchSession(room.name, Date.now());
    return respond(opened, request.headers.get('range'));
  } catch (cause) {
    if (SEALED_ASSET.test(path) && cause instanceof VaultError && cause.fault === 'missing')
      return fetch(request);
    return failure(cause, request, room.label);
  }
}

/** The room's session if it still holds: alive, and of the current epoch. Else its keys are gone. */
async function liveSession(room: ManifestRoom): Promise<Session | null> {
  const session = await readSession(room.name);
  // Of another epoch: the gate, which the network answers with, says so and forgets it.
  if (session === null || !fits(session, room)) return null;
  const windows = await self.clients.matchAll({ type: 'window' });
  const prefix = base.slice(0, -1) + room.prefix;
  const isWatched = windows.some((client) => new URL(client.url).pathname.startsWith(prefix));
  if (isAlive(session, Date.now(), isWatched)) return session;
  await forgetSessions(room.name);
  return null;
}

function failure(cause: unknown, request: Request, room: string): Response {
  const fault = cause instanceof VaultError ? cause.fault : null;
  const status = fault === 'missing' ? 404 : fault === 'network' ? 503 : 500;
  if (request.mode !== 'navigate')
    return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
  const title = fault === 'missing' ? 'Page introuvable' : 'Cette page ne s’ouvre pas';
  return errorPage(status, title, messageOf(cause, room), base);
}
