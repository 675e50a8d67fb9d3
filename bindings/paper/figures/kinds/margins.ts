/** The marginal effect of a variable over the values of its moderator. */
import { type LocalOptions } from '../../../core/jobs/run-options.js';
import { described } from '../description.js';
import { type Engine } from '../../../core/engine/engine.js';
import { flag, level as levelOption, text, whole } from '../../../core/arguments/arguments.js';
import { margins, type MarginsOptions } from '../../../analysis/postestimation/margins/margins.js';
import { moderatorValues } from '../../../analysis/postestimation/margins/moderator.js';
import type { MarginalEffect, MarginsResult } from '../../../results/postestimation/margins.js';
import type { FitResult } from '../../../results/fit.js';
import { readable } from '../../../results/read.js';
import { count } from '../../../words/text/counts.js';
import { percent } from '../../../words/text/format.js';
import { nameOfVariable } from '../../../words/expectations/analysis/options.js';
import { nameOfModerator } from '../../../words/expectations/paper/figures.js';
import type { Figure, FigureOptions } from '../figure.js';
import { type Axis, axisOf, axisWidth, on, rowsAxis } from '../layout/axis.js';
import * as mark from '../layout/marks.js';
import { textWidth, wrapped } from '../layout/text.js';
import { grey, LINE, pale, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { type Names, namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkedFit, checkDrawnOptions, computed } from '../options.js';
import { binned, type Distribution, levelCounts, valueCounts } from '../moderator.js';

export interface MarginsFigureOptions
  extends FigureOptions, LocalOptions, Pick<MarginsOptions, 'of' | 'means' | 'points' | 'level'> {
  /** The moderator. */
  readonly over: string;
}

const schemas = {
  of: text(nameOfVariable()),
  over: text(nameOfModerator()),
  means: flag,
  points: whole(2, 1000),
  level: levelOption,
};

/** Points of the curve over a moderator of many values. */
const POINTS = 41;
const HEIGHT = 170;
/** Share of the height taken by the distribution of the moderator. */
const STRIP = 0.16;
/** Room for the names of levels, and the height of their rows, in pixels. */
const LEVEL = { width: 130, height: 18 } as const;

/**
 * The effect of a variable at the values of its moderator, with intervals for each value and the distribution of the
 * moderator (Brambor, Clark and Golder 2006): a line with a band over a moderator of many values, points with lines at
 * few values, and a row for each level of a factor.
 *
 * @throws InputError `bad-value`, `bad-result`, and what `margins` throws
 */
export async function marginsFigure(
  fit: FitResult,
  options: MarginsFigureOptions,
): Promise<Figure> {
  options = checkDrawnOptions(options, schemas, ['of', 'over']);
  checkedFit(fit);
  const { of, over, means, points: npoints = POINTS, level } = options;
  return computed(options, async (engine) => {
    const result = await margins(fit, { engine, of, over, means, points: npoints, level });
    return readable(() =>
      figureOf(result, distributionOf(engine, fit, result, over), fit, options),
    );
  });
}

/** Rows at the values of the effects, or in cells between the smallest and the largest value. */
function distributionOf(
  engine: Engine,
  fit: FitResult,
  { of, effects }: MarginsResult,
  over: string,
): Distribution {
  const values = moderatorValues(engine, fit, of, over);
  const grid = effects.map((effect) => effect.at[over]!);
  if (!(values instanceof Float64Array)) return levelCounts(values, grid.map(String));
  const onGrid = valueCounts(values, grid.map(Number));
  return onGrid.total === values.length ? onGrid : binned(values);
}

function figureOf(
  result: MarginsResult,
  distribution: Distribution,
  fit: FitResult,
  options: MarginsFigureOptions,
): Figure {
  const names = namesOf(options, [fit.labels]);
  const { words } = names;
  const [of, over] = [names.term(result.of), names.term(options.over)];
  const title = options.title ?? words.margins.title(of, over, names.column(result.depvar));
  const level = percent(result.level);
  const rows = words.margins.rows(over, count(distribution.total));
  const { colour, shape } = seriesOf(0);
  const isCurve = distribution.kind === 'cells';
  const description = described(title, `${words.interval(level)}; ${rows}`);
  const isLevels = distribution.kind === 'levels';
  return {
    kind: 'margins',
    title,
    description,
    spec: specOf({
      title,
      description,
      notes: isLevels ? [words.margins.brackets] : [],
      keys: [
        isCurve
          ? { label: words.interval(level), colour: pale, width: 7 }
          : { label: words.interval(level), colour, shape },
        ...(isLevels ? [] : [{ label: rows, colour: grey, shape: 'square' }]),
      ],
      ...(isLevels
        ? levelRows(result.effects, distribution, words.margins.effect(of))
        : drawn(result.effects, distribution, { of: words.margins.effect(of), over }, options)),
    }),
    table: tableOf(title, result, distribution, { over: options.over, label: over, names }),
    warnings: [...fit.warnings, ...result.warnings],
  };
}

/** A line with a band, or points with intervals, above the distribution of the moderator. */
function drawn(
  effects: readonly MarginalEffect[],
  distribution: Distribution,
  titles: { readonly of: string; readonly over: string },
  { over }: MarginsFigureOptions,
) {
  const steps = effects.map(({ at: settings, estimate, confInt }): mark.Datum => ({
    x: Number(settings[over]),
    y: mark.finite(estimate),
    low: mark.finite(confInt[0]),
    high: mark.finite(confInt[1]),
  }));
  const isCurve = distribution.kind === 'cells';
  const scales: mark.Scales = {
    x: axisOf([...distribution.low, ...distribution.high], { title: titles.over, grid: false }),
    y: withStrip(axisOf(endsOf(effects), { title: titles.of, zero: 'near' })),
  };
  const { colour, shape } = seriesOf(0);
  const [low, high] = scales.y.domain;
  return {
    left: axisWidth(scales.y) + 4,
    height: HEIGHT,
    bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
    layers: [
      ...(isCurve ? [ribbon(steps, scales)] : []),
      ...(low < 0 && high > 0 ? [mark.across('y', 0, scales.y, { color: grey })] : []),
      strip(distribution, scales),
      ...(isCurve
        ? [mark.line(steps, scales, { color: colour })]
        : [
            mark.whiskers(steps, scales, { colour, width: 1.3 }),
            mark.points(steps, scales, { colour, shape }),
          ]),
    ],
  };
}

function endsOf(effects: readonly MarginalEffect[]): number[] {
  return effects.flatMap(({ estimate, confInt }) => [estimate, ...confInt]);
}

/** The axis with room below its values, where it has no ticks. */
function withStrip(axis: Axis): Axis {
  const [low, high] = axis.domain;
  const start = low - (STRIP / (1 - STRIP)) * (high - low);
  return Number.isFinite(start) ? { ...axis, domain: [start, high] } : axis;
}

function ribbon(steps: readonly mark.Datum[], { x, y }: mark.Scales): mark.Layer {
  return mark.layer(
    steps.filter(({ low, high }) => low !== null && high !== null),
    { type: 'area', color: pale, opacity: 0.75, interpolate: 'linear' },
    { x: on('x', x), y: on('low', y), y2: { field: 'high' } },
  );
}

/** Bars whose heights are rows, at the bottom of the figure. */
function strip({ low, high, counts }: Distribution, { x, y }: mark.Scales): mark.Layer {
  const [bottom, top] = y.domain;
  const fullest = Math.max(1, ...counts);
  const reach = (STRIP - 0.02) * (top - bottom);
  const room = 0.008 * (x.domain[1] - x.domain[0]);
  const values = counts.flatMap((rows, i): mark.Datum[] => {
    if (rows === 0) return [];
    const isPoint = low[i] === high[i];
    return [
      {
        x: isPoint ? low[i]! - room : low[i]!,
        right: isPoint ? high[i]! + room : high[i]!,
        y: bottom,
        top: bottom + (reach * rows) / fullest,
      },
    ];
  });
  return mark.layer(
    values,
    { type: 'rect', color: grey, stroke: '#ffffff', strokeWidth: 0.4 },
    { x: on('x', x), x2: { field: 'right' }, y: on('y', y), y2: { field: 'top' } },
  );
}

/** A row for each level, with its number of rows. */
function levelRows(
  effects: readonly MarginalEffect[],
  { names: levels, counts }: Distribution,
  title: string,
) {
  const lines = levels!.map((name, i) => wrapped(`${name} (${count(counts[i]!)})`, LEVEL.width, 2));
  const scales: mark.Scales = {
    x: axisOf(endsOf(effects), { title, zero: 'near' }),
    y: rowsAxis(levels!.length),
  };
  const rows = effects.map(({ estimate, confInt }, y): mark.Datum => ({
    x: mark.finite(estimate),
    y,
    low: mark.finite(confInt[0]),
    high: mark.finite(confInt[1]),
  }));
  const { colour, shape } = seriesOf(0);
  const tallest = Math.max(...lines.map(({ length }) => length));
  const [low, high] = scales.x.domain;
  return {
    left: Math.max(...lines.flat().map((one) => textWidth(one))) + 12,
    height: Math.max(LEVEL.height, tallest * LINE + 2) * levels!.length,
    bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
    layers: [
      ...(low <= 0 && high >= 0 ? [mark.across('x', 0, scales.x, { color: grey })] : []),
      ...mark.labels(
        lines.map((parts, row) => ({ y: row, lines: parts })),
        scales.y,
      ),
      mark.bars(rows, scales, { colour, width: 1.3 }),
      mark.points(rows, scales, { colour, shape }),
    ],
  };
}

function tableOf(
  title: string,
  { effects, level }: MarginsResult,
  { kind, counts }: Distribution,
  { over, label, names }: { readonly over: string; readonly label: string; readonly names: Names },
) {
  const { words } = names;
  const share = percent(level);
  const hasCounts = kind !== 'cells';
  return numbersTable(
    title,
    [
      label,
      words.estimate,
      words.low(share),
      words.high(share),
      ...(hasCounts ? [words.margins.count] : []),
    ],
    effects.map(({ at: { [over]: value }, estimate, confInt }, i) => ({
      label: typeof value === 'number' ? measured(value) : String(value),
      cells: [estimate, ...confInt, ...(hasCounts ? [counts[i]!] : [])],
    })),
  );
}

/** A grid value without the digits that are rounding errors. */
function measured(value: number): string {
  return String(Number(value.toPrecision(8)));
}
