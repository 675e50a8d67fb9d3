/** Functions of coefficients, with their standard errors. */
import type { DeltaMethodResult, FunctionResult } from '../../../results/inference/delta-method.js';
import { decimal, left, maybe, number, right, table, words } from '../../tables/blocks.js';
import type { Document, TableBlock } from '../../tables/document.js';
import { errorFormat, percent, pValue, statistic } from '../../../words/text/format.js';

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
  const columns = [
    left(heading),
    ...['estimate', 'std. error'].map(decimal),
    ...[kind, 'p'].map(right),
    ...[`${percent(level)} from`, 'to'].map(decimal),
  ];
  const rows = functions.map((functionResult) => {
    const format = errorFormat([functionResult.value, functionResult.stdError]);
    return {
      cells: [
        words(functionResult.expression),
        number(functionResult.value, format),
        number(functionResult.stdError, format),
        maybe(functionResult.statistic, statistic),
        maybe(functionResult.pValue, pValue),
        ...functionResult.confInt.map((end) => number(end, format)),
      ],
    };
  });
  return table('Functions', columns, rows);
}
