/** A file that cannot be imported; the message is one French sentence and what to do. */
export class ImportError extends Error {
  constructor(what: string, remedy: string) {
    super(`${what} ${remedy}`);
    this.name = 'ImportError';
  }
}
