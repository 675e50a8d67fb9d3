/** Rows of a fit and predictions: only the first rows on a page, all of them in CSV. */
import type { AugmentResult } from '../../results/postestimation/augment.js';
import type { Columns } from '../../results/postestimation/columns.js';
import type { PredictionResult, Unpredicted } from '../../results/postestimation/prediction.js';
import { facts, left, legend, number, right, table, warnings, words } from '../tables/blocks.js';
import type { Document, TableBlock } from '../tables/document.js';
import { plural } from '../../words/text/counts.js';
import { columnFormat, percent } from '../../words/text/format.js';

/** Number of rows that fit on a page. */
const FEW = 10;

export function augmentDocument(result: AugmentResult): Document {
  const { depvar, nrows, columns, keys } = result;
  const measures = Object.keys(columns).filter((name) => /^dfbetas_/.test(name));
  const shown = Object.fromEntries(
    Object.entries(columns).filter(([name]) => !measures.includes(name)),
  );
  const others =
    measures.length === 0 ? [] : [`${plural(measures.length, 'column')} dfbetas_ not shown`];
  return {
    kind: 'augment',
    title: `Rows of the estimate of ${depvar}`,
    blocks: [
      ...facts([['rows', plural(nrows, 'row')]]),
      ...columnTable(shown, keys, FEW),
      ...legend([...firstOf(nrows), ...others].join('; ')),
      ...warnings(result.warnings),
    ],
  };
}

export function predictionDocument(result: PredictionResult): Document {
  const { depvar, rowsRead, nrows, interval, level, columns, keys, unpredicted } = result;
  const of = interval === 'prediction' ? 'a new outcome' : 'the mean';
  const bounded = 'low' in columns ? `${percent(level)} interval of ${of}` : undefined;
  return {
    kind: 'prediction',
    title: `Predictions of ${depvar}`,
    blocks: [
      ...facts([
        ['rows', `${plural(nrows, 'row')} predicted of ${rowsRead}`],
        ...unpredicted.map((one) => ['not predicted', unpredictedWords(one)] as const),
        ['low, high', bounded],
      ]),
      ...columnTable(columns, keys, FEW),
      ...legend(...firstOf(nrows)),
      ...warnings(result.warnings),
    ],
  };
}

/** All rows: the columns of the CSV. */
export function allRows({ columns, keys, nrows }: AugmentResult | PredictionResult): TableBlock[] {
  return columnTable(columns, keys, nrows);
}

function firstOf(nrows: number): string[] {
  return nrows > FEW ? [`the first ${FEW} of ${plural(nrows, 'row')}`] : [];
}

function unpredictedWords({ reason, rows, first }: Unpredicted): string {
  const more = rows > first.length ? ', ...' : '';
  return `${plural(rows, 'row')} (${first.join(', ')}${more}): ${reason}`;
}

function columnTable(columns: Columns, keys: readonly string[], most: number): TableBlock[] {
  const shown = Object.entries(columns).map(([name, values]) => {
    if (!(values instanceof Float64Array)) {
      return { heading: left(name), cells: values.slice(0, most).map(words) };
    }
    const first = Array.from(values.subarray(0, most));
    const format = keys.includes(name) ? String : columnFormat(first);
    return { heading: right(name), cells: first.map((value) => number(value, format)) };
  });
  const nrows = shown[0]?.cells.length ?? 0;
  const rows = Array.from({ length: nrows }, (_, i) => ({
    cells: shown.map(({ cells }) => cells[i]!),
  }));
  return table(
    'Rows',
    shown.map(({ heading }) => heading),
    rows,
  );
}
