/**
 * Milliseconds for which what the host has published is taken to be still the same: as long as GitHub
 * Pages lets browsers keep its files. Each page that is opened asks what is published once it is shown.
 */
export const PUBLISHED_FOR = 10 * 60_000;

/** What a page tells the worker once it has asked the host. */
export interface Published {
  /** The build that the manifest names. */
  published: string;
  /** The mark of the room's list of files in that build. */
  list: string;
  room: string;
  /** Whether no byte is to be fetched that the reader did not ask for. */
  isSparing: boolean;
}

/** What the worker tells a page that it opened from what is out of date. */
export const OUTDATED = 'outdated';
