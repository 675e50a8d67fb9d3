/** Tests of hypotheses and functions of coefficients as text. */
import type { FunctionResult, WaldTest } from '../inference/index.js';
import { columnFormat, percent, pValue, statistic } from '../tables/format.js';
import type { Column, TextTable } from '../tables/table.js';
import { distribution } from './specification-tests.js';

/** Which statistic and level a table of functions shows. */
export interface Shown {
  readonly statistic: 't' | 'z';
  readonly level: number;
}

const right = (heading: string): Column => ({ heading, align: 'right' });

/** Functions of coefficients, a line each; of an equation, the left side less the right. */
export function functionTable(
  heading: string,
  functions: readonly FunctionResult[],
  { statistic: kind, level }: Shown,
): TextTable {
  const estimate = columnFormat(functions.map(({ value }) => value));
  const stdErrors = columnFormat(functions.map(({ stdError }) => stdError));
  const interval = columnFormat(functions.flatMap(({ confInt }) => confInt));
  return {
    columns: [
      { heading, align: 'left' },
      ...['estimate', 'std. error', kind, 'p', `${percent(level)} from`, 'to'].map(right),
    ],
    rows: functions.map((one) => [
      one.expression,
      estimate(one.value),
      stdErrors(one.stdError),
      statistic(one.statistic ?? NaN),
      pValue(one.pValue ?? NaN),
      ...one.confInt.map(interval),
    ]),
  };
}

/** The joint test and what was left out of it. */
export function jointLines({ test, redundant, hypotheses }: WaldTest): string[] {
  const left = redundant.map((text) => `left out, as it follows from the others: ${text}`);
  const kind = test.stat !== null && typeof test.df !== 'number' ? 'F' : 'Wald';
  const null_ = hypotheses.length === 1 ? 'the hypothesis holds' : 'all hypotheses hold';
  if (test.stat === null) return [`Wald test not available: ${test.reason}`, ...left];
  const line = `${kind} test, ${null_}: ${distribution(test.df)} = ${statistic(test.stat)}, p = ${pValue(test.pValue)}`;
  return [line, ...left];
}
