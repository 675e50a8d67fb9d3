/** A Hausman test, and the differences on which it is based. */
import type { HausmanTest } from '../../../../results/inference/hausman.js';
import { decimal, left, maybe, number, table, variable, warnings } from '../../../tables/blocks.js';
import type { Block, Document } from '../../../tables/draft.js';
import { errorFormat } from '../../../../words/text/format.js';
import { testLine, testTable } from '../../fit/specification-tests.js';
import { say } from '../../../../words/phrase.js';

export function hausmanDocument(result: HausmanTest): Document {
  return { kind: 'hausman', title: say('Hausman test'), blocks: hausmanBlocks(result) };
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
  const columns = [left(headings[method]), decimal('estimate'), decimal('std. error')];
  const rows = names.map((name) => {
    const [value, error] = [difference[name]!, stdErrors[name]];
    const format = errorFormat([value, error ?? NaN]);
    return { cells: [variable(name), number(value, format), maybe(error, format)] };
  });
  return [
    ...table('Differences', columns, rows),
    ...testTable('Hausman test', testLine(labels[method], 'both fits are consistent', test)),
    ...warnings(result.warnings),
  ];
}
