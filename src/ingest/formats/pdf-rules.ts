/** A straight line drawn on a page, or a thin filled bar; lengths in points. */
export interface Rule {
  /** Whether it runs from left to right (else from foot to top). */
  level: boolean;
  /** Where it stands: its y if it is level, else its x. */
  at: number;
  from: number;
  to: number;
}

/** What is drawn on a page beside its text and pictures. */
export interface Drawing {
  rules: Rule[];
  /** Small round shapes, as the bullets of lists that a browser prints: their middles. */
  dots: { x: number; y: number; size: number }[];
  /** Where pictures are painted; `source` is what pdf.js says of each. */
  pictures: Painted[];
}

/** A picture on a page; lengths in points. */
export interface Painted {
  /** The name of its object, or the picture itself. */
  source: unknown;
  left: number;
  right: number;
  low: number;
  high: number;
}

interface Operators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

type Matrix = readonly [number, number, number, number, number, number];

/** A bar thicker than this is a surface. */
const THICK = 3;
/** A line shorter than this is a mark, not a border. */
const SHORT = 6;
/** A page with more is a drawing. */
const MOST = 20_000;
const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

/** The drawing of a page, from its operators (pdf.js 5: `constructPath` with its paint). */
export function drawingOf(
  { fnArray, argsArray }: Operators,
  ops: Readonly<Record<string, number>>,
): Drawing {
  const painted = new Map<number | undefined, 'stroke' | 'fill'>();
  for (const name of ['stroke', 'closeStroke']) painted.set(ops[name], 'stroke');
  for (const name of ['fill', 'eoFill']) painted.set(ops[name], 'fill');
  for (const name of ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])
    painted.set(ops[name], 'stroke');
  const drawing: Drawing = { rules: [], dots: [], pictures: [] };
  const painting = new Set([ops['paintImageXObject'], ops['paintInlineImageXObject']]);
  const stack: Matrix[] = [];
  let matrix = UNIT;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as unknown[] | null;
    if (operator === ops['save']) stack.push(matrix);
    else if (operator === ops['restore']) matrix = stack.pop() ?? UNIT;
    else if (operator === ops['transform']) matrix = times(matrix, args);
    else if (operator === ops['paintFormXObjectBegin']) {
      stack.push(matrix);
      matrix = times(matrix, args?.[0]);
    } else if (operator === ops['paintFormXObjectEnd']) matrix = stack.pop() ?? UNIT;
    else if (painting.has(operator)) {
      // A picture fills the unit square.
      const corners = UNIT_SQUARE.map((corner) => place(matrix, corner));
      drawing.pictures.push({ source: args?.[0], ...boundsOf(corners) });
    } else if (operator === ops['constructPath'] && args !== null) {
      if (drawing.rules.length + drawing.dots.length > MOST) return;
      const paint = painted.get(args[0] as number);
      const [path] = args[1] as [Record<number, number> | null];
      if (paint !== undefined && path !== null) addPath(drawing, path, matrix, paint);
    }
  });
  return drawing;
}

/** `outer` after `inner`: a list of six numbers, the way PDF writes a transformation. */
function times(outer: Matrix, inner: unknown): Matrix {
  const numbers = ArrayBuffer.isView(inner) || Array.isArray(inner) ? inner : [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = [...(numbers as Iterable<number>)];
  const [A, B, C, D, E, F] = outer;
  return [
    A * a + C * b,
    B * a + D * b,
    A * c + C * d,
    B * c + D * d,
    A * e + C * f + E,
    B * e + D * f + F,
  ];
}

type Point = readonly [number, number];

const UNIT_SQUARE: readonly Point[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];

const place = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** Numbers behind each path operator: move, line, curve, quadratic curve, close. */
const OPERANDS = [2, 2, 6, 4, 0];

/** Adds the straight level and upright lines of a path; a filled one counts only where it is a bar. */
function addPath(
  drawing: Drawing,
  path: Readonly<Record<number, number>>,
  matrix: Matrix,
  paint: 'stroke' | 'fill',
): void {
  const numbers = Object.values(path);
  const shapes: { points: Point[]; curved: boolean }[] = [];
  for (let at = 0; at < numbers.length;) {
    const operator = numbers[at] ?? 4;
    const count = OPERANDS[operator] ?? 0;
    const shape = shapes.at(-1);
    if (operator === 4) {
      if (shape?.points[0] !== undefined) shape.points.push(shape.points[0]);
    } else {
      const x = numbers[at + count - 1] ?? 0;
      const y = numbers[at + count] ?? 0;
      const point = place(matrix, [x, y]);
      if (operator === 0) shapes.push({ points: [point], curved: false });
      else shape?.points.push(point);
      if (shape !== undefined && (operator === 2 || operator === 3)) shape.curved = true;
    }
    at += count + 1;
  }
  for (const { points, curved } of shapes) {
    // A rounded shape is no border of a table.
    if (curved) drawing.dots.push(...dotOf(points));
    else drawing.rules.push(...(paint === 'fill' ? barOf(points) : edgesOf(points)));
  }
}

function dotOf(shape: readonly Point[]): Drawing['dots'] {
  const { left, right, low, high } = boundsOf(shape);
  const size = right - left;
  const isRound = Math.abs(size - (high - low)) < 0.6;
  return isRound && size >= 1.5 && size <= 8 ? [{ x: left, y: (low + high) / 2, size }] : [];
}

function edgesOf(shape: readonly Point[]): Rule[] {
  const bar = barOf(shape);
  if (bar.length > 0) return bar;
  return shape.slice(1).flatMap((point, index) => barOf([shape[index] ?? point, point]));
}

function barOf(shape: readonly Point[]): Rule[] {
  const { left, right, low, high } = boundsOf(shape);
  if (high - low <= THICK && right - left >= SHORT)
    return [{ level: true, at: (low + high) / 2, from: left, to: right }];
  if (right - left <= THICK && high - low >= SHORT)
    return [{ level: false, at: (left + right) / 2, from: low, to: high }];
  return [];
}

function boundsOf(shape: readonly Point[]): Record<'left' | 'right' | 'low' | 'high', number> {
  const xs = shape.map(([x]) => x);
  const ys = shape.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    low: Math.min(...ys),
    high: Math.max(...ys),
  };
}
