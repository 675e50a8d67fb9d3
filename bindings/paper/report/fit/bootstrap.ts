/** The rows and lines of a bootstrap next to the coefficients. */
import type {
  BootstrapResult,
  BootstrapTest,
  StatisticInterval,
  UnitChange,
} from '../../../results/fit.js';
import type { IntervalMethod } from '../../../results/bootstrap/scheme.js';
import {
  empty,
  left,
  maybe,
  notes,
  number,
  right,
  rights,
  table,
  verbatim,
  words,
} from '../../tables/blocks.js';
import type { Block, Cell, TableRow } from '../../tables/draft.js';
import { count } from '../../../words/text/counts.js';
import { columnFormat, percent, pValue, statistic } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import { replicatePValue } from './coefficients.js';
import { because, known, type Phrase, type Said, say, type Word } from '../../../words/phrase.js';

/** How to read the bootstrap's rows in a table of coefficients. */
export function coefficientLegend({ pValueMethod }: BootstrapResult): Said {
  const side = { greater: 'one-sided (> 0)', less: 'one-sided (< 0)' } as const;
  const kind =
    pValueMethod in side ? say(side[pValueMethod as keyof typeof side]) : known(pValueMethod);
  return say(
    'indented rows: bootstrap standard error, {} p and interval by the method named',
    kind,
  );
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
      const interval = [words(known(method)), ...ends];
      if (m > 0) return { cells: [empty, empty, empty, empty, ...interval] };
      const p = number(pValues[name] ?? NaN, (x) => replicatePValue(x, bootstrap));
      const first = [verbatim(name), estimate(name), stdError(name), p];
      return { cells: [...first, ...interval, biases(name), error(name)] };
    }),
  );
  const columns = [
    left('expression'),
    ...rights('estimate', 'std. error', 'p', 'interval'),
    ...rights(say('{} from', percent(level)), 'to', 'bias', 'MC error'),
  ];
  return table('Expressions', columns, rows);
}

type Show = (name: string) => Cell;

interface NamedTest {
  readonly name: Phrase;
  readonly test: BootstrapTest;
  readonly confInt?: readonly [number, number] | undefined;
}

/** Tests with the p-value, or the interval of their statistic, from the replicates. */
function bootstrapTests({ tests = {}, level }: BootstrapResult): Block[] {
  const { hansen, diffHansen = [], ar = [], firstStageF = [], andersonRubin, joint = [] } = tests;
  const tested: NamedTest[] = [
    ...(hansen === undefined ? [] : [{ name: 'Hansen J', test: hansen }]),
    ...diffHansen.map((test) => ({ name: say('difference-in-Hansen, {}', test.group), test })),
    ...ar.map((test) => ({ name: `AR(${test.order}) z`, test })),
    ...joint.map((test) => ({ name: say('{}@formula', test.hypotheses), test })),
    ...(andersonRubin === undefined
      ? []
      : [{ name: 'Anderson-Rubin F', test: andersonRubin, confInt: andersonRubin.confInt }]),
  ];
  const hasIntervals = andersonRubin !== undefined || firstStageF.length > 0;
  const rows = [
    ...tested.flatMap((namedTest) => testRow(namedTest, hasIntervals)),
    ...firstStageF.map((stage) => intervalRow(say('first-stage F of {}', stage.endogenous), stage)),
  ];
  const columns = [
    left('bootstrap test'),
    ...rights('statistic', 'p', 'MC error'),
    ...(hasIntervals ? rights(say('{} from', percent(level)), 'to') : []),
    right('replicates'),
  ];
  const reasons = tested.flatMap(({ name, test }) =>
    test.stat === null ? [say('{}: no bootstrap p, {}', name, because(test))] : [],
  );
  return [...table('Bootstrap tests', columns, rows), ...notes(reasons)];
}

function testRow({ name, test, confInt }: NamedTest, hasIntervals: boolean): TableRow[] {
  if (test.stat === null) return [];
  const { stat, pValue: p, monteCarloError, replicates } = test;
  const none = hasIntervals ? [empty, empty] : [];
  const ends = confInt?.map((end) => number(end, statistic)) ?? none;
  const error = number(monteCarloError, (x) => fixed(x, 4));
  const tested = [{ text: name }, number(stat, statistic), number(p, pValue), error];
  return [{ cells: [...tested, ...ends, number(replicates, count)] }];
}

function intervalRow(name: Phrase, { stat, confInt, replicates }: StatisticInterval): TableRow {
  const ends = confInt.map((end) => number(end, statistic));
  const cells = [{ text: name }, maybe(stat, statistic), empty, empty, ...ends];
  return { cells: [...cells, number(replicates, count)] };
}

/** What the scheme draws or multiplies, and the jackknife leaves out. */
function drawnWord({ scheme, units }: BootstrapResult): Word {
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
    left(say('largest changes, without {}', say(drawnWord(boot)))),
  ];
  const rows = Object.entries(largest).map(([name, changes]) => ({
    cells: [
      verbatim(name),
      number(stdErrors[name] ?? NaN, error!),
      number(bias[name] ?? NaN, off!),
      verbatim(changeWords(changes)),
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
