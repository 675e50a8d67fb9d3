/** Functions of coefficients, with their standard errors. */
import type {
  DeltaMethodResult,
  FunctionResult,
} from '../../../../results/inference/delta-method.js';
import { decimals, left, maybe, number, rights, table, verbatim } from '../../../tables/blocks.js';
import type { Document, TableBlock } from '../../../tables/draft.js';
import { errorFormat, percent, pValue, statistic } from '../../../../words/text/format.js';
import { say, type Word } from '../../../../words/phrase.js';

export function deltaMethodDocument(result: DeltaMethodResult): Document {
  const blocks = functionTable('function', result.functions, result);
  return { kind: 'delta-method', title: say('Functions of the coefficients'), blocks };
}

/** Which statistic and level a table of functions shows. */
type Shown = Pick<DeltaMethodResult, 'statistic' | 'level'>;

/** Functions of coefficients, a row each. */
export function functionTable(
  heading: Word,
  functions: readonly FunctionResult[],
  { statistic: kind, level }: Shown,
): TableBlock[] {
  const columns = [
    left(heading),
    ...decimals('estimate', 'std. error'),
    ...rights(kind, 'p'),
    ...decimals(say('{} from', percent(level)), 'to'),
  ];
  const rows = functions.map((functionResult) => {
    const format = errorFormat([functionResult.value, functionResult.stdError]);
    return {
      cells: [
        verbatim(functionResult.expression),
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
