/** The p-value of every hypothesised value of a coefficient. */
import { type LocalOptions } from '../../../core/jobs/run-options.js';
import { described } from '../description.js';
import { type Engine } from '../../../core/engine/engine.js';
import { criticalValue, twoSided } from '../../../core/numerics/inference.js';
import type { FitResult } from '../../../results/fit.js';
import { errorFormat, percent } from '../../../words/text/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { referenceOf, requireError } from '../intervals.js';
import { axisOf, axisWidth, on, unitAxis } from '../layout/axis.js';
import { across, bars, layer, type Layer, line, type Scales } from '../layout/marks.js';
import { grey, ink, pale, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import {
  checkedFit,
  checkDrawnOptions,
  computed,
  coefficientOf,
  levelsSchema,
  ofSchema,
} from '../options.js';

export interface ConfidenceOptions extends FigureOptions, LocalOptions {
  /** The coefficient; by default the first regressor. */
  readonly of?: string | undefined;
  /** Levels whose intervals are marked; by default 0.5, 0.9 and that of the model. */
  readonly levels?: readonly number[] | undefined;
}

const schemas = { of: ofSchema, levels: levelsSchema };

/** Values at which the curve is computed, to each side of the estimate. */
const STEPS = 60;
/** The curve ends where its p-value is below this. */
const SMALLEST = 0.002;
const HEIGHT = 160;

/**
 * The confidence curve (Birnbaum 1961): its width at height p is the interval of level 1 - p.
 *
 * @throws InputError `bad-value`, `bad-result`, `unknown-coefficient`, `no-interval` without a standard error
 */
export async function confidenceFigure(
  fit: FitResult,
  options: ConfidenceOptions = {},
): Promise<Figure> {
  options = checkDrawnOptions(options, schemas);
  checkedFit(fit);
  return computed(options, (engine) => figureOf(engine, fit, options));
}

interface Interval {
  readonly level: number;
  readonly low: number;
  readonly high: number;
  readonly y: number;
}

function figureOf(engine: Engine, fit: FitResult, options: ConfidenceOptions): Figure {
  const names = namesOf(options, [fit.labels]);
  const { words } = names;
  const name = coefficientOf(fit, options.of);
  const [estimate, error] = requireError(fit, name);
  const reference = referenceOf(fit);
  const given = options.levels ?? [];
  const levels = [...new Set(given.length > 0 ? given : [0.5, 0.9, fit.level])].sort(
    (a, b) => a - b,
  );
  const reach = Math.max(
    criticalValue(engine, 1 - SMALLEST, reference),
    1.05 * criticalValue(engine, levels.at(-1)!, reference),
  );
  const curve = Array.from({ length: 2 * STEPS + 1 }, (_, i) => {
    const z = (reach * (i - STEPS)) / STEPS;
    return { x: estimate + z * error, y: twoSided(engine, z, reference) };
  });
  const intervals = levels.map((level): Interval => {
    const half = criticalValue(engine, level, reference) * error;
    return { level, low: estimate - half, high: estimate + half, y: 1 - level };
  });
  const title = options.title ?? words.confidence.title(names.term(name), names.column(fit.depvar));
  const shown = errorFormat([estimate, error])(estimate);
  const description = described(title, `${words.estimate}: ${shown}`);
  const scales: Scales = {
    x: axisOf(
      curve.map(({ x }) => x),
      { title: words.confidence.value(names.term(name)), zero: 'near' },
    ),
    y: unitAxis(words.confidence.pValue),
  };
  return {
    kind: 'confidence',
    title,
    description,
    spec: specOf({
      title,
      description,
      left: axisWidth(scales.y) + 4,
      right: 36,
      height: HEIGHT,
      bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
      layers: layersOf(curve, intervals, scales),
    }),
    table: numbersTable(
      title,
      ['', words.bootstrap.from, words.bootstrap.to],
      [
        { label: words.estimate, cells: [estimate, estimate] },
        ...intervals.map(({ level, low, high }) => ({
          label: words.interval(percent(level)),
          cells: [low, high],
        })),
      ],
    ),
    warnings: fit.warnings,
  };
}

function layersOf(
  curve: readonly { readonly x: number; readonly y: number }[],
  intervals: readonly Interval[],
  scales: Scales,
): Layer[] {
  const { x, y } = scales;
  const [low, high] = x.domain;
  // Lines of levels near 1 are close together, so neighbouring labels are on different sides.
  const words = [true, false].map((toRight) => {
    const side = toRight ? { align: 'left', dx: 5 } : { align: 'right', dx: -5 };
    const values = intervals
      .filter((_, i) => (i % 2 === 0) === toRight)
      .map((interval) => ({
        at: toRight ? interval.high : interval.low,
        y: interval.y,
        label: percent(interval.level),
      }));
    return layer(
      values,
      { type: 'text', baseline: 'middle', dy: -3, ...side },
      { x: on('at', x), y: on('y', y), text: { field: 'label' } },
    );
  });
  return [
    layer(
      curve,
      { type: 'area', color: pale, opacity: 0.45 },
      { x: on('x', x), y: on('y', y), y2: { datum: 0 } },
    ),
    ...(low <= 0 && high >= 0 ? [across('x', 0, x, { color: grey })] : []),
    bars(
      intervals.map((interval) => ({ low: interval.low, high: interval.high, y: interval.y })),
      scales,
      { colour: ink, width: 1 },
    ),
    line(curve, scales, { color: seriesOf(0).colour, strokeWidth: 1.8 }),
    ...words,
  ];
}
