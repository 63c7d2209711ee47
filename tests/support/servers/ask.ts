import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:https';

/** An answer of a server. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Values of a header, one for each time that it was sent. */
  readonly all: (name: string) => string[];
  readonly body: Buffer;
}

/** Asks a server of this machine for a path, by the name it serves; its certificate is our own. */
export function ask(
  { https, host }: { https: number; host: string },
  path: string,
  headers: OutgoingHttpHeaders = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: https, path, servername: host, agent: false };
    const asked = request(
      { ...options, rejectUnauthorized: false, headers: { host, ...headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            all: (name) => response.headersDistinct[name.toLowerCase()] ?? [],
            body: Buffer.concat(parts),
          });
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
