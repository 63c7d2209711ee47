import type { Opened } from '../client/open.ts';

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** A decrypted file as the answer to a request; a part of it where a range was asked for. */
export function respond({ type, bytes }: Opened, range: string | null): Response {
  const headers = { ...HEADERS, 'content-type': type, 'accept-ranges': 'bytes' };
  const part = range === null ? null : readRange(range, bytes.length);
  if (part === null) {
    return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.length) } });
  }
  if (part === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${String(bytes.length)}` },
    });
  }
  const { start, end } = part;
  return new Response(bytes.subarray(start, end + 1), {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(end - start + 1),
      'content-range': `bytes ${String(start)}-${String(end)}/${String(bytes.length)}`,
    },
  });
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

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A small page that says what went wrong, for a reader. `home`: where its link leads. */
export function errorPage(
  status: number,
  title: string,
  message: string,
  { base, home }: { base: string; home: string },
): Response {
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><link rel="stylesheet" href="${base}_vault/gate.css"></head><body><main><div class="label"><h1>${escape(title)}</h1><p>${escape(message)}</p><p><a href="${home}">Revenir à l’accueil</a></p></div></main></body></html>`;
  return new Response(html, {
    status,
    headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' },
  });
}
