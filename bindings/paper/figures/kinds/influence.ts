/** How a coefficient changes without each unit. */
import { described } from '../description.js';
import type { InfluenceResult } from '../../../analysis/sensitivity/influence/result.js';
import { checkedResult, readable } from '../../../results/read.js';
import { count } from '../../../words/text/counts.js';
import { short } from '../../../words/text/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { axisOf, on, rowsAxis } from '../layout/axis.js';
import { across, layer, labels, points, type Scales } from '../layout/marks.js';
import { shortened, textWidth, wrapped } from '../layout/text.js';
import { grey, ink, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkFigureOptions, matching, ofSchema } from '../options.js';
import { paperWarnings } from '../../../words/en/warnings/papers.js';
import { warning } from '../../../words/warning.js';

export interface InfluenceFigureOptions extends FigureOptions {
  /** The coefficient; by default the first regressor. */
  readonly of?: string | undefined;
}

/** Maximum number of units with a separate row, and the height of a row. */
const MOST = 20;
const HEIGHT = 14;
const LABEL_WIDTH = 110;

/**
 * The units without which a coefficient changes most, from the largest change down. The bound 2 / sqrt(n), n the number
 * of units, is that of Belsley, Kuh and Welsch (1980) for DFBETAS.
 *
 * @throws InputError `bad-value`, `bad-result`, `unknown-coefficient`
 */
export function influenceFigure(
  result: InfluenceResult,
  options: InfluenceFigureOptions = {},
): Figure {
  options = checkFigureOptions(options, { of: ofSchema });
  const checked = checkedResult(result, ['influence']) as InfluenceResult;
  return readable(() => figureOf(checked, options));
}

function figureOf(result: InfluenceResult, options: InfluenceFigureOptions): Figure {
  const names = namesOf(options);
  const { words } = names;
  const all = Object.keys(result.params);
  const name =
    options.of === undefined
      ? (all.find((one) => one !== '_cons') ?? all[0]!)
      : matching([options.of], all)[0]!;
  const units = result.units
    .map(({ unit, inStdErrors, params }) => ({
      unit,
      change: inStdErrors[name]!,
      estimate: result.params[name]! + params[name]!,
    }))
    .filter(({ change }) => Number.isFinite(change))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const shown = units.slice(0, MOST);
  const bound = 2 / Math.sqrt(Math.max(1, units.length));
  const unit = result.unit === 'row' ? words.influence.row : names.column(result.unit);
  const title = options.title ?? words.influence.title(names.term(name), unit);
  const subtitle = words.influence.subtitle(
    count(shown.length),
    count(units.length),
    short(bound, 3),
  );
  const description = described(title, subtitle);
  const failed = result.failures.length;
  return {
    kind: 'influence',
    title,
    description,
    spec: specOf({
      title,
      subtitle,
      description,
      notes: failed === 0 ? [] : [words.influence.failed(count(failed))],
      ...drawn(shown, bound, words.influence.change(names.term(name))),
    }),
    table: numbersTable(
      title,
      [unit, words.influence.change(names.term(name)), words.estimate],
      units.map((one) => ({ label: one.unit, cells: [one.change, one.estimate] })),
    ),
    warnings:
      failed === 0 ? [] : [warning(paperWarnings, 'without-estimate', { of: 'units', failed })],
  };
}

function drawn(
  shown: readonly { readonly unit: string; readonly change: number }[],
  bound: number,
  axis: string,
) {
  const lines = shown.map(({ unit }) => wrapped(unit, LABEL_WIDTH, 1));
  const scales: Scales = {
    x: axisOf([...shown.map(({ change }) => change), -bound, bound], {
      title: shortened(axis, 200),
      zero: 'always',
    }),
    y: rowsAxis(Math.max(1, shown.length)),
  };
  const values = shown.map(({ change }, y) => ({ x: change, y, zero: 0 }));
  const { colour, shape } = seriesOf(0);
  return {
    left: Math.max(12, ...lines.flat().map((text) => textWidth(text))) + 12,
    height: HEIGHT * Math.max(1, shown.length),
    bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
    layers: [
      across('x', 0, scales.x, { color: grey }),
      ...[-bound, bound].map((end) =>
        across('x', end, scales.x, { color: ink, strokeDash: [3, 3] }),
      ),
      ...labels(
        lines.map((parts, y) => ({ y, lines: parts })),
        scales.y,
      ),
      layer(
        values,
        { type: 'rule', color: colour, strokeWidth: 1.2 },
        { x: on('zero', scales.x), x2: { field: 'x' }, y: on('y', scales.y) },
      ),
      points(values, scales, { colour, shape }),
    ],
  };
}
