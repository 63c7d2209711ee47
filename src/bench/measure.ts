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

/** An action that measures itself. */
export type Measured<T> = (round: number) => Promise<T>;

/**
 * What actions measured that were taken in turns, another one first in each round.
 * @returns a row for each round, in the order of the actions
 */
export async function inTurns<T>(actions: readonly Measured<T>[], rounds: number): Promise<T[][]> {
  const rows: T[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % actions.length;
    const order = [...actions.entries()];
    const row: T[] = [];
    for (const [at, action] of [...order.slice(first), ...order.slice(0, first)]) {
      row[at] = await action(round);
    }
    rows.push(row);
  }
  return rows;
}

/** Compares two actions that measure their milliseconds themselves. */
async function comparePair(
  subject: Measured<number>,
  reference: Measured<number>,
  rounds: number,
): Promise<Pair> {
  return pairOf(await inTurns([subject, reference], rounds));
}

/** The medians of rounds. @param subject place in each row, as `reference` is */
export function pairOf(rows: readonly (readonly number[])[], subject = 0, reference = 1): Pair {
  const times = (at: number): number[] => rows.map((row) => row[at] ?? NaN);
  return {
    subject: median(times(subject)),
    reference: median(times(reference)),
    ratio: median(rows.map((row) => (row[subject] ?? NaN) / (row[reference] ?? NaN))),
  };
}
