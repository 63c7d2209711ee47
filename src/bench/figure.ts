/** One measured figure, and what it has to be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The most it may be; `null` for a figure that only informs. */
  most: number | null;
  /** The least it may be, of a figure that is better the higher. */
  least?: number;
}

/** A bench: yields its figures as they are measured. */
export type Bench = () => AsyncGenerator<Figure>;

/** Whether a figure is what it has to be. */
export const holds = ({ value, most, least = -Infinity }: Figure): boolean =>
  value >= least && (most === null || value <= most);

/** A figure in one line: its name, its value, its target and whether it holds. */
export function line(figure: Figure): string {
  const { name, value, unit, most, least } = figure;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const measured = `${name.padEnd(66)} ${value.toFixed(digits).padStart(8)} ${unit}`;
  const target = least === undefined ? `≤ ${String(most)}` : `≥ ${least}`;
  if (most === null && least === undefined) return measured;
  return `${measured.padEnd(84)} ${target}  ${holds(figure) ? '✓' : '✗'}`;
}
