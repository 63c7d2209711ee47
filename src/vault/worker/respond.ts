import { type Opened, streamOf } from '../client/opened.ts';
import { OPENED_PAGE } from '../../headers/headers.ts';
import { contentPolicy } from '../../headers/policy.ts';

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Of every page that the worker makes or opens. */
export const PAGE_HEADERS = {
  ...HEADERS,
  ...OPENED_PAGE,
  'content-type': 'text/html; charset=utf-8',
};

/** A page of our own has no policy in itself. */
const ERROR_HEADERS = {
  ...PAGE_HEADERS,
  'Content-Security-Policy': `${contentPolicy('page')}; frame-ancestors 'none'`,
};

/** A decrypted file as the answer to a request; a part of it where a range was asked for. */
export function respond(opened: Opened, range: string | null): Response {
  const { type, size } = opened;
  const headers = {
    ...HEADERS,
    ...(type.startsWith('text/html') && OPENED_PAGE),
    'content-type': type,
    'accept-ranges': 'bytes',
  };
  const part = range === null ? null : readRange(range, size);
  if (part === null) {
    return new Response(bodyOf(opened), {
      headers: { ...headers, 'content-length': String(size) },
    });
  }
  if (part === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${String(size)}` },
    });
  }
  const { start, end } = part;
  return new Response(bodyOf(opened, { start, end: end + 1 }), {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(end - start + 1),
      'content-range': `bytes ${String(start)}-${String(end)}/${String(size)}`,
    },
  });
}

/** From memory as it is, else as a stream that opens what is read of it. */
function bodyOf({ bytes, read }: Opened, range?: { start: number; end: number }): BodyInit {
  if (bytes === null) return streamOf(read(range));
  return range === undefined ? bytes : bytes.subarray(range.start, range.end);
}

/**
 * Reads a Range header of one range (RFC 9110 §14.1.2); `null` where it is to be ignored.
 * `end` is inclusive.
 */
export function readRange(
  header: string,
  length: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  return start > end || start >= length ? 'unsatisfiable' : { start, end };
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * A small page that says what went wrong, for a reader. `home`: where its link leads; `again`: the
 * address to try once more, where that may help.
 */
export function errorPage(
  status: number,
  title: string,
  message: string,
  { base, home, again }: { base: string; home: string; again?: string },
): Response {
  const retry =
    again === undefined ? '' : `<p><a class="again" href="${escape(again)}">Réessayer</a></p>`;
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title><link rel="stylesheet" href="${base}_vault/fonts.css"><link rel="stylesheet" href="${base}_vault/gate.css"></head><body><main><div class="label"><h1>${escape(title)}</h1><p>${escape(message)}</p>${retry}<p><a href="${home}">Revenir à l’accueil</a></p></div></main></body></html>`;
  return new Response(html, { status, headers: ERROR_HEADERS });
}
