/** The rows and lines of a bootstrap next to the coefficients. */
import type {
  BootstrapResult,
  BootstrapTest,
  StatisticInterval,
  UnitChange,
} from '../../../results/fit.js';
import type { IntervalMethod } from '../../../results/scheme.js';
import { empty, left, maybe, notes, number, right, table, words } from '../../tables/blocks.js';
import type { Block, Cell, TableRow } from '../../tables/document.js';
import { count } from '../../../words/text/counts.js';
import { columnFormat, percent, pValue, statistic } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import { replicatePValue } from './coefficients.js';

/** How to read the bootstrap's rows in a table of coefficients. */
export function coefficientLegend({ pValueMethod }: BootstrapResult): string {
  const side = { greater: 'one-sided (> 0)', less: 'one-sided (< 0)' } as const;
  const kind = pValueMethod in side ? side[pValueMethod as keyof typeof side] : pValueMethod;
  return `indented rows: bootstrap standard error, ${kind} p and interval by the method named`;
}

export function bootstrapBlocks(bootstrap: BootstrapResult): Block[] {
  return [
    ...expressionTable(bootstrap),
    ...bootstrapTests(bootstrap),
    ...jackknifeTable(bootstrap),
  ];
}

/** A row per interval of an expression; the first row also has the numbers that do not depend on the interval. */
function expressionTable(bootstrap: BootstrapResult): Block[] {
  const { expressions, level } = bootstrap;
  if (expressions === undefined) return [];
  const { estimates, stdErrors, bias, monteCarloError, confInt, pValues } = expressions;
  const [estimate, stdError, biases, error] = [estimates, stdErrors, bias, monteCarloError].map(
    (values) => {
      const format = columnFormat(Object.values(values));
      return (name: string) => number(values[name] ?? NaN, format);
    },
  ) as [Show, Show, Show, Show];
  const methods = Object.keys(confInt) as IntervalMethod[];
  const end = columnFormat(methods.flatMap((method) => Object.values(confInt[method]!).flat()));
  const rows = Object.keys(estimates).flatMap((name) =>
    methods.map((method, m): TableRow => {
      const ends = confInt[method]![name]!.map((x) => number(x, end));
      const interval = [words(method), ...ends];
      if (m > 0) return { cells: [empty, empty, empty, empty, ...interval] };
      const p = number(pValues[name] ?? NaN, (x) => replicatePValue(x, bootstrap));
      const first = [words(name), estimate(name), stdError(name), p];
      return { cells: [...first, ...interval, biases(name), error(name)] };
    }),
  );
  const headings = ['estimate', 'std. error', 'p', 'interval', `${percent(level)} from`, 'to'];
  const columns = [left('expression'), ...[...headings, 'bias', 'MC error'].map(right)];
  return table('Expressions', columns, rows);
}

type Show = (name: string) => Cell;

interface NamedTest {
  readonly name: string;
  readonly test: BootstrapTest;
  readonly confInt?: readonly [number, number] | undefined;
}

/** Tests with the p-value, or the interval of their statistic, from the replicates. */
function bootstrapTests({ tests = {}, level }: BootstrapResult): Block[] {
  const { hansen, diffHansen = [], ar = [], firstStageF = [], andersonRubin } = tests;
  const tested: NamedTest[] = [
    ...(hansen === undefined ? [] : [{ name: 'Hansen J', test: hansen }]),
    ...diffHansen.map((test) => ({ name: `difference-in-Hansen, ${test.group}`, test })),
    ...ar.map((test) => ({ name: `AR(${test.order}) z`, test })),
    ...(andersonRubin === undefined
      ? []
      : [{ name: 'Anderson-Rubin F', test: andersonRubin, confInt: andersonRubin.confInt }]),
  ];
  const hasIntervals = andersonRubin !== undefined || firstStageF.length > 0;
  const rows = [
    ...tested.flatMap((namedTest) => testRow(namedTest, hasIntervals)),
    ...firstStageF.map((stage) => intervalRow(`first-stage F of ${stage.endogenous}`, stage)),
  ];
  const intervals = hasIntervals ? [`${percent(level)} from`, 'to'] : [];
  const headings = ['statistic', 'p', 'MC error', ...intervals, 'replicates'];
  const reasons = tested.flatMap(({ name, test }) =>
    test.stat === null ? [`${name}: no bootstrap p, ${test.reason}`] : [],
  );
  return [
    ...table('Bootstrap tests', [left('bootstrap test'), ...headings.map(right)], rows),
    ...notes(reasons),
  ];
}

function testRow({ name, test, confInt }: NamedTest, hasIntervals: boolean): TableRow[] {
  if (test.stat === null) return [];
  const { stat, pValue: p, monteCarloError, replicates } = test;
  const none = hasIntervals ? [empty, empty] : [];
  const ends = confInt?.map((end) => number(end, statistic)) ?? none;
  const error = number(monteCarloError, (x) => fixed(x, 4));
  const tested = [words(name), number(stat, statistic), number(p, pValue), error];
  return [{ cells: [...tested, ...ends, number(replicates, count)] }];
}

function intervalRow(name: string, { stat, confInt, replicates }: StatisticInterval): TableRow {
  const ends = confInt.map((end) => number(end, statistic));
  const cells = [words(name), maybe(stat, statistic), empty, empty, ...ends];
  return { cells: [...cells, number(replicates, count)] };
}

/** What the scheme draws or multiplies, and the jackknife leaves out. */
function drawnWord({ scheme, units }: BootstrapResult): string {
  if (scheme === 'cluster' || scheme === 'wild-cluster') {
    return units === undefined ? 'unit' : 'cluster';
  }
  return 'row';
}

/** The units whose absence changes a coefficient most, with the change. */
function jackknifeTable(boot: BootstrapResult): Block[] {
  const { jackknife } = boot;
  if (jackknife === undefined) return [];
  const { stdErrors, bias, largest } = jackknife;
  const [error, off] = [stdErrors, bias].map((values) => columnFormat(Object.values(values)));
  const columns = [
    left('jackknife'),
    right('std. error'),
    right('bias'),
    left(`largest changes, without ${drawnWord(boot)}`),
  ];
  const rows = Object.entries(largest).map(([name, changes]) => ({
    cells: [
      words(name),
      number(stdErrors[name] ?? NaN, error!),
      number(bias[name] ?? NaN, off!),
      words(changeWords(changes)),
    ],
  }));
  return table('Jackknife', columns, rows);
}

/** `7 (+0.0123), 92 (-0.0101)`. */
function changeWords(changes: readonly UnitChange[]): string {
  const format = columnFormat(changes.map(({ change }) => change));
  const signed = (change: number) => `${change < 0 ? '' : '+'}${format(change)}`;
  return changes.map(({ unit, change }) => `${unit} (${signed(change)})`).join(', ');
}
