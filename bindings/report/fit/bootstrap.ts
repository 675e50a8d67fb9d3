/** What a bootstrap says beside the coefficients, as tables and lines. */
import type {
  BootstrapResult,
  BootstrapTest,
  StatisticInterval,
  UnitChange,
} from '../results/fit.js';
import type { IntervalMethod } from '../results/scheme.js';
import { columnFormat, count, percent, pValue, statistic } from '../tables/format.js';
import type { Column, TextTable } from '../tables/table.js';

const left = (heading: string): Column => ({ heading, align: 'left' });
const right = (heading: string): Column => ({ heading, align: 'right' });

/** Whether the replicates are all there are, so that they have no Monte Carlo error. */
export function isComplete({ enumerated = false, partial }: BootstrapResult): boolean {
  return enumerated && !partial;
}

/** A line for each interval of an expression, the first with what belongs to all. */
export function expressionTable({ expressions, level }: BootstrapResult): TextTable {
  if (expressions === undefined) return { columns: [], rows: [] };
  const { estimates, stdErrors, bias, monteCarloError, confInt, pValues } = expressions;
  const by = [estimates, stdErrors, bias, monteCarloError].map((values) => {
    const format = columnFormat(Object.values(values));
    return (name: string) => format(values[name] ?? NaN);
  });
  const [estimate, stdError, biases, error] = by as [Show, Show, Show, Show];
  const methods = Object.keys(confInt) as IntervalMethod[];
  const end = columnFormat(methods.flatMap((method) => Object.values(confInt[method]!).flat()));
  return {
    columns: [
      left('expression'),
      ...['estimate', 'std. error', 'p', 'interval', `${percent(level)} from`, 'to'].map(right),
      ...['bias', 'MC error'].map(right),
    ],
    rows: Object.keys(estimates).flatMap((name) =>
      methods.map((method, m) => {
        const interval = [method, ...confInt[method]![name]!.map(end)];
        if (m > 0) return ['', '', '', '', ...interval, '', ''];
        const own = [name, estimate(name), stdError(name), pValue(pValues[name] ?? NaN)];
        return [...own, ...interval, biases(name), error(name)];
      }),
    ),
  };
}

type Show = (name: string) => string;

/** `Hansen J 30.11: bootstrap p 0.6870 (MC error 0.0046), of 9,999 replicates`. */
export function bootstrapTestLines({ tests = {}, level }: BootstrapResult): string[] {
  const { hansen, diffHansen = [], ar = [], firstStageF = [], andersonRubin } = tests;
  return [
    ...(hansen === undefined ? [] : [testLine('Hansen J', hansen)]),
    ...diffHansen.map((test) => testLine(`difference-in-Hansen, ${test.group}`, test)),
    ...ar.map((test) => testLine(`AR(${test.order}) z`, test)),
    ...firstStageF.map(({ endogenous, ...test }) =>
      intervalLine(`first-stage F of ${endogenous}`, test, level),
    ),
    ...(andersonRubin === undefined ? [] : andersonRubinLines(andersonRubin, level)),
  ];
}

function testLine(name: string, test: BootstrapTest): string {
  if (test.stat === null) return `${name}: no bootstrap p, ${test.reason}`;
  const { stat, replicates, monteCarloError } = test;
  const p = `bootstrap p ${pValue(test.pValue)} (MC error ${monteCarloError.toFixed(4)})`;
  return `${name} ${statistic(stat)}: ${p}, of ${count(replicates)} replicates`;
}

type AndersonRubin = NonNullable<NonNullable<BootstrapResult['tests']>['andersonRubin']>;

function andersonRubinLines(test: AndersonRubin, level: number): string[] {
  const line = testLine('Anderson-Rubin F', test);
  return test.stat === null ? [line] : [line, intervalLine('Anderson-Rubin F', test, level)];
}

/** `first-stage F of e 30.11: 95 % interval 20.25 to 50.12, of 9,999 replicates`. */
function intervalLine(
  name: string,
  { stat, confInt, replicates }: StatisticInterval,
  level: number,
) {
  const [low, high] = confInt.map(statistic);
  const interval = `${percent(level)} interval ${low} to ${high}`;
  return `${name} ${statistic(stat ?? NaN)}: ${interval}, of ${count(replicates)} replicates`;
}

/** The units whose absence changes a coefficient most, with the change. */
export function jackknifeTable({ jackknife }: BootstrapResult): TextTable {
  if (jackknife === undefined) return { columns: [], rows: [] };
  const { stdErrors, bias, largest } = jackknife;
  const [error, off] = [stdErrors, bias].map((values) => columnFormat(Object.values(values)));
  return {
    columns: [
      left('jackknife'),
      right('std. error'),
      right('bias'),
      left('largest changes, without unit'),
    ],
    rows: Object.entries(largest).map(([name, changes]) => [
      name,
      error!(stdErrors[name] ?? NaN),
      off!(bias[name] ?? NaN),
      changeWords(changes),
    ]),
  };
}

/** `7 (+0.0123), 92 (-0.0101)`. */
function changeWords(changes: readonly UnitChange[]): string {
  const format = columnFormat(changes.map(({ change }) => change));
  const signed = (change: number) => `${change < 0 ? '' : '+'}${format(change)}`;
  return changes.map(({ unit, change }) => `${unit} (${signed(change)})`).join(', ');
}
