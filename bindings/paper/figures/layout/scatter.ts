/** Many points: drawn one by one or, where they would overlap, as the number of points per cell. */
import { on } from './axis.js';
import { type Datum, layer, type Layer, type Scales } from './marks.js';
import { seriesOf } from './theme.js';

/** Maximum number of points drawn one by one. */
const MOST_POINTS = 2000;
/** Cells across and down. */
const CELLS = { x: 48, y: 34 } as const;

export interface Scatter {
  readonly layers: readonly Layer[];
  /** The number of points in the fullest cell; absent if points are drawn. */
  readonly fullest?: number;
}

export function scatter(x: Float64Array, y: Float64Array, scales: Scales): Scatter {
  const { colour } = seriesOf(0);
  const encoding = { x: on('x', scales.x), y: on('y', scales.y) };
  if (x.length <= MOST_POINTS) {
    const values = Array.from(x, (value, i): Datum => ({ x: value, y: y[i]! }));
    const look = {
      type: 'point',
      filled: true,
      color: colour,
      size: 9,
      opacity: x.length > 300 ? 0.45 : 0.7,
    };
    return { layers: [layer(values, look, encoding)] };
  }
  const counts = new Int32Array(CELLS.x * CELLS.y);
  const placeOf = (value: number, [low, high]: readonly [number, number], n: number) =>
    Math.min(Math.floor((n * (value - low)) / (high - low)), n - 1);
  for (let i = 0; i < x.length; i++) {
    const row = placeOf(y[i]!, scales.y.domain, CELLS.y);
    counts[row * CELLS.x + placeOf(x[i]!, scales.x.domain, CELLS.x)]!++;
  }
  const fullest = Math.max(...counts);
  const edge = ([low, high]: readonly [number, number], i: number, n: number) =>
    low + ((high - low) * i) / n;
  const values = Array.from(counts).flatMap((count, cell): Datum[] => {
    if (count === 0) return [];
    const [row, column] = [Math.floor(cell / CELLS.x), cell % CELLS.x];
    return [
      {
        x: edge(scales.x.domain, column, CELLS.x),
        right: edge(scales.x.domain, column + 1, CELLS.x),
        y: edge(scales.y.domain, row, CELLS.y),
        top: edge(scales.y.domain, row + 1, CELLS.y),
        count,
      },
    ];
  });
  const shade = {
    field: 'count',
    type: 'quantitative',
    scale: { type: 'sqrt', domain: [0, fullest], range: ['#e3eef6', '#08306b'] },
    legend: null,
  };
  const cells = layer(
    values,
    { type: 'rect', strokeWidth: 0 },
    { ...encoding, x2: { field: 'right' }, y2: { field: 'top' }, color: shade },
  );
  return { layers: [cells], fullest };
}
