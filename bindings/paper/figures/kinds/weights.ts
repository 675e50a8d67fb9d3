/** The weights of indicators, or their loadings. */
import { described } from '../description.js';
import type { CompositeIndex } from '../../../results/indices/composite-index.js';
import { readable } from '../../../results/read.js';
import type { Figure, FigureOptions } from '../figure.js';
import { checkedIndex } from '../index-result.js';
import { axisOf, rowsAxis } from '../layout/axis.js';
import { across, bars, labels, type Layer, points, type Scales } from '../layout/marks.js';
import { textWidth, wrapped } from '../layout/text.js';
import { grey, LINE, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { type Names, namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkFigureOptions } from '../options.js';

const LABEL_WIDTH = 110;
/** Height of a row, and of each series in it. */
const HEIGHT = { row: 18, series: 7 } as const;
/** Maximum number of series that can be distinguished; the others are only in the table. */
const MOST = 7;

/** One weight for each indicator. */
interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * The weight of each indicator, for each group of an index with `by`; for principal components, the loadings of the
 * kept components.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function weightsFigure(index: CompositeIndex, options: FigureOptions = {}): Figure {
  options = checkFigureOptions(options);
  const result = checkedIndex(index);
  return readable(() => {
    const names = namesOf(options, [result.labels]);
    const { words } = names;
    const columns = Object.keys(result.columns);
    const all = seriesIn(result, columns, names);
    const shown = all.slice(0, MOST);
    const isComponents = result.method === 'pca';
    const title =
      options.title ?? (isComponents ? words.weights.loadings : words.weights.title(result.method));
    const notes = all.length > MOST ? [words.weights.more(String(all.length - MOST))] : [];
    const axis = isComponents ? words.weights.loading : words.weights.weight;
    return {
      kind: 'weights',
      title,
      description: described(title, ...notes),
      spec: specOf({
        title,
        description: title,
        notes,
        keys: all.length === 1 ? [] : shown.map(({ name }, s) => ({ label: name, ...seriesOf(s) })),
        ...drawn(columns.map(names.column), shown, axis),
      }),
      table: numbersTable(
        title,
        [words.weights.indicator, ...all.map(({ name }) => name)],
        columns.map((column, j) => ({
          label: names.column(column),
          cells: all.map(({ values }) => values[j]!),
        })),
      ),
      warnings: result.warnings,
    };
  });
}

function seriesIn(
  result: CompositeIndex,
  columns: readonly string[],
  { words }: Names,
): readonly Series[] {
  const inOrder = (values: Readonly<Record<string, number>>) =>
    columns.map((name) => values[name]!);
  if (result.method === 'pca') {
    const kept = Object.entries(result.loadings).slice(0, result.components);
    return kept.map(([name, values]) => ({ name, values: inOrder(values) }));
  }
  const { byGroup = {}, weights } = result;
  if (weights !== undefined) return [{ name: words.weights.weight, values: inOrder(weights) }];
  return Object.entries(byGroup).map(([name, group]) => ({ name, values: inOrder(group.weights) }));
}

function drawn(texts: readonly string[], shown: readonly Series[], axis: string) {
  const lines = texts.map((text) => wrapped(text, LABEL_WIDTH, 2));
  const tallest = Math.max(...lines.map(({ length }) => length));
  const row = Math.max(HEIGHT.row, shown.length * HEIGHT.series + 6, tallest * LINE + 4);
  const scales: Scales = {
    x: axisOf(
      shown.flatMap(({ values }) => values),
      { title: axis, zero: 'always' },
    ),
    y: rowsAxis(texts.length),
  };
  const widest = Math.max(...lines.flat().map((text) => textWidth(text)));
  return {
    left: widest + 12,
    height: row * texts.length,
    bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
    layers: [
      across('x', 0, scales.x, { color: grey }),
      ...labels(
        lines.map((parts, y) => ({ y, lines: parts })),
        scales.y,
      ),
      ...shown.flatMap(({ values }, s) => seriesLayers(values, scales, [s, shown.length])),
    ],
  };
}

function seriesLayers(
  values: readonly number[],
  scales: Scales,
  [place, count]: readonly [number, number],
): Layer[] {
  const series = seriesOf(place);
  const shift = count === 1 ? 0 : ((place + 0.5) / count - 0.5) * 0.8;
  const rows = values.map((value, j) => ({
    x: value,
    y: j + shift,
    low: Math.min(0, value),
    high: Math.max(0, value),
  }));
  const width = count === 1 ? 5 : 1.2;
  return [
    bars(rows, scales, { colour: series.colour, width }),
    points(rows, scales, series, count > 4 ? 20 : 34),
  ];
}
