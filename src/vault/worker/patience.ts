/** Milliseconds the network may take where a copy is at hand. */
const PATIENCE = 4000;

/**
 * What the network gives; a kept copy where it fails as `isExcused` says, or is late.
 * @throws what the network threw, where nothing is kept.
 */
export async function withPatience<T>(
  network: Promise<T>,
  kept: () => Promise<T | null>,
  isExcused: (cause: unknown) => boolean,
  patience = PATIENCE,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, patience);
  });
  const failed = network.then(
    (value) => ({ value }),
    (cause: unknown) => {
      if (isExcused(cause)) return null;
      throw cause;
    },
  );
  try {
    const first = await Promise.race([failed, late]);
    if (first !== null) return first.value;
    return (await kept()) ?? (await network);
  } finally {
    clearTimeout(timer);
  }
}
