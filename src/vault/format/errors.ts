/** Why something of the vault could not be opened. Names are permanent: messages hang on them. */
export type VaultFault =
  /** No slot opens with this passphrase. */
  | 'wrong-passphrase'
  /** Bytes that are not what was sealed for this path: altered, swapped or cut. */
  | 'tampered'
  /** The manifest or its parameters are not acceptable. */
  | 'bad-manifest'
  /** A format this code is too old for. */
  | 'unknown-version'
  /** The server has no such file, though it is published. */
  | 'missing'
  /** Nothing is published at this path. */
  | 'no-such-page'
  /** The key on the device is of an epoch that is over. */
  | 'stale-key'
  /** The server could not be reached. */
  | 'network';

/** What the vault refuses. The message is for maintainers; readers get a French one by `fault`. */
export class VaultError extends Error {
  readonly fault: VaultFault;

  constructor(fault: VaultFault, message: string) {
    super(message);
    this.name = 'VaultError';
    this.fault = fault;
  }
}
