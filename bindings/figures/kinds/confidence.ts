/** The p-value of every hypothesised value of a coefficient. */
import { type Engine, loadEngine } from '../../core/engine.js';
import { InputError } from '../../core/errors.js';
import { criticalValue, twoSided } from '../../numerics/inference.js';
import type { FitResult } from '../../results/fit.js';
import { readable } from '../../results/read.js';
import { errorFormat, percent } from '../../tables/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { referenceOf } from '../intervals.js';
import { axisOf, axisWidth, on, unitAxis } from '../layout/axis.js';
import { across, layer, line, type Scales } from '../layout/marks.js';
import { grey, ink, pale, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkedFit, checkFigureOptions, coefficientOf, levelsSchema, ofSchema } from '../options.js';

export interface ConfidenceOptions extends FigureOptions {
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
  checkFigureOptions(options, schemas);
  checkedFit(fit);
  const engine = await loadEngine();
  return readable(() => figureOf(engine, fit, options));
}

/** An estimate with a standard error to draw a curve from. */
export function requireError(fit: FitResult, name: string): readonly [estimate: number, error: number] {
  const [estimate, error] = [fit.params[name]!, fit.stdErrors[name] ?? NaN];
  if (Number.isFinite(estimate) && error > 0 && error < Infinity) return [estimate, error];
  const message = `figure: expected a coefficient with a standard error, found ${name} without one; choose another coefficient`;
  throw new InputError('no-interval', message, { coefficient: name });
}

function figureOf(engine: Engine, fit: FitResult, options: ConfidenceOptions): Figure {
  const names = namesOf(options, [fit.labels]);
  const { words } = names;
  const name = coefficientOf(fit, options.of);
  const [estimate, error] = requireError(fit, name);
  const reference = referenceOf(fit);
  const given = options.levels ?? [];
  const levels = [...new Set(given.length > 0 ? given : [0.5, 0.9, fit.level])].sort((a, b) => a - b);
  const reach = Math.max(
    criticalValue(engine, 1 - SMALLEST, reference),
    1.05 * criticalValue(engine, levels.at(-1)!, reference),
  );
  const curve = Array.from({ length: 2 * STEPS + 1 }, (_, i) => {
    const z = (reach * (i - STEPS)) / STEPS;
    return { x: estimate + z * error, y: twoSided(engine, z, reference) };
  });
  const intervals = levels.map((level) => {
    const half = criticalValue(engine, level, reference) * error;
    return { level, low: estimate - half, high: estimate + half, y: 1 - level };
  });
  const title = options.title ?? words.confidence.title(names.term(name), names.column(fit.depvar));
  const format = errorFormat([estimate, error]);
  const description = `${title}. ${words.estimate}: ${format(estimate)}.`;
  const scales: Scales = {
    x: axisOf(
      curve.map(({ x }) => x),
      { title: words.confidence.value(names.term(name)), zero: 'near' },
    ),
    y: unitAxis(words.confidence.pValue),
  };
  const [low, high] = scales.x.domain;
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
      layers: [
        layer(
          curve,
          { type: 'area', color: pale, opacity: 0.45 },
          { x: on('x', scales.x), y: on('y', scales.y), y2: { datum: 0 } },
        ),
        ...(low <= 0 && high >= 0 ? [across('x', 0, scales.x, { color: grey })] : []),
        layer(
          intervals.map(({ low: from, high: to, y }) => ({ from, to, y })),
          { type: 'rule', color: ink, strokeWidth: 1 },
          { x: on('from', scales.x), x2: { field: 'to' }, y: on('y', scales.y) },
        ),
        line(curve, scales, { color: seriesOf(0).colour, strokeWidth: 1.8 }),
        // Levels near 1 have lines close to each other, so that neighbours have their words on different sides.
        ...[true, false].map((toRight) =>
          layer(
            intervals.flatMap(({ level, low: from, high: to, y }, i) =>
              (i % 2 === 0) === toRight
                ? [{ at: toRight ? to : from, y, label: percent(level) }]
                : [],
            ),
            { type: 'text', align: toRight ? 'left' : 'right', baseline: 'middle', dx: toRight ? 5 : -5, dy: -3 },
            { x: on('at', scales.x), y: on('y', scales.y), text: { field: 'label' } },
          ),
        ),
      ],
    }),
    table: numbersTable(
      title,
      ['', words.bootstrap.from, words.bootstrap.to],
      [
        { label: words.estimate, cells: [estimate, estimate] },
        ...intervals.map(({ level, low: from, high: to }) => ({
          label: words.interval(percent(level)),
          cells: [from, to],
        })),
      ],
    ),
    warnings: [],
  };
}
