/// <reference lib="webworker" />
import { messageOf } from '../client/messages.ts';
import { filePath, openHere } from '../client/open.ts';
import { openOrExplain } from '../client/recover.ts';
import { type KnownRoom, ROOMS } from '../client/rooms.ts';
import { markStale } from '../client/store.ts';
import { VaultError } from '../format/errors.ts';
import { askAhead, expectPage, isPrompt, rememberNames } from './ahead.ts';
import { headFirst } from './head-first.ts';
import {
  addressOf,
  forgetRemembered,
  liveSession,
  sharedSession,
  touchLater,
} from './live-session.ts';
import { answerGate } from './public.ts';
import { noteShown, readyFile } from './ready.ts';
import { errorPage, respond } from './respond.ts';
import type { Route } from './route.ts';
import { keptReads } from './sealed-reads.ts';

declare const self: ServiceWorkerGlobalScope;

type GatedRoute = Exclude<Route, { kind: 'public' }>;

/** Answers a request for a file of a room, or for an asset that may be one's. */
export function answerGated(
  event: FetchEvent,
  route: GatedRoute,
  base: string,
): Response | Promise<Response> {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const isPage = request.mode === 'navigate' && pathname.endsWith('/');
  if (!isPage || route.kind !== 'gated') return answerWhole(event, route, base);
  const { room } = route;
  const isHere = readyFile(base, room.name, pathname) !== null;
  if (!isHere && !isPrompt(room.name)) return answerWhole(event, route, base);
  const links = { base, home: addressOf(base, room) };
  const whole = answerWhole(event, route, base).catch((cause: unknown) =>
    failure(cause, request, room, links),
  );
  event.waitUntil(whole);
  return headFirst(whole);
}

async function answerWhole(event: FetchEvent, route: GatedRoute, base: string): Promise<Response> {
  const { request } = event;
  const room = route.kind === 'gated' ? route.room : await roomOfAsking(event.clientId, base);
  const home = room === null ? base : addressOf(base, room);
  const url = new URL(request.url);
  const ready = room === null ? null : readyFile(base, room.name, url.pathname);
  const isAsked = room !== null && ready === null;
  const ahead = isAsked ? askAhead(base, room.name, url.pathname) : null;
  const read = request.mode === 'navigate' ? liveSession : sharedSession;
  const session = room === null ? null : await read(room, base);
  if (room !== null) rememberNames(room.name, session);
  if (room === null || session === null) return answerGate(request, base, home);
  const isPage = request.mode === 'navigate';
  if (isPage && !/\/$|\.[a-z0-9]+$/i.test(url.pathname)) {
    return Response.redirect(`${url.pathname}/${url.search}`, 302);
  }
  const keep = (work: Promise<unknown>): void => {
    later(event, work);
  };
  try {
    const here = ready === null ? null : await openHere(session, ready.path, ready.bytes);
    const path = filePath(url.pathname, base);
    const reads = keptReads(session, path, keep, await ahead);
    const opened = here ?? (await openOrExplain(base, session, path, reads));
    if (isPage) {
      noteShown(url.pathname, here === null ? null : ready);
      keep(touchLater(room));
    }
    return respond(opened, request.headers.get('range'));
  } catch (cause) {
    const fault = cause instanceof VaultError ? cause.fault : null;
    if (fault === 'stale-key') {
      await markStale(session);
      forgetRemembered();
      return answerGate(request, base, home);
    }
    if (fault === 'no-such-page' && route.kind === 'asset') return fetch(request);
    return failure(cause, request, room, { base, home });
  }
}

/** Asks for the file of a page that a reader is about to open. */
export async function expectRequest(pathname: string, route: Route, base: string): Promise<void> {
  if (route.kind !== 'gated') return;
  const { room } = route;
  if (readyFile(base, room.name, pathname) !== null) return;
  rememberNames(room.name, await liveSession(room, base));
  await expectPage(base, room.name, pathname);
}

/** Goes on after the answer; a stream that is still read when the event is over has nothing to add. */
function later(event: FetchEvent, work: Promise<unknown>): void {
  const heard = work.catch((cause: unknown) => {
    console.warn('vault:', cause instanceof Error ? cause.message : cause);
  });
  try {
    event.waitUntil(heard);
  } catch {
    // The event is over: the browser may stop the work, which only saves time later.
  }
}

/** The room of the page that asks for an asset; the first room where it cannot be told. */
async function roomOfAsking(clientId: string, base: string): Promise<KnownRoom | null> {
  const client = await self.clients.get(clientId);
  const path = client === undefined ? '' : new URL(client.url).pathname;
  const asking = ROOMS.find((room) => path.startsWith(addressOf(base, room)));
  return asking ?? ROOMS[0] ?? null;
}

const STATUS: Partial<Record<string, number>> = { 'no-such-page': 404, missing: 503, network: 503 };

function failure(
  cause: unknown,
  request: Request,
  room: KnownRoom,
  links: { base: string; home: string },
): Response {
  const fault = cause instanceof VaultError ? cause.fault : '';
  const status = STATUS[fault] ?? 500;
  if (request.mode !== 'navigate')
    return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
  const title = fault === 'no-such-page' ? 'Page introuvable' : 'Cette page ne s’ouvre pas';
  const again = fault === 'no-such-page' ? {} : { again: request.url };
  return errorPage(status, title, messageOf(cause, room.label), { ...links, ...again });
}
