import { scaleLinear } from 'd3-scale';
import type { Pace } from '../../insights/pace.ts';
import { type PlotSize, round, timeAxis } from './plot.ts';
import { valueAxis } from './scale.ts';

/** A pace as drawn: as wide as it lasted, as high as it was fast, so that its surface is children. */
export interface PacedBar {
  pace: Pace;
  /** Outline of the bar, without the side on zero. */
  d: string;
  left: number;
  right: number;
  /** The end that is not on zero. */
  end: number;
  falling: boolean;
  /** Whether CRs lack in between, or state no figure. */
  dotted: boolean;
}

/** The geometry of the paces, on the time axis of the curve that they come from. */
export function plotPace(paces: readonly Pace[], dates: readonly string[], size: PlotSize) {
  const speeds = paces.map(({ perMonth }) => perMonth);
  const axis = valueAxis(speeds, size.squares, true);
  const y = scaleLinear([axis.from, axis.to], [size.height - size.bottom, size.top]);
  const time = timeAxis(dates, size);
  const zero = round(y(0));
  const lines = Math.round((axis.to - axis.from) / axis.step);
  return {
    zero,
    rows: Array.from({ length: lines + 1 }, (_, index) => round(y(axis.from + index * axis.step))),
    columns: time.columns,
    square: axis.step,
    bars: paces.map((pace): PacedBar => {
      const [left, right] = [round(time.x(pace.from.asOf)), round(time.x(pace.to.asOf))];
      const end = round(y(pace.perMonth));
      return {
        ...{ pace, left, right, end },
        d: `M${left} ${zero}V${end}H${right}V${zero}`,
        falling: pace.perMonth < 0,
        dotted: pace.missing.length > 0 || pace.silent.length > 0,
      };
    }),
  };
}
