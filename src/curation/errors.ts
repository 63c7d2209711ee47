/** A request to a curation command that cannot be met. Says in French what, and what to do. */
export class CurationError extends Error {
  constructor(what: string, remedy: string) {
    super(`${what} ${remedy}`);
    this.name = 'CurationError';
  }
}
