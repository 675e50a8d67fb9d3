/** The power of the test that a coefficient is 0, by its true value. */
import { type LocalOptions } from '../../../core/jobs/run-options.js';
import { described } from '../description.js';
import { between, level as levelOption } from '../../../core/arguments/arguments.js';
import { type Engine } from '../../../core/engine/engine.js';
import { criticalValue, type Reference } from '../../../core/numerics/inference.js';
import { noncentralFSf } from '../../../core/numerics/noncentral.js';
import { bracketedRoot } from '../../../core/numerics/root.js';
import type { FitResult } from '../../../results/fit.js';
import { errorFormat, percent } from '../../../words/text/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { referenceOf, requireError } from '../intervals.js';
import { axisOf, axisWidth, unitAxis } from '../layout/axis.js';
import { across, type Layer, line, points, type Scales, whiskers } from '../layout/marks.js';
import { grey, ink, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkedFit, checkDrawnOptions, computed, coefficientOf, ofSchema } from '../options.js';

export interface PowerFigureOptions extends FigureOptions, LocalOptions {
  /** The coefficient; by default the first regressor. */
  readonly of?: string | undefined;
  /** 1 minus the size of the test; default that of the model. */
  readonly level?: number | undefined;
  /** The power whose effect size is marked; default 0.8. */
  readonly power?: number | undefined;
}

const schemas = { of: ofSchema, level: levelOption, power: between(0, 1) };

/** Number of effects on each side of 0 at which power is computed, and the largest in standard errors. */
const STEPS = 50;
const FARTHEST = 5;
const HEIGHT = 160;

/**
 * Power against the true coefficient, with the smallest effect that is detected with the requested power. The standard
 * error of the fit is taken as known.
 *
 * @throws InputError `bad-value`, `bad-result`, `unknown-coefficient`, `no-interval` without a standard error
 */
export async function powerFigure(
  fit: FitResult,
  options: PowerFigureOptions = {},
): Promise<Figure> {
  options = checkDrawnOptions(options, schemas);
  checkedFit(fit);
  return computed(options, (engine) => figureOf(engine, fit, options));
}

/** Power of the two-sided test at this effect, given in standard errors. */
function powerAt(
  engine: Engine,
  effect: number,
  critical: number,
  { statistic, df }: Reference,
): number {
  const { normal_sf } = engine.exports;
  if (statistic === 'z') return normal_sf(critical - effect) + normal_sf(critical + effect);
  return noncentralFSf(engine, critical * critical, df, effect * effect);
}

/** The right half of the curve, and the smallest effect that is detected with the requested power. */
function curveOf(engine: Engine, fit: FitResult, level: number, wanted: number) {
  const reference = referenceOf(fit);
  const critical = criticalValue(engine, level, reference);
  const power = (effect: number) => powerAt(engine, effect, critical, reference);
  let far = FARTHEST;
  while (power(far) < wanted) far *= 2;
  const detectable =
    wanted <= 1 - level ? 0 : bracketedRoot((z) => power(z) - wanted, 0, far, 1e-12);
  const half = Array.from({ length: STEPS + 1 }, (_, i) => (far * i) / STEPS).map((z) => ({
    z,
    power: power(z),
  }));
  return { detectable, half };
}

function figureOf(engine: Engine, fit: FitResult, options: PowerFigureOptions): Figure {
  const { level = fit.level, power: wanted = 0.8 } = options;
  const names = namesOf(options, [fit.labels]);
  const { words } = names;
  const name = coefficientOf(fit, options.of);
  const [estimate, error] = requireError(fit, name);
  const { detectable, half } = curveOf(engine, fit, level, wanted);
  const format = errorFormat([estimate, error]);
  const title = options.title ?? words.power.title(names.term(name), names.column(fit.depvar));
  const smallest = format(detectable * error);
  const subtitle = [
    words.power.subtitle(percent(1 - level), format(error)),
    words.power.detectable(percent(wanted), `±${smallest}`),
  ].join(' ');
  const description = described(title, subtitle);
  const effect = words.power.effect(names.term(name));
  const scales: Scales = {
    x: axisOf(
      half.flatMap(({ z }) => [-z * error, z * error]),
      { title: effect },
    ),
    y: unitAxis(words.power.power),
  };
  const right = half.map(({ z, power }) => ({ x: z * error, y: power }));
  return {
    kind: 'power',
    title,
    description,
    spec: specOf({
      title,
      subtitle,
      description,
      left: axisWidth(scales.y) + 4,
      height: HEIGHT,
      bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
      notes: [words.power.note],
      layers: layersOf(right, { size: 1 - level, wanted, smallest: detectable * error }, scales),
    }),
    table: numbersTable(
      title,
      [effect, words.power.power],
      [
        ...right
          .filter((_, i) => i % 5 === 0)
          .map(({ x, y }) => ({ label: format(x), cells: [y] })),
        { label: smallest, cells: [wanted] },
      ],
      [words.power.note],
    ),
    warnings: fit.warnings,
  };
}

interface Marked {
  readonly size: number;
  readonly wanted: number;
  readonly smallest: number;
}

function layersOf(
  right: readonly { readonly x: number; readonly y: number }[],
  { size, wanted, smallest }: Marked,
  scales: Scales,
): Layer[] {
  const left = right.slice(1).map(({ x, y }) => ({ x: -x, y }));
  const dashed = { color: grey, strokeDash: [3, 3] };
  const marked = [-smallest, smallest];
  const { colour, shape } = seriesOf(1);
  return [
    across('y', wanted, scales.y, dashed),
    across('y', size, scales.y, dashed),
    line([...left.reverse(), ...right], scales, { color: seriesOf(0).colour, strokeWidth: 1.8 }),
    whiskers(
      marked.map((x) => ({ x, low: 0, high: wanted })),
      scales,
      { colour: ink, width: 0.8 },
    ),
    points(
      marked.map((x) => ({ x, y: wanted })),
      scales,
      { colour, shape },
    ),
  ];
}
