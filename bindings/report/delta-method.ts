/** Functions of coefficients, with their standard errors. */
import type { DeltaMethodResult, FunctionResult } from '../results/inference/delta-method.js';
import { left, maybe, number, right, table, words } from '../tables/blocks.js';
import type { Document, TableBlock } from '../tables/document.js';
import { columnFormat, percent, pValue, statistic } from '../tables/format.js';

export function deltaMethodDocument(result: DeltaMethodResult): Document {
  const blocks = functionTable('function', result.functions, result);
  return { kind: 'delta-method', title: 'Functions of the coefficients', blocks };
}

/** Which statistic and level a table of functions shows. */
type Shown = Pick<DeltaMethodResult, 'statistic' | 'level'>;

/** Functions of coefficients, a row each. */
export function functionTable(
  heading: string,
  functions: readonly FunctionResult[],
  { statistic: kind, level }: Shown,
): TableBlock[] {
  const estimate = columnFormat(functions.map(({ value }) => value));
  const stdErrors = columnFormat(functions.map(({ stdError }) => stdError));
  const interval = columnFormat(functions.flatMap(({ confInt }) => confInt));
  const headings = ['estimate', 'std. error', kind, 'p', `${percent(level)} from`, 'to'];
  const rows = functions.map((one) => ({
    cells: [
      words(one.expression),
      number(one.value, estimate),
      number(one.stdError, stdErrors),
      maybe(one.statistic, statistic),
      maybe(one.pValue, pValue),
      ...one.confInt.map((end) => number(end, interval)),
    ],
  }));
  return table('Functions', [left(heading), ...headings.map(right)], rows);
}
