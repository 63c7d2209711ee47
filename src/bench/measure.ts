/** Times of two actions taken in turns, in milliseconds. */
export interface Pair {
  subject: number;
  reference: number;
  /** Median of the rounds' own ratios: what else the machine does weighs on both sides alike. */
  ratio: number;
}

type Action = () => unknown;

async function time(action: Action): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** The middle value; of an even number, the lower of the two. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

/**
 * Times two actions against each other: warmed up, then in turns, the order changing each round.
 * @param rounds how many pairs are timed, after half as many that are not
 */
export async function timePair(subject: Action, reference: Action, rounds: number): Promise<Pair> {
  for (let round = 0; round < rounds / 2; round += 1) {
    await subject();
    await reference();
  }
  const times: { subject: number; reference: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await time(subject);
      times.push({ subject: first, reference: await time(reference) });
    } else {
      const first = await time(reference);
      times.push({ subject: await time(subject), reference: first });
    }
  }
  return {
    subject: median(times.map((pair) => pair.subject)),
    reference: median(times.map((pair) => pair.reference)),
    ratio: median(times.map((pair) => pair.subject / pair.reference)),
  };
}
