/** Coefficients that form a path: the levels of a factor such as `i(rel, ref=-1)`, or the lags of a regressor. */
import { type LocalOptions } from '../../../core/jobs/run-options.js';
import { described } from '../description.js';
import * as v from 'valibot';
import { level as levelOption } from '../../../core/arguments/arguments.js';
import { type Engine } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { contextOf } from '../../../models/context.js';
import type { Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import { count } from '../../../words/text/counts.js';
import { percent } from '../../../words/text/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { BAND_DRAWS, bandCritical, estimatedOf } from '../intervals.js';
import { type Axis, axisOf, axisWidth, on } from '../layout/axis.js';
import * as mark from '../layout/marks.js';
import { grey, pale, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { type Names, namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkedFit, checkDrawnOptions, computed, matching, namesSchema } from '../options.js';
import { placeOf, placesOf } from '../path.js';
import { paperWarnings } from '../../../words/en/warnings/papers.js';
import { warning } from '../../../words/warning.js';
import { noPath } from '../../../words/errors/paper/figures.js';
import { expects } from '../../../words/expects.js';
import { aNumber } from '../../../words/expectations/values.js';

export interface EventOptions extends FigureOptions, LocalOptions {
  /** The coefficients, as names or patterns between slashes; by default the levels of the first factor of numbers. */
  readonly of?: readonly string[] | undefined;
  /** The reference level of the others; by default the one in the formula. */
  readonly reference?: number | undefined;
  /** Level of the intervals; default that of the fit. */
  readonly level?: number | undefined;
}

const schemas = { of: namesSchema, reference: v.number(expects(aNumber())), level: levelOption };

interface Step {
  readonly name: string;
  readonly x: number;
  readonly estimate: number;
  readonly interval: readonly [number, number] | null;
  readonly band: readonly [number, number] | null;
}

const HEIGHT = 170;

/**
 * The path of coefficients with intervals for each one and a band for all of them.
 *
 * @throws InputError `bad-value`, `bad-result`, `unknown-coefficient`, `no-path` for coefficients without a number each
 */
export async function eventFigure(fit: FitResult, options: EventOptions = {}): Promise<Figure> {
  options = checkDrawnOptions(options, schemas);
  checkedFit(fit);
  return computed(options, (engine) => figureOf(engine, fit, options));
}

function figureOf(engine: Engine, fit: FitResult, options: EventOptions): Figure {
  const { of, level = fit.level } = options;
  const names = namesOf(options, [fit.labels]);
  const { words } = names;
  const path = pathOf(fit, of);
  const critical = bandCritical(engine, fit, path.names, level);
  const steps = path.names.map((name, i): Step => {
    const { estimate, stdError, intervals } = estimatedOf(engine, fit, name, [level])!;
    const reach = critical === null ? NaN : critical * stdError;
    const band = Number.isFinite(reach) ? ([estimate - reach, estimate + reach] as const) : null;
    return { name, x: path.numbers[i]!, estimate, interval: intervals[0]!, band };
  });
  const reference = options.reference ?? referenceOf(fit, path);
  const text = percent(level);
  const title = options.title ?? words.event.title(names.column(fit.depvar));
  const hasBand = steps.some(({ band }) => band !== null);
  const notes = hasBand ? [words.bandNote(count(BAND_DRAWS))] : [];
  const description = described(title, words.interval(text), ...notes);
  return {
    kind: 'event',
    title,
    description,
    spec: specOf({
      title,
      description,
      keys: keysOf(
        words.interval(text),
        hasBand ? words.band(text) : undefined,
        reference === undefined ? undefined : words.event.reference,
      ),
      notes,
      ...drawn(steps, reference, words.event.axis(names.column(path.of))),
    }),
    table: numbersTable(
      title,
      [
        words.coefficient,
        words.estimate,
        words.low(text),
        words.high(text),
        ...(hasBand ? [`${words.band(text)}: ${words.bootstrap.from}`, words.bootstrap.to] : []),
      ],
      steps.map(({ name, estimate, interval, band }) => ({
        label: names.term(name),
        cells: [
          estimate,
          ...(interval ?? [null, null]),
          ...(hasBand ? (band ?? [null, null]) : []),
        ],
      })),
      notes,
    ),
    warnings: [...fit.warnings, ...warningsOf(steps, hasBand, names)],
  };
}

interface Path {
  /** The column that the numbers belong to. */
  readonly of: string;
  readonly names: readonly string[];
  readonly numbers: readonly number[];
}

function pathOf(fit: FitResult, of: readonly string[] | undefined): Path {
  const all = Object.keys(fit.params).filter((name) => Number.isFinite(fit.params[name]));
  const chosen = of === undefined || of.length === 0 ? firstPath(all) : matching(of, all);
  const path = placesOf(chosen);
  if (path === undefined) {
    throw new InputError(noPath({ path: 'of', found: chosen }), { of: 'figure', key: 'of' });
  }
  const sorted = chosen
    .map((name, i) => ({ name, number: path.numbers[i]! }))
    .sort((a, b) => a.number - b.number);
  return {
    of: path.of,
    names: sorted.map(({ name }) => name),
    numbers: sorted.map(({ number }) => number),
  };
}

/** The coefficients of the factor of numbers that comes first and has two levels or more. */
function firstPath(names: readonly string[]): string[] {
  const levels = names.filter((name) => name.includes('=') && placeOf(name) !== undefined);
  const columns = [...new Set(levels.map((name) => placeOf(name)!.of))];
  const members = columns.map((column) => levels.filter((name) => placeOf(name)!.of === column));
  return members.find(({ length }) => length > 1) ?? [];
}

/** The reference level in the formula; for a saved result, the single whole number missing between the others. */
function referenceOf(fit: FitResult, { of, numbers }: Path): number | undefined {
  const formula = String(
    (contextOf(fit)?.model as { formula?: unknown } | undefined)?.formula ?? '',
  );
  for (const [, column, level] of formula.matchAll(
    /\bi\(\s*`?([^,`)]+?)`?\s*,\s*ref\s*=\s*(-?[\d.]+)\s*\)/g,
  )) {
    const number = Number(level);
    if (column === of && Number.isFinite(number) && !numbers.includes(number)) return number;
  }
  if (!numbers.every(Number.isInteger)) return undefined;
  const gaps = numbers
    .slice(1)
    .flatMap((number, i) => (number - numbers[i]! === 2 ? [number - 1] : []));
  return gaps.length === 1 ? gaps[0] : undefined;
}

function keysOf(interval: string, band: string | undefined, reference: string | undefined) {
  const { colour, shape } = seriesOf(0);
  return [
    { label: interval, colour, shape },
    ...(band === undefined ? [] : [{ label: band, colour: pale, width: 7 }]),
    ...(reference === undefined
      ? []
      : [{ label: reference, colour: grey, shape: 'circle', filled: false }]),
  ];
}

function drawn(steps: readonly Step[], reference: number | undefined, axis: string) {
  const { colour, shape } = seriesOf(0);
  const ends = steps.flatMap(({ estimate, interval, band }) => [
    estimate,
    ...(interval ?? []),
    ...(band ?? []),
  ]);
  const xs = [...steps.map(({ x }) => x), ...(reference === undefined ? [] : [reference])];
  const scales: mark.Scales = {
    x: periodAxis(xs, axis),
    y: axisOf(ends, { title: null, zero: 'always' }),
  };
  const dots = steps.map(({ x, estimate }): mark.Datum => ({ x, y: estimate }));
  const whole = [...dots, ...(reference === undefined ? [] : [{ x: reference, y: 0 }])].sort(
    (a, b) => Number(a['x']) - Number(b['x']),
  );
  return {
    left: axisWidth(scales.y) + 4,
    height: HEIGHT,
    bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
    layers: [
      ribbon(steps, reference, scales),
      mark.across('y', 0, scales.y, { color: grey }),
      ...(reference === undefined
        ? []
        : [mark.across('x', reference, scales.x, { color: grey, strokeDash: [3, 3] })]),
      mark.line(whole, scales, { color: colour, strokeWidth: 0.8 }),
      mark.whiskers(
        steps.map(({ x, interval }) => ({
          x,
          low: interval && interval[0],
          high: interval && interval[1],
        })),
        scales,
        { colour, width: 1.3 },
      ),
      mark.points(dots, scales, { colour, shape }),
      ...(reference === undefined
        ? []
        : [
            mark.layer(
              [{ x: reference, y: 0 }],
              {
                type: 'point',
                filled: true,
                fill: '#ffffff',
                stroke: grey,
                shape: 'circle',
                size: 28,
                opacity: 1,
              },
              { x: on('x', scales.x), y: on('y', scales.y) },
            ),
          ]),
    ],
  };
}

/** Ticks at whole numbers where all periods are whole. */
function periodAxis(xs: readonly number[], title: string): Axis {
  const axis = axisOf(xs, { title, grid: false });
  if (!xs.every(Number.isInteger)) return axis;
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const room = 0.03 * (high - low) + 0.2;
  return { ...axis, domain: [low - room, high + room], ticks: axis.ticks.filter(Number.isInteger) };
}

/** The band of all coefficients, with no width at the reference. */
function ribbon(
  steps: readonly Step[],
  reference: number | undefined,
  { x, y }: mark.Scales,
): mark.Layer {
  const values: mark.Datum[] = steps.flatMap((step) =>
    step.band === null ? [] : [{ x: step.x, low: step.band[0], high: step.band[1] }],
  );
  if (reference !== undefined && values.length > 0) values.push({ x: reference, low: 0, high: 0 });
  return mark.layer(
    values.sort((a, b) => Number(a['x']) - Number(b['x'])),
    { type: 'area', color: pale, opacity: 0.75, interpolate: 'linear' },
    { x: on('x', x), y: on('low', y), y2: { field: 'high' } },
  );
}

function warningsOf(steps: readonly Step[], hasBand: boolean, { term }: Names): Warning[] {
  const without = steps.filter(({ interval }) => interval === null).map(({ name }) => term(name));
  return [
    ...(without.length === 0
      ? []
      : [warning(paperWarnings, 'no-interval', { terms: without, of: 'steps' })]),
    ...(hasBand ? [] : [warning(paperWarnings, 'no-band', {})]),
  ];
}
