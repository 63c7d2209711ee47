/** One measured figure, and what it has to be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The most it may be; `null` for a figure that only informs. */
  most: number | null;
}

/** A bench: yields its figures as they are measured. */
export type Bench = () => AsyncGenerator<Figure>;

/** Whether a figure is what it has to be. */
export const holds = ({ value, most }: Figure): boolean => most === null || value <= most;

/** A figure in one line: its name, its value, its target and whether it holds. */
export function line(figure: Figure): string {
  const { name, value, unit, most } = figure;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const measured = `${name.padEnd(44)} ${value.toFixed(digits).padStart(8)} ${unit}`;
  if (most === null) return measured;
  return `${measured.padEnd(66)} ≤ ${most}  ${holds(figure) ? '✓' : '✗'}`;
}
