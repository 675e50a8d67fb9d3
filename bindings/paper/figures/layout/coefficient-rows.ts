/** The rows of a figure of coefficients, drawn: labels, intervals and points of each model. */
import { axisOf, rowsAxis } from './axis.js';
import {
  across,
  bars,
  type Datum,
  finite,
  labels,
  type Layer,
  points,
  type Scales,
} from './marks.js';
import { textWidth, wrapped } from './text.js';
import { grey, LINE, seriesOf } from './theme.js';
import { AXIS_HEIGHT } from './view.js';

/** An estimate in its row, counted from the top. */
export interface Mark {
  readonly row: number;
  readonly model: number;
  readonly name: string;
  readonly estimate: number;
  readonly intervals: readonly (readonly [number, number] | null)[];
  /** The sup-t band of a path; absent where the coefficients form none. */
  readonly band?: readonly [number, number] | null;
}

/** A row of the figure: a coefficient, or a model if the figure has one coefficient. */
export interface Rows {
  readonly labels: readonly string[];
  readonly marks: readonly Mark[];
}

/** Room for labels, in pixels. */
const LABEL_WIDTH = 120;
/** Height of a row, and of each model in it. */
const HEIGHT = { row: 15, model: 8 } as const;

export function drawn({ labels: texts, marks }: Rows, nmodels: number, nlevels: number) {
  const lines = texts.map((text) => wrapped(text, LABEL_WIDTH, 3));
  const tallest = Math.max(...lines.map(({ length }) => length));
  const height = Math.max(HEIGHT.row, nmodels * HEIGHT.model + 4, tallest * LINE + 2);
  const ends = marks.flatMap(({ estimate, intervals, band }) => [
    estimate,
    ...[...intervals, band].flatMap((one) => one ?? []),
  ]);
  const scales: Scales = {
    x: axisOf(ends, { title: null, zero: 'near' }),
    y: rowsAxis(texts.length),
  };
  const widest = Math.max(...lines.flat().map((text) => textWidth(text)));
  const labelled = lines.map((parts, row) => ({ y: row, lines: parts }));
  const [low, high] = scales.x.domain;
  return {
    left: widest + 12,
    height: height * texts.length,
    bottom: AXIS_HEIGHT.ticks,
    layers: [
      ...(low <= 0 && high >= 0 ? [across('x', 0, scales.x, { color: grey })] : []),
      ...labels(labelled, scales.y),
      ...Array.from({ length: nmodels }, (_, model) =>
        modelLayers(
          marks.filter((mark) => nmodels === 1 || mark.model === model),
          scales,
          {
            model,
            nmodels,
            nlevels,
          },
        ),
      ).flat(),
    ],
  };
}

interface Place {
  readonly model: number;
  readonly nmodels: number;
  readonly nlevels: number;
}

function modelLayers(
  marks: readonly Mark[],
  scales: Scales,
  { model, nmodels, nlevels }: Place,
): Layer[] {
  const { colour, shape } = seriesOf(model);
  const shift = nmodels === 1 ? 0 : ((model + 0.5) / nmodels - 0.5) * 0.74;
  const shifted = marks.map((mark) => ({ ...mark, y: mark.row + shift }));
  const lines = Array.from({ length: nlevels }, (_, level) => nlevels - 1 - level).map((level) => {
    const values = shifted.map(({ y, intervals }): Datum => {
      const ends = intervals[level] ?? null;
      return { y, low: ends && ends[0], high: ends && ends[1] };
    });
    return bars(values, scales, { colour, width: level === nlevels - 1 ? 1 : 3 });
  });
  const bands = shifted.flatMap(({ y, band }): Datum[] =>
    band ? [{ y, low: band[0], high: band[1] }] : [],
  );
  const dashed =
    bands.length === 0 ? [] : [bars(bands, scales, { colour, width: 1, dash: [2, 2] })];
  const dots = shifted.map(({ y, estimate }): Datum => ({ x: finite(estimate), y }));
  return [...dashed, ...lines, points(dots, scales, { colour, shape }, nmodels > 4 ? 18 : 28)];
}
