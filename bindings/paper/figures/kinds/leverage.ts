/** Leverage, standardized residuals and Cook's distances of a regression. */
import { type LocalOptions } from '../../../core/jobs/run-options.js';
import { described } from '../description.js';
import { InputError } from '../../../core/errors/errors.js';
import { requireContext } from '../../../models/context.js';
import { linearOf } from '../../../models/fitted-model.js';
import { estimatorNames, has } from '../../../models/registry.js';
import type { Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import { short } from '../../../words/text/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { type Axis, axisOf, axisWidth, on } from '../layout/axis.js';
import { across, finite, layer, points, type Scales } from '../layout/marks.js';
import { scatter } from '../layout/scatter.js';
import { grey, ink, seriesOf, TYPE } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkedFit, checkDrawnOptions, computed } from '../options.js';
import { fittedRows } from '../rows.js';
import { paperWarnings } from '../../../words/en/warnings/papers.js';
import { warning } from '../../../words/warning.js';
import { absorbedEffects, noLeverages } from '../../../words/errors/paper/figures.js';

const HEIGHT = 170;
/** Rows that are numbered. */
const NAMED = 5;

/** Leverages h, residuals over s sqrt(1 - h), and Cook's distances, by row. */
interface Leverages {
  readonly rowNumbers: readonly number[];
  readonly leverage: Float64Array;
  readonly residual: Float64Array;
  readonly cook: Float64Array;
  /** Twice the mean leverage. */
  readonly bound: number;
}

/**
 * Leverage against standardized residuals of least squares; the rows with the largest Cook's distances are numbered.
 *
 * @throws InputError `bad-value`, `bad-result`, `result-without-data` for a saved result, `not-a-regression` for other
 *   estimators, `absorbed-effects`
 */
export async function leverageFigure(
  fit: FitResult,
  options: FigureOptions & LocalOptions = {},
): Promise<Figure> {
  options = checkDrawnOptions(options);
  checkedFit(fit);
  return computed(options, () => figureOf(fit, leveragesOf(fit), options));
}

/** With weights, h = w x'(X'WX)^-1 x; a row with a frequency weight counts as one of its copies. */
function leveragesOf(fit: FitResult): Leverages {
  const linear = linearOf(requireContext('figure', fit));
  const estimate = linear?.estimate;
  if (estimate?.bread === undefined || !has(fit).leverages) {
    const { estimator } = fit;
    const names = estimatorNames().filter((name) => has({ estimator: name }).leverages);
    throw new InputError(noLeverages({ estimator, estimators: names }), 'figure');
  }
  const { rows: sample, model } = linear!;
  if (sample.absorbed.length > 0) {
    throw new InputError(absorbedEffects(), 'figure');
  }
  const { x, nrows, weights } = sample;
  const { bread, rss, dfResid, residuals } = estimate;
  const k = x.length;
  const weightOf = (i: number) =>
    weights === undefined || model.weights?.type === 'frequency' ? 1 : weights[i]!;
  const s = Math.sqrt(rss / dfResid);
  const leverage = new Float64Array(nrows);
  const residual = new Float64Array(nrows);
  const cook = new Float64Array(nrows);
  for (let i = 0; i < nrows; i++) {
    const weight = weightOf(i);
    const row = x.map((column) => (typeof column === 'number' ? column : column[i]!));
    let h = 0;
    for (let a = 0; a < k; a++)
      for (let b = 0; b < k; b++) h += row[a]! * bread[b * k + a]! * row[b]!;
    h *= weight;
    leverage[i] = h;
    residual[i] = (residuals[i]! * Math.sqrt(weight)) / (s * Math.sqrt(1 - h));
    cook[i] = (residual[i]! ** 2 * h) / (k * (1 - h));
  }
  return {
    rowNumbers: fittedRows(fit).rowNumbers,
    leverage,
    residual,
    cook,
    bound: (2 * k) / nrows,
  };
}

