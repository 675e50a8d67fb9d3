/** The replicates of a coefficient, with the distribution that its analytic test assumes. */
import { type LocalOptions } from '../../../core/jobs/run-options.js';
import { described } from '../description.js';
import * as v from 'valibot';
import { badArgument } from '../../../core/arguments/arguments.js';
import { type Engine } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import type { Replicates } from '../../../analysis/bootstrap/replicates.js';
import { ReplicateStatus } from '../../../generated/codes.js';
import type { FitResult } from '../../../results/fit.js';
import { count } from '../../../words/text/counts.js';
import { percent } from '../../../words/text/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { type Bins, binsOf, type Interval } from '../bins.js';
import { referenceOf } from '../intervals.js';
import { type Axis, axisOf, on } from '../layout/axis.js';
import { across, layer, type Layer, line, type Scales } from '../layout/marks.js';
import { textWidth, wrapped } from '../layout/text.js';
import { grey, ink, LINE, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { type Names, namesOf } from '../names.js';
import { type NumberRow, numbersTable } from '../numbers.js';
import { checkedFit, checkDrawnOptions, computed, coefficientOf, ofSchema } from '../options.js';
import { noReplicates } from '../../../words/errors/paper/figures.js';
import { bootstrappedResult, someReplicates } from '../../../words/expectations/paper/figures.js';

export interface BootstrapFigureOptions extends FigureOptions, LocalOptions {
  /** The coefficient; by default the first regressor. */
  readonly of?: string | undefined;
}

const HEIGHT = 130;
/** Points of the density. */
const POINTS = 120;

const replicatesSchema = v.looseObject({
  width: v.number(),
  values: v.instance(Float64Array),
  statuses: v.instance(Int32Array),
});

/**
 * The distribution of the replicates of one coefficient as bars, the analytic one as a line, and intervals of both below.
 *
 * @param fit - a result with its bootstrap, as `withBootstrap` makes it
 * @param replicates - those of the run
 * @throws InputError `bad-value`, `bad-result`, `unknown-coefficient`, `no-replicates` for a coefficient that has none
 */
export async function bootstrapFigure(
  fit: FitResult,
  replicates: Replicates,
  options: BootstrapFigureOptions = {},
): Promise<Figure> {
  options = checkDrawnOptions(options, { of: ofSchema });
  checkedFit(fit);
  if (fit.bootstrap === undefined) {
    throw badArgument('figure', 'fit', bootstrappedResult(), fit.kind);
  }
  if (!v.is(replicatesSchema, replicates)) {
    throw badArgument('figure', 'replicates', someReplicates(), replicates);
  }
  return computed(options, (engine) => figureOf(engine, fit, replicates, options));
}

function figureOf(
  engine: Engine,
  fit: FitResult,
  replicates: Replicates,
  options: BootstrapFigureOptions,
): Figure {
  const names = namesOf(options, [fit.labels]);
  const { words } = names;
  const name = coefficientOf(fit, options.of);
  const values = valuesOf(replicates, Object.keys(fit.params).indexOf(name));
  if (values.length === 0) {
    throw new InputError(noReplicates({ coefficient: name }), 'figure');
  }
  const { seed, failed } = fit.bootstrap!;
  const intervals = intervalsOf(fit, name, names);
  const bins = binsOf(values, intervals);
  const title = options.title ?? words.bootstrap.title(names.term(name), names.column(fit.depvar));
  const subtitle = words.bootstrap.subtitle(count(values.length), String(seed), count(failed));
  const description = described(title, subtitle);
  const estimate = fit.params[name]!;
  const error = fit.stdErrors[name] ?? NaN;
  return {
    kind: 'bootstrap',
    title,
    description,
    spec: specOf({
      title,
      subtitle,
      description,
      ...drawn(engine, fit, { estimate, error, bins, intervals }, names),
      notes: bins.outside > 0 ? [words.bootstrap.outside(count(bins.outside))] : [],
    }),
    table: numbersTable(
      title,
      ['', words.bootstrap.from, words.bootstrap.to, words.bootstrap.replicates],
      [
        { label: words.estimate, cells: [estimate, estimate, null] },
        ...intervals.map(({ label, low, high }): NumberRow => ({
          label,
          cells: [low, high, null],
        })),
        ...bins.bars.map(({ from, to, count: n }, i): NumberRow => ({
          label: String(i + 1),
          cells: [from, to, n],
        })),
      ],
      [subtitle],
    ),
    warnings: [...fit.warnings, ...fit.bootstrap!.warnings],
  };
}

/** The replicates that succeeded, in ascending order. */
function valuesOf({ width, values, statuses }: Replicates, place: number): Float64Array {
  const kept = Float64Array.from(statuses, (status, i) =>
    (status & ReplicateStatus.bits) === 0 ? (values[i * width + place] ?? NaN) : NaN,
  );
  return kept.filter(Number.isFinite).sort();
}

function intervalsOf(fit: FitResult, name: string, { words }: Names): Interval[] {
  const { level, confInt } = fit.bootstrap!;
  const intervals = [
    [`${words.bootstrap.analyticInterval} ${percent(fit.level)}`, fit.confInt[name]] as const,
    ...Object.entries(confInt).map(
      ([method, ends]) =>
        [`${words.bootstrap.methods[method] ?? method} ${percent(level)}`, ends[name]] as const,
    ),
  ];
  return intervals.flatMap(([label, ends]) =>
    ends?.every(Number.isFinite) === true ? [{ label, low: ends[0], high: ends[1] }] : [],
  );
}

interface Distribution {
  readonly estimate: number;
  readonly error: number;
  readonly bins: Bins;
  readonly intervals: readonly Interval[];
}

function drawn(
  engine: Engine,
  fit: FitResult,
  { estimate, error, bins, intervals }: Distribution,
  { words }: Names,
) {
  const [blue, red] = [seriesOf(0), seriesOf(1)];
  const ends = [
    ...bins.bars.flatMap(({ from, to }) => [from, to]),
    ...intervals.flatMap(({ low, high }) => [low, high]),
  ];
  const x = axisOf(ends, { title: null, grid: false });
  const density =
    error > 0 && error < Infinity ? densityOf(engine, fit, { estimate, error }, x) : [];
  const tallest = Math.max(...bins.bars.map((bar) => bar.density), ...density.map(({ y }) => y));
  const y: Axis = { title: null, domain: [0, 1.05 * tallest], ticks: [], shown: false };
  const scales: Scales = { x, y };
  const rows = intervals.map(({ label }) => wrapped(label, 110, 1)[0]!);
  const axisRoom = AXIS_HEIGHT.ticks + 6;
  const left = Math.max(24, ...rows.map((row) => textWidth(row) + 12));
  const statistic = words.bootstrap.analytic(fit.statistic);
  return {
    left,
    height: HEIGHT,
    bottom: axisRoom + intervals.length * (LINE + 2) + 2,
    keys: [
      { label: words.bootstrap.replicates, colour: '#a8cbe4', width: 8 },
      ...(density.length > 0 ? [{ label: statistic, colour: red.colour, dash: red.dash }] : []),
      { label: words.estimate, colour: ink, width: 1.2 },
    ],
    layers: [
      layer(
        bins.bars.map(({ from, to, density: top }) => ({ from, to, top })),
        { type: 'rect', color: '#a8cbe4', stroke: '#ffffff', strokeWidth: 0.4 },
        { x: on('from', x), x2: { field: 'to' }, y: on('top', y), y2: { datum: 0 } },
      ),
      ...(x.domain[0] <= 0 && x.domain[1] >= 0
        ? [across('x', 0, x, { color: grey, strokeDash: [2, 3] })]
        : []),
      line(density, scales, { color: red.colour, strokeDash: red.dash }),
      across('x', estimate, x, { color: ink }),
      ...intervals.flatMap((interval, i) =>
        intervalRow(interval, rows[i]!, HEIGHT + axisRoom + i * (LINE + 2) + LINE / 2, {
          x,
          colour: i === 0 ? red.colour : blue.colour,
          estimate,
        }),
      ),
    ],
  };
}

/** The density as the mass of small steps, from tails of the core. */
function densityOf(
  engine: Engine,
  fit: FitResult,
  { estimate, error }: Pick<Distribution, 'estimate' | 'error'>,
  { domain: [low, high] }: Axis,
) {
  const { statistic, df } = referenceOf(fit);
  const { normal_sf, t_sf } = engine.exports;
  const above = (z: number) => (statistic === 't' ? t_sf(z, df) : normal_sf(z));
  const step = (high - low) / POINTS;
  return Array.from({ length: POINTS }, (_, i) => {
    const center = low + (i + 0.5) * step;
    // The smaller tail keeps its digits far from the centre.
    const side = center < estimate ? -1 : 1;
    const [a, b] = [-step / 2, step / 2].map(
      (shift) => (side * (center + shift - estimate)) / error,
    );
    return { x: center, y: Math.abs(above(a!) - above(b!)) / step };
  });
}

function intervalRow(
  { low, high }: Interval,
  label: string,
  pixel: number,
  { x, colour, estimate }: { readonly x: Axis; readonly colour: string; readonly estimate: number },
): Layer[] {
  const y = { value: pixel };
  return [
    layer(
      [{ label }],
      { type: 'text', align: 'right', baseline: 'middle' },
      { x: { value: -6 }, y, text: { field: 'label' } },
    ),
    layer(
      [{ low, high }],
      { type: 'rule', color: colour, strokeWidth: 2 },
      { x: on('low', x), x2: { field: 'high' }, y },
    ),
    layer(
      [{ at: estimate }],
      { type: 'point', filled: true, fill: ink, shape: 'circle', size: 14, opacity: 1 },
      { x: on('at', x), y },
    ),
  ];
}
