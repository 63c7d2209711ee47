/** Times of two actions taken in turns, in milliseconds. */
export interface Pair {
  subject: number;
  reference: number;
  /** Median of the rounds' own ratios: what else the machine does weighs on both sides alike. */
  ratio: number;
}

type Action = () => unknown;

/** Milliseconds an action takes. */
export async function time(action: Action): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** Milliseconds of processor time that an action takes, on all threads: what else runs counts little. */
export async function timeOnCpu(action: Action): Promise<number> {
  const before = process.cpuUsage();
  await action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The middle value; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
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
  return comparePair(
    () => time(subject),
    () => time(reference),
    rounds,
  );
}

/** Milliseconds that an action took, as it measured itself. */
type Measured = (round: number) => Promise<number>;

/** Compares two actions that measure themselves, in turns, the order changing each round. */
export async function comparePair(
  subject: Measured,
  reference: Measured,
  rounds: number,
): Promise<Pair> {
  const times: { subject: number; reference: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await subject(round);
      times.push({ subject: first, reference: await reference(round) });
    } else {
      const first = await reference(round);
      times.push({ subject: await subject(round), reference: first });
    }
  }
  return pairOf(times);
}

/** The medians of rounds. */
export function pairOf(rounds: readonly Omit<Pair, 'ratio'>[]): Pair {
  return {
    subject: median(rounds.map((pair) => pair.subject)),
    reference: median(rounds.map((pair) => pair.reference)),
    ratio: median(rounds.map((pair) => pair.subject / pair.reference)),
  };
}
