/** The rows of an index in descending order of score, and how much their ranks depend on its choices. */
import { described } from '../description.js';
import * as v from 'valibot';
import { badArgument } from '../../../core/arguments/arguments.js';
import type { CompositeIndex, RankRange } from '../../../results/indices/composite-index.js';
import { readable } from '../../../results/read.js';
import type { Figure, FigureOptions } from '../figure.js';
import { checkedIndex } from '../index-result.js';
import { axisOf, axisWidth, rowsAxis } from '../layout/axis.js';
import { bars, labels, points, type Scales, whiskers } from '../layout/marks.js';
import { textWidth, wrapped } from '../layout/text.js';
import { grey, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkFigureOptions } from '../options.js';
import { expects } from '../../../words/expects.js';
import { namesForRows } from '../../../words/expectations/paper/figures.js';
import { aName, listOfNames } from '../../../words/expectations/values.js';

export interface ScoresFigureOptions extends FigureOptions {
  /** A name for each row of the data; by default its number. */
  readonly rows?: readonly string[] | undefined;
}

const schemas = { rows: v.array(v.string(expects(aName())), expects(listOfNames())) };

const LABEL_WIDTH = 110;
/** Up to this many rows have labels; more are drawn without. */
const NAMED = 40;
const HEIGHT = { row: 12, curve: 190 } as const;

interface Scored {
  readonly name: string;
  readonly score: number;
  readonly rank: number;
  readonly range: RankRange | undefined;
}

/**
 * Scores by rank; for an index with `sensitivity`, the range of each rank over the other normalisations, weights,
 * aggregations and sets of indicators.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function scoresFigure(index: CompositeIndex, options: ScoresFigureOptions = {}): Figure {
  options = checkFigureOptions(options, schemas);
  const result = checkedIndex(index);
  const { rows } = options;
  if (rows !== undefined && rows.length !== result.nrows) {
    throw badArgument('figure', 'rows', namesForRows({ n: result.nrows }), rows.length);
  }
  return readable(() => {
    const { words } = namesOf(options, [result.labels]);
    const scored = scoredRows(result, rows);
    const variants = result.method === 'pca' ? undefined : result.variants;
    const ranked = variants !== undefined;
    const title = options.title ?? words.scores.title(result.method);
    const computed = variants?.filter(({ rankCorrelation }) => rankCorrelation !== null).length;
    const subtitle = ranked ? words.scores.ranges(String(computed)) : undefined;
    const axis = ranked ? words.scores.rank : words.scores.score;
    const description = described(title, ...(subtitle === undefined ? [] : [subtitle]));
    return {
      kind: 'scores',
      title,
      description,
      spec: specOf({
        title,
        subtitle,
        description,
        ...(scored.length <= NAMED
          ? inRows(scored, ranked, axis)
          : inCurve(scored, ranked, {
              x: words.scores.rank,
              y: ranked ? words.scores.others : axis,
            })),
      }),
      table: numbersTable(
        title,
        [
          words.scores.row,
          words.scores.rank,
          words.scores.score,
          ...(ranked ? [words.scores.lowest, words.scores.highest] : []),
        ],
        scored.map(({ name, rank, score, range }) => ({
          label: name,
          cells: [rank, score, ...(range === undefined ? [] : [range.low, range.high])],
        })),
      ),
      warnings: result.warnings,
    };
  });
}

/** The rows with a score in descending order; equal scores share the best rank. */
function scoredRows(result: CompositeIndex, names: readonly string[] | undefined): Scored[] {
  const scores = result.method === 'pca' ? result.composite : result.scores;
  const ranges = result.method === 'pca' ? [] : (result.ranks ?? []);
  const rows = scores
    .flatMap((score, row) => (score === null ? [] : [{ score, row }]))
    .map((scored, i) => ({ ...scored, range: ranges[i] }))
    .sort((a, b) => b.score - a.score);
  let rank = 0;
  return rows.map(({ score, row, range }, place) => {
    if (place === 0 || score !== rows[place - 1]!.score) rank = place + 1;
    return { name: names?.[row] ?? String(row + 1), score, rank, range };
  });
}

/** A row for each name. */
function inRows(scored: readonly Scored[], ranked: boolean, axis: string) {
  const lines = scored.map(({ name }) => wrapped(name, LABEL_WIDTH, 1));
  const values = scored.map(({ score, rank, range }, y) => ({
    x: ranked ? rank : score,
    y,
    low: range?.low ?? Math.min(0, score),
    high: range?.high ?? Math.max(0, score),
  }));
  const ends = values.flatMap(({ x, low, high }) => [x, low, high]);
  const scales: Scales = {
    x: axisOf(ranked ? [1, ...ends] : ends, { title: axis }),
    y: rowsAxis(scored.length),
  };
  const { colour } = seriesOf(0);
  return {
    left: Math.max(...lines.flat().map((text) => textWidth(text))) + 12,
    height: HEIGHT.row * scored.length,
    bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
    layers: [
      ...labels(
        lines.map((parts, y) => ({ y, lines: parts })),
        scales.y,
      ),
      bars(values, scales, { colour: ranked ? colour : grey, width: ranked ? 1.5 : 0.8 }),
      points(values, scales, seriesOf(0)),
    ],
  };
}

/** Many rows from left to right. */
function inCurve(
  scored: readonly Scored[],
  ranked: boolean,
  titles: { readonly x: string; readonly y: string },
) {
  const values = scored.map(({ score, rank, range }, place) => ({
    x: place + 1,
    y: ranked ? rank : score,
    low: range?.low ?? null,
    high: range?.high ?? null,
  }));
  const ends = values.flatMap(({ y, low, high }) => [y, low, high]);
  const scales: Scales = {
    x: axisOf([1, scored.length], { title: titles.x, grid: false }),
    y: { ...axisOf(ends, { title: titles.y }), downwards: ranked },
  };
  return {
    left: axisWidth(scales.y) + 4,
    height: HEIGHT.curve,
    bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
    layers: [
      whiskers(values, scales, { colour: '#9ec9e6', width: scored.length > 300 ? 0.4 : 0.9 }),
      points(values, scales, seriesOf(0), scored.length > 300 ? 6 : 14),
    ],
  };
}
