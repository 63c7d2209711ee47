/// <reference lib="webworker" />
import { onSignOut } from '../client/channel.ts';
import type { Expecting } from '../client/expecting.ts';
import type { Published } from '../client/published.ts';
import { ROOMS } from '../client/rooms.ts';
import { FORGET } from '../client/worker-memory.ts';
import { forgetNames } from './ahead.ts';
import { answerGated, expectRequest } from './answer.ts';
import { forgetRemembered, sweepSessions } from './live-session.ts';
import { heardOf } from './make-ready.ts';
import { answerPublic, isShellNeeded, lookForPacks } from './public.ts';
import { noteReached } from './reach.ts';
import { forgetAllReady } from './ready.ts';
import { routeOf } from './route.ts';

// The service worker: answers requests under gated paths with what it decrypts. Only ciphertext is
// ever cached. It may be stopped at any moment, so it keeps nothing that it cannot read back.

declare const self: ServiceWorkerGlobalScope;

const base = new URL('./', self.location.href).pathname;
/** Milliseconds after its start in which the worker looks for sessions that have ended. */
const SWEEP = 3000;
const scope = { origin: self.location.origin, base };

/** What newer browsers are told of requests that need no worker at all (Chrome 123). */
interface WithRoutes {
  addRoutes?: (
    rules: { condition: { urlPattern: URLPatternInit }; source: string }[],
  ) => Promise<void>;
}

self.addEventListener('install', (event) => {
  const { addRoutes } = event as WithRoutes;
  // Sealed files, which pages and this worker read; see `routeOf`.
  const pathname = `${base}_vault/*/*`;
  const rules = [{ condition: { urlPattern: { pathname } }, source: 'network' }];
  // Refused, they come here as they did, and are left to the network.
  if (addRoutes !== undefined) event.waitUntil(addRoutes.call(event, rules).catch(tell));
  void self.skipWaiting();
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
self.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(self.clients.claim());
  if (event.data === 'packs') event.waitUntil(lookForPacks());
  if (event.data === FORGET) {
    forgetAll();
    event.ports[0]?.postMessage(FORGET);
  }
  const { expect: expected, ...said } = (event.data ?? {}) as Partial<Expecting & Published>;
  const room = ROOMS.find(({ name }) => name === said.room);
  if (said.published !== undefined && room !== undefined) {
    noteReached();
    const asking = event.source instanceof Client ? event.source : null;
    event.waitUntil(heardOf(said as Published, room, base, asking).catch(tell));
  }
  if (typeof expected !== 'string') return;
  const url = new URL(expected, self.location.href).href;
  const route = routeOf({ method: 'GET', url }, scope, ROOMS);
  if (route !== null) event.waitUntil(expectRequest(expected, route, base).catch(tell));
});
self.addEventListener('fetch', (event) => {
  const route = routeOf(event.request, scope, ROOMS);
  if (route === null) return;
  if (route.kind !== 'public') event.respondWith(answerGated(event, route, base));
  else if (isShellNeeded()) event.respondWith(answerPublic(event.request, base));
});

function tell(cause: unknown): void {
  console.warn('vault:', cause instanceof Error ? cause.message : cause);
}

function forgetAll(): void {
  forgetNames();
  forgetRemembered();
  forgetAllReady();
}

onSignOut(forgetAll);
void lookForPacks();
// The page that woke the worker comes first.
setTimeout(() => void sweepSessions(ROOMS, base).catch(tell), SWEEP);
