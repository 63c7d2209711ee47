/** What a page tells the worker once it has asked the host. */
export interface Published {
  /** The build that the manifest names. */
  published: string;
  room: string;
  /** Whether no byte is to be fetched that the reader did not ask for. */
  isSparing: boolean;
}

/** What the worker tells a page that it opened from what is out of date. */
export const OUTDATED = 'outdated';
