/** What a page tells the worker: the path of a page that the reader is about to open. */
export interface Expecting {
  expect: string;
}

/** Milliseconds for which the worker keeps its sealed file, as what the host has now. */
export const EXPECTED_FOR = 10_000;
