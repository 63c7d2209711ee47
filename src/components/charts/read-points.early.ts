// Reads the points of curves out: the nearest one under the pointer, and one after the other with the
// arrow keys. A click, or Enter, follows the point's link to the sentence in the CR.
const HINT = matchMedia('(hover: none)').matches
  ? 'Touchez la courbe pour lire un point, puis encore pour ouvrir sa phrase.'
  : 'Survolez la courbe, ou parcourez-la avec les flèches\u00a0: chaque point ouvre sa phrase.';
/** How near a click must be to a point to mean it, in px of the screen. */
const NEAR = 28;

type Point = SVGAElement;

const number = (element: SVGElement, name: string): number => Number(element.dataset[name]);

for (const chart of document.querySelectorAll<SVGSVGElement>('svg[data-chart]')) {
  const points = [...chart.querySelectorAll<Point>('a[data-x]')];
  const readout = chart.closest('figure')?.querySelector<HTMLElement>('.readout');
  if (points.length > 0 && readout) bring(chart, points, readout);
}

function bring(chart: SVGSVGElement, points: readonly Point[], readout: HTMLElement): void {
  const cursor = chart.querySelector<SVGPathElement>('.cursor');
  let active: Point | null = null;
  readout.textContent = HINT;

  const show = (point: Point | null): void => {
    if (point === active) return;
    active?.removeAttribute('data-active');
    point?.setAttribute('data-active', '');
    active = point;
    cursor?.setAttribute('d', point ? lineThrough(point, cursor) : '');
    readout.textContent = point?.dataset['said'] ?? HINT;
    if (point) readout.append(' ', source(point));
  };
  // One stop for the Tab key; arrows do the rest.
  const rove = (point: Point): void => {
    for (const other of points) other.setAttribute('tabindex', other === point ? '0' : '-1');
  };
  const newest = points.at(-1);
  if (newest) rove(newest);

  chart.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'touch') show(nearest(chart, points, event).point);
  });
  chart.addEventListener('pointerleave', (event) => {
    if (event.pointerType !== 'touch') show(focused(points));
  });
  chart.addEventListener('focusin', ({ target }) => {
    const point = points.find((one) => one === target);
    if (point) show(point);
    if (point) rove(point);
  });
  chart.addEventListener('keydown', (event) => {
    const from = focused(points);
    const to = from && reached(points, from, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  // A finger first reads a point; the second touch, or the link under the chart, opens it.
  let read: Point | null = null;
  chart.addEventListener('pointerdown', (event) => {
    read = event.pointerType === 'touch' ? active : null;
  });
  chart.addEventListener('click', (event) => {
    if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { point, away } = nearest(chart, points, event);
    const byTouch = event.pointerType === 'touch';
    if (byTouch && read !== point) {
      event.preventDefault();
      show(point);
    } else if (away <= NEAR && !(event.target as Element).closest('a')) {
      location.assign(point.href.baseVal);
    }
  });
}

/** The link to where a figure is stated, in words. */
function source(point: Point): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = point.href.baseVal;
  link.textContent = point.dataset['cr'] ?? '';
  link.className = 'minutes-link';
  link.tabIndex = -1;
  return link;
}

function lineThrough(point: Point, { dataset }: SVGPathElement): string {
  return `M${String(number(point, 'x'))} ${dataset['top'] ?? '0'}V${dataset['bottom'] ?? '0'}`;
}

function focused(points: readonly Point[]): Point | null {
  return points.find((point) => point === document.activeElement) ?? null;
}

/** The point nearest to the pointer: by day first, then by height. */
function nearest(
  chart: SVGSVGElement,
  points: readonly Point[],
  { clientX, clientY }: MouseEvent,
): { point: Point; away: number } {
  const box = chart.getBoundingClientRect();
  const scale = box.width / chart.viewBox.baseVal.width;
  const found = points.map((point) => {
    const across = number(point, 'x') * scale - (clientX - box.left);
    const down = number(point, 'y') * scale - (clientY - box.top);
    return { point, away: Math.hypot(across, down), weight: Math.hypot(across, down / 4) };
  });
  return found.reduce((best, one) => (one.weight < best.weight ? one : best));
}

/** Where a key leads: along the line, to its ends, or to the nearest day of the line above or below. */
function reached(points: readonly Point[], from: Point, key: string): Point | null {
  const line = points.filter(({ dataset }) => dataset['line'] === from.dataset['line']);
  const at = line.indexOf(from);
  const places: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: line.length - 1,
  };
  if (key in places) return line[places[key] ?? -1] ?? from;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const others = points
    .filter((point) => !line.includes(point))
    .filter((point) => number(point, 'y') < number(from, 'y') === (key === 'ArrowUp'))
    .sort((a, b) => apart(a, from) - apart(b, from));
  return others[0] ?? from;
}

function apart(one: Point, other: Point): number {
  const across = number(one, 'x') - number(other, 'x');
  return Math.hypot(across * 4, number(one, 'y') - number(other, 'y'));
}
