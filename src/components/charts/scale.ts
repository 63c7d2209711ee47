/** Steps that a square of a chart may be worth. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000];

/** A value axis: from `from` to `to` in squares worth `step`. */
export interface ValueAxis {
  from: number;
  to: number;
  step: number;
}

/**
 * The axis that holds `values` in at most `squares` squares, with room over and under them; from zero
 * if asked. Values below zero come with zero.
 */
export function valueAxis(values: readonly number[], squares: number, zero = false): ValueAxis {
  const low = Math.min(...values, ...(zero ? [0] : []));
  const high = Math.max(...values, ...(low < 0 ? [0] : []));
  for (const step of STEPS) {
    const from =
      low < 0 ? Math.floor(low / step) * step : Math.max(0, Math.ceil(low / step - 1.6) * step);
    const to = Math.max(Math.ceil(high / step + (zero ? 0.1 : 0.25)), from / step + 2) * step;
    if ((to - from) / step <= squares) return { from, to, step };
  }
  throw new RangeError(`No axis for values up to ${String(high)}: add a larger step.`);
}

/** A time axis of whole months. */
export interface MonthAxis {
  /** First day of each month, UTC; the last one closes the axis. */
  months: Date[];
  /** Months a square is worth: 1, or 3 on long axes. */
  square: 1 | 3;
}

/** The axis of whole months that holds ISO dates. */
export function monthAxis(dates: readonly string[]): MonthAxis {
  const sorted = dates.toSorted();
  const first = parts(sorted[0] ?? '');
  const last = parts(sorted.at(-1) ?? '');
  const count = (last.year - first.year) * 12 + last.month - first.month + 1;
  const square = count > 14 ? 3 : 1;
  const start = square === 3 ? first.month - (first.month % 3) : first.month;
  const lacking = count + (first.month - start);
  const total = Math.max(Math.ceil(lacking / square) * square, 2);
  const months = Array.from(
    { length: total + 1 },
    (_, index) => new Date(Date.UTC(first.year, start + index, 1)),
  );
  return { months, square };
}

function parts(iso: string): { year: number; month: number } {
  const [year, month] = iso.split('-').map(Number);
  if (year === undefined || month === undefined || Number.isNaN(year + month)) {
    throw new RangeError(`"${iso}" is no ISO date; expected YYYY-MM-DD.`);
  }
  return { year, month: month - 1 };
}

/** Every how many months an axis label fits, on whole squares, with room for `labels` of them. */
export function labelEvery(months: number, labels: number, square: 1 | 3): number {
  const steps = square === 3 ? [3, 6, 12] : [1, 2, 3, 6, 12];
  return steps.find((every) => months / every <= labels) ?? 12;
}
