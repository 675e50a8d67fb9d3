/** Tests of hypotheses and functions of coefficients as text. */
import pc from 'picocolors';
import type { FunctionResult, WaldTest } from '../tests/index.js';
import { columnFormat, percent, pValue, statistic } from './format.js';
import { type Column, tableLines, type TextTable } from './table.js';
import { distribution } from './tests.js';
import type { TextOptions } from './to-text.js';

/** What `wasmetrics test` found. */
export interface TestReport {
  readonly statistic: 't' | 'z';
  readonly level: number;
  readonly wald?: WaldTest | undefined;
  readonly functions: readonly FunctionResult[];
}

const right = (heading: string): Column => ({ heading, align: 'right' });

function functionTable(
  heading: string,
  functions: readonly FunctionResult[],
  { statistic: kind, level }: TestReport,
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

function jointLines({ test, redundant, hypotheses }: WaldTest): string[] {
  const left = redundant.map((text) => `left out, as it follows from the others: ${text}`);
  const kind = test.stat !== null && typeof test.df !== 'number' ? 'F' : 'Wald';
  const null_ = hypotheses.length === 1 ? 'the hypothesis holds' : 'all hypotheses hold';
  if (test.stat === null) return ['', `Wald test not available: ${test.reason}`, ...left];
  const line = `${kind} test, ${null_}: ${distribution(test.df)} = ${statistic(test.stat)}, p = ${pValue(test.pValue)}`;
  return ['', line, ...left];
}

/** Each hypothesis by itself (left side less right side), the joint test, then functions. */
export function testText(report: TestReport, { color = false }: TextOptions = {}): string {
  const { bold } = pc.createColors(color);
  const table = (heading: string, functions: readonly FunctionResult[]) => {
    if (functions.length === 0) return [];
    const [head, ...rows] = tableLines(functionTable(heading, functions, report));
    return [bold(head!), ...rows];
  };
  const { wald, functions } = report;
  const first =
    wald === undefined
      ? []
      : [...table('hypothesis (left less right side)', wald.hypotheses), ...jointLines(wald)];
  const gap = first.length > 0 && functions.length > 0 ? [''] : [];
  return [...first, ...gap, ...table('function', functions)].join('\n');
}
