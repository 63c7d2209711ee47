import type { Server } from 'node:http';

const HOST = '127.0.0.1';

/** The port is another program's. */
class PortTakenError extends Error {
  constructor(port: number) {
    super(
      `Le port ${String(port)} est déjà pris par un autre programme (peut-être un portail resté ouvert ` +
        `dans un autre terminal).\nFermez-le, ou choisissez un autre port : PORT=${String(port + 1)} npm start`,
    );
    this.name = 'PortTakenError';
  }
}

/**
 * Reads a port number as the environment variable `PORT` gives it.
 *
 * @param text the variable's value; absent or empty means the default
 * @param fallback the default port
 * @returns a port number; 0 asks the system for a free one
 * @throws {RangeError} when the text is no port number
 */
export function parsePort(text: string | undefined, fallback: number): number {
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new RangeError(
    `PORT=${text} n’est pas un numéro de port : il faut un entier de 0 à 65535.`,
  );
}

/**
 * Opens the server to this machine only.
 *
 * @returns the origin it answers on, such as `http://127.0.0.1:4321`
 * @throws {Error} when another program listens there
 */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error);
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${HOST}:${String(actual)}`);
    });
  });
}
