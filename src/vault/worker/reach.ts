/// <reference lib="webworker" />

// Whether the host answers. A browser says that it is online wherever there is any network: a portal on
// a host that is down, or behind a hotel's sign-in page, is out of reach all the same.

let hasFailed = false;

/** Whether the host was out of reach when it was last asked, or the browser knows that it is offline. */
export const isOutOfReach = (): boolean => hasFailed || !navigator.onLine;

/** Somebody has heard from the host. */
export function noteReached(): void {
  hasFailed = false;
}

/**
 * Passes on what the host answers, and notes whether it did.
 * @param isUnreachable tells a host that does not answer from one whose answer is an error
 */
export async function noting<T>(
  answer: Promise<T>,
  isUnreachable: (cause: unknown) => boolean = () => true,
): Promise<T> {
  try {
    const value = await answer;
    hasFailed = false;
    return value;
  } catch (cause) {
    hasFailed = isUnreachable(cause);
    throw cause;
  }
}
