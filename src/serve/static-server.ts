import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import sirv from 'sirv';

/** What is served, and where. */
export interface StaticServerOptions {
  /** Folder of the built site. It may be replaced while the server runs. */
  readonly folder: string;
  /** Path that the site lives under; begins and ends with `/`. */
  readonly base?: string;
  /** Headers of the file at a path, as the host is told to send them; without it nothing may be kept. */
  readonly headers?: (path: string) => Readonly<Record<string, string>>;
}

/**
 * Makes an HTTP server that answers as a plain static host does: `index.html` for a folder, a
 * redirect to the final slash, `404.html` with status 404 for the rest. It reads each file anew, so
 * that a rebuilt site shows at once; without `headers` it forbids caching.
 *
 * @returns a server that does not listen yet; see {@link listen}
 */
export function createStaticServer({
  folder,
  base = '/',
  headers = () => UNCACHED,
}: StaticServerOptions): Server {
  const root = resolve(folder);
  const files = sirv(root, { dev: true, etag: true });

  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const path = requestPath(request);
    if (path === null) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('Bad request\n');
      return;
    }
    for (const [name, value] of Object.entries(headers(path))) response.setHeader(name, value);
    if (!path.startsWith(base)) {
      if (`${path}/` === base) redirect(request, response, base);
      else notFound(root, response);
      return;
    }
    const inside = `/${path.slice(base.length)}`;
    if (!inside.endsWith('/') && isFolder(root, inside)) {
      redirect(request, response, `${path}/`);
      return;
    }
    request.url = encodeURI(inside);
    files(request, response, () => {
      notFound(root, response);
    });
  });
}

const UNCACHED = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** The decoded path asked for, without doubled slashes (`//host/` in a redirect would leave us). */
function requestPath(request: IncomingMessage): string | null {
  const [path = '/'] = (request.url ?? '/').split(/[?#]/, 1);
  try {
    const decoded = decodeURIComponent(path).replaceAll(/\/{2,}/g, '/');
    const climbs = decoded.split(/[/\\]/).includes('..') || decoded.includes('\0');
    return climbs || !decoded.startsWith('/') ? null : decoded;
  } catch {
    return null; // malformed percent-encoding: the caller answers 400
  }
}

function isFolder(root: string, path: string): boolean {
  const file = join(root, path);
  return (
    file.startsWith(root + sep) &&
    (statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false)
  );
}

function redirect(request: IncomingMessage, response: ServerResponse, path: string): void {
  const query = /\?[^#]*/.exec(request.url ?? '')?.[0] ?? '';
  response.writeHead(301, { location: encodeURI(path) + query, 'cache-control': 'no-store' }).end();
}

function notFound(root: string, response: ServerResponse): void {
  const page = join(root, '404.html');
  const body = existsSync(page) ? readFileSync(page) : 'Not found\n';
  const type = typeof body === 'string' ? 'text/plain' : 'text/html;charset=utf-8';
  response.writeHead(404, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
