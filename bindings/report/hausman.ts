/** A Hausman test, and the differences that it weighs. */
import type { HausmanTest } from '../results/inference/hausman.js';
import { left, maybe, number, right, table, words } from '../tables/blocks.js';
import type { Block, Document } from '../tables/document.js';
import { columnFormat } from '../tables/format.js';
import { testLine, testTable } from './fit/specification-tests.js';
import { warningBlocks } from './words/warnings.js';

export function hausmanDocument(result: HausmanTest): Document {
  return { kind: 'hausman', title: 'Hausman test', blocks: hausmanBlocks(result) };
}

const headings = {
  classical: 'consistent minus efficient',
  robust: 'deviation from unit mean',
  generalised: 'first minus second fit',
} as const;

const labels = {
  classical: 'Hausman',
  robust: 'Hausman, clustered by unit',
  generalised: 'Hausman, generalised',
} as const;

function hausmanBlocks(result: HausmanTest): Block[] {
  const { method, names, difference, stdErrors, test } = result;
  const value = columnFormat(Object.values(difference));
  const error = columnFormat(Object.values(stdErrors).flatMap((x) => (x === null ? [] : [x])));
  const columns = [left(headings[method]), right('estimate'), right('std. error')];
  const rows = names.map((name) => ({
    cells: [words(name), number(difference[name]!, value), maybe(stdErrors[name], error)],
  }));
  return [
    ...table('Differences', columns, rows),
    ...testTable('Hausman test', testLine(labels[method], 'both fits are consistent', test)),
    ...warningBlocks(result.warnings),
  ];
}
