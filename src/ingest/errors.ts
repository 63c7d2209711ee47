/** A file that cannot be imported; the message is one French sentence and what to do. */
export class ImportError extends Error {
  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(`${what} ${remedy}`, options);
    this.name = 'ImportError';
  }
}
