/** Numbers that a seed decides: the same seed, the same mutation. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below: (below: number) => number;
  pick: <T>(items: readonly [T, ...T[]]) => T;
  chance: (share: number) => boolean;
}

/** Mulberry32, by Tommy Ettinger: 32 bits of state are plenty for tests. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    chance: (share) => next() < share,
  };
}