function figureOf(fit: FitResult, leverages: Leverages, options: FigureOptions): Figure {
  const { words, column } = namesOf(options, [fit.labels]);
  const { rowNumbers, leverage, residual, cook, bound } = leverages;
  // With a leverage of one, there is no residual to standardize.
  const drawn = rowNumbers
    .map((_, i) => i)
    .filter((i) => Number.isFinite(residual[i]!) && leverage[i]! < 1 - 1e-10);
  const largest = [...drawn].sort((a, b) => cook[b]! - cook[a]! || a - b).slice(0, NAMED);
  const title = options.title ?? words.leverage.title(column(fit.depvar));
  const subtitle = words.leverage.named(String(largest.length));
  const description = described(title, subtitle);
  const { leverage: x, residual: y } = words.leverage;
  const dashed = { colour: ink, dash: [3, 3], width: 0.8 };
  return {
    kind: 'leverage',
    title,
    description,
    spec: specOf({
      title,
      subtitle,
      description,
      keys: [{ label: words.leverage.high(short(bound, 4)), ...dashed }],
      ...layout(leverages, { drawn, largest, titles: { x, y } }),
    }),
    table: numbersTable(
      title,
      [words.residuals.row, x, y, words.leverage.cook],
      rowNumbers.map((row, i) => ({
        label: String(row),
        cells: [leverage[i]!, residual[i]!, cook[i]!].map(finite),
      })),
    ),
    warnings: [...fit.warnings, ...undrawn(rowNumbers.length - drawn.length)],
  };
}

function undrawn(rows: number): Warning[] {
  if (rows === 0) return [];
  return [warning(paperWarnings, 'leverage-of-one', { rows })];
}

interface Drawn {
  /** Places of the rows that are drawn, and of those that are numbered. */
  readonly drawn: readonly number[];
  readonly largest: readonly number[];
  readonly titles: { readonly x: string; readonly y: string };
}

function layout(
  { rowNumbers, leverage, residual, bound }: Leverages,
  { drawn, largest, titles }: Drawn,
) {
  const xs = Float64Array.from(drawn, (i) => leverage[i]!);
  const ys = Float64Array.from(drawn, (i) => residual[i]!);
  const scales: Scales = {
    x: axisOf([...xs, bound], { title: titles.x, zero: 'always', grid: false }),
    y: axisOf([...ys], { title: titles.y, zero: 'always' }),
  };
  const middle = (scales.x.domain[0] + scales.x.domain[1]) / 2;
  const named = largest.map((i) => ({
    x: leverage[i]!,
    y: residual[i]!,
    label: String(rowNumbers[i]!),
  }));
  const words = spread(named, scales.y);
  const numbered = (toLeft: boolean) =>
    layer(
      words.filter(({ x }) => x > middle === toLeft),
      { type: 'text', align: toLeft ? 'right' : 'left', baseline: 'middle', dx: toLeft ? -6 : 6 },
      {
        x: on('x', scales.x),
        y: { field: 'pixel', type: 'quantitative', scale: null, axis: null },
        text: { field: 'label' },
      },
    );
  return {
    left: axisWidth(scales.y) + 4,
    height: HEIGHT,
    bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
    layers: [
      across('y', 0, scales.y, { color: grey }),
      across('x', bound, scales.x, { strokeDash: [3, 3] }),
      ...scatter(xs, ys, scales).layers,
      points(named, scales, seriesOf(1), 26),
      numbered(false),
      numbered(true),
    ],
  };
}

/** Labels, moved apart vertically so that they can be read; heights are in pixels. */
function spread<Label extends { readonly y: number }>(
  labels: readonly Label[],
  { domain: [low, high] }: Axis,
) {
  let last = -Infinity;
  const downwards = [...labels].sort((a, b) => b.y - a.y);
  const placed = downwards.map((label) => {
    last = Math.max(last + TYPE.text, (HEIGHT * (high - label.y)) / (high - low));
    return { ...label, pixel: last };
  });
  const over = Math.max(0, last - (HEIGHT - TYPE.text));
  return placed.map((label) => ({ ...label, pixel: label.pixel - over }));
}
