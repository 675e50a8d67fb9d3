/** Layers of marks. Names enter a figure only as data, in fields with fixed names, so none is read as an expression. */
import { on, type Axis } from './axis.js';
import { ink, LINE, type Series } from './theme.js';

/** A datum: finite numbers, texts, and null for missing values. */
export type Datum = Readonly<Record<string, number | string | null>>;

export interface Layer {
  readonly data: { readonly values: readonly Datum[] };
  readonly mark: Readonly<Record<string, unknown>>;
  readonly encoding: Readonly<Record<string, unknown>>;
}

export interface Scales {
  readonly x: Axis;
  readonly y: Axis;
}

/** Turns infinite numbers into null, because JSON and Vega have none. */
export function finite(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value;
}

export function layer(values: readonly Datum[], mark: object, encoding: object): Layer {
  return { data: { values }, mark: { clip: false, ...mark }, encoding: { ...encoding } };
}

/** Points of a series at the fields x and y. */
export function points(
  values: readonly Datum[],
  { x, y }: Scales,
  { colour, shape }: Pick<Series, 'colour' | 'shape'>,
  size = 28,
): Layer {
  const look = {
    type: 'point',
    filled: true,
    fill: colour,
    shape,
    size,
    opacity: 1,
    stroke: '#ffffff',
    strokeWidth: 0.7,
  };
  return layer(values, look, { x: on('x', x), y: on('y', y) });
}

/** Horizontal lines from the fields low to high. */
export function bars(
  values: readonly Datum[],
  { x, y }: Scales,
  {
    colour,
    width,
    dash,
  }: { readonly colour: string; readonly width: number; readonly dash?: readonly number[] },
): Layer {
  const drawn = values.filter(({ low, high }) => low !== null && high !== null);
  const dashed = dash === undefined ? {} : { strokeDash: dash };
  const look = { type: 'rule', color: colour, strokeWidth: width, ...dashed };
  return layer(drawn, look, { x: on('low', x), x2: { field: 'high' }, y: on('y', y) });
}

/** Vertical lines from the fields low to high. */
export function whiskers(
  values: readonly Datum[],
  { x, y }: Scales,
  { colour, width }: { readonly colour: string; readonly width: number },
): Layer {
  const drawn = values.filter(({ low, high }) => low !== null && high !== null);
  const look = { type: 'rule', color: colour, strokeWidth: width };
  return layer(drawn, look, { x: on('x', x), y: on('low', y), y2: { field: 'high' } });
}

/** A line through the data in their order. */
export function line(
  values: readonly Datum[],
  { x, y }: Scales,
  look: {
    readonly color: string;
    readonly strokeDash?: readonly number[];
    readonly strokeWidth?: number;
  },
): Layer {
  const mark = { type: 'line', interpolate: 'linear', strokeWidth: 1.5, ...look };
  return layer(values, mark, {
    x: on('x', x),
    y: on('y', y),
    order: { field: 'x', type: 'quantitative' },
  });
}

/** A rule across the whole figure at a value of one scale. */
export function across(
  channel: 'x' | 'y',
  value: number,
  axis: Axis,
  look: { readonly color?: string; readonly strokeDash?: readonly number[] } = {},
): Layer {
  const mark = { type: 'rule', color: ink, strokeWidth: 0.8, ...look };
  return layer([{ at: value }], mark, { [channel]: on('at', axis) });
}

/** Texts to the left of the figure; each has one or more lines, centred at its position. */
export function labels(
  texts: readonly { readonly y: number; readonly lines: readonly string[] }[],
  y: Axis,
  x = -6,
): Layer[] {
  const counts = [...new Set(texts.map(({ lines }) => lines.length))];
  return counts.map((count) => {
    const values = texts
      .filter(({ lines }) => lines.length === count)
      .map((text) => ({ y: text.y, label: text.lines.join('\n') }));
    const dy = (-(count - 1) * LINE) / 2;
    const mark = {
      type: 'text',
      align: 'right',
      baseline: 'middle',
      lineBreak: '\n',
      lineHeight: LINE,
      dy,
    };
    return layer(values, mark, { x: { value: x }, y: on('y', y), text: { field: 'label' } });
  });
}
