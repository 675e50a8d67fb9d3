/** Rows of a fit and predictions: only the first rows on a page, all of them in CSV. */
import type { AugmentResult } from '../../results/postestimation/augment.js';
import type { Columns } from '../../results/postestimation/columns.js';
import type { PredictionResult, Unpredicted } from '../../results/postestimation/prediction.js';
import {
  facts,
  leftNamed,
  legend,
  number,
  rightNamed,
  table,
  verbatim,
  warnings,
} from '../tables/blocks.js';
import type { Document, TableBlock } from '../tables/draft.js';

import { columnFormat, percent } from '../../words/text/format.js';
import { because, list, type Phrase, plural, type Said, say } from '../../words/phrase.js';

/** Number of rows that fit on a page. */
const FEW = 10;

export function augmentDocument(result: AugmentResult): Document {
  const { depvar, nrows, columns, keys } = result;
  const measures = Object.keys(columns).filter((name) => /^dfbetas_/.test(name));
  const shown = Object.fromEntries(
    Object.entries(columns).filter(([name]) => !measures.includes(name)),
  );
  const others =
    measures.length === 0 ? [] : [say('{} dfbetas_ not shown', plural(measures.length, 'column'))];
  return {
    kind: 'augment',
    title: say('Rows of the estimate of {}', depvar),
    blocks: [
      ...facts([['rows', plural(nrows, 'row')]]),
      ...columnTable(shown, keys, FEW),
      ...legend(list([...firstOf(nrows), ...others], '; ')),
      ...warnings(result.warnings),
    ],
  };
}

export function predictionDocument(result: PredictionResult): Document {
  const { depvar, rowsRead, nrows, interval, level, columns, keys, unpredicted } = result;
  const of = say(interval === 'prediction' ? 'a new outcome' : 'the mean');
  const bounded = 'low' in columns ? say('{} interval of {}', percent(level), of) : undefined;
  return {
    kind: 'prediction',
    title: say('Predictions of {}', depvar),
    blocks: [
      ...facts([
        ['rows', say('{} predicted of {}', plural(nrows, 'row'), rowsRead)],
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

function firstOf(nrows: number): Said[] {
  return nrows > FEW ? [say('the first {} of {}', FEW, plural(nrows, 'row'))] : [];
}

function unpredictedWords({ rows, first, ...why }: Unpredicted): Phrase {
  const more = rows > first.length ? say(', ...') : '';
  return say('{} ({}{}): {}', plural(rows, 'row'), first.join(', '), more, because(why));
}

function columnTable(columns: Columns, keys: readonly string[], most: number): TableBlock[] {
  const shown = Object.entries(columns).map(([name, values]) => {
    if (!(values instanceof Float64Array)) {
      return { heading: leftNamed(name), cells: values.slice(0, most).map(verbatim) };
    }
    const first = Array.from(values.subarray(0, most));
    const format = keys.includes(name) ? String : columnFormat(first);
    return { heading: rightNamed(name), cells: first.map((value) => number(value, format)) };
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
