/** Specification tests, each with the hypothesis it tests in words. */
import type { ArTest, DiffHansen, Instrument, Test, Tests } from '../../results/fit.js';
import {
  empty,
  left,
  legend,
  maybe,
  notes,
  number,
  right,
  table,
  words,
} from '../../tables/blocks.js';
import type { Block, Cell, TableRow } from '../../tables/document.js';
import { count, plural, pValue, statistic } from '../../tables/format.js';

/** A test that was done, or the reason why it was not. */
export interface TestLine {
  readonly name: string;
  readonly hypothesis: string;
  readonly test: Test;
  /** The distribution under the null, where `df` of the test does not say it. */
  readonly distribution?: string;
}

/** `chi2(2)`, `F(2, 197)`. */
export function distribution(df: number | readonly [number, number] | undefined): string {
  if (df === undefined) return '';
  return typeof df === 'number' ? `chi2(${df})` : `F(${df[0]}, ${df[1]})`;
}

/** One line, or none for a test that was not asked for. */
export function testLine(name: string, hypothesis: string, test: Test | undefined): TestLine[] {
  return test === undefined ? [] : [{ name, hypothesis, test }];
}

/** The longest reason for a missing test that a table of tests has room for. */
const reasonWidth = 60;

/** A table with a row for each test; long reasons for missing tests are notes below it. */
export function testTable(caption: string, lines: readonly TestLine[]): Block[] {
  const names = new Map<string, string[]>();
  const rows: TableRow[] = [];
  for (const line of lines) {
    const { name, test } = line;
    const reason = test.stat === null ? `not available: ${test.reason}` : '';
    if (test.stat !== null) rows.push({ cells: testCells(line) });
    else if (reason.length <= reasonWidth) rows.push({ cells: [words(name), words(reason)] });
    else names.set(reason, [...(names.get(reason) ?? []), name]);
  }
  const columns = [
    left('test'),
    left('null hypothesis'),
    ...['statistic', 'under null', 'p'].map(right),
  ];
  const reasons = [...names].map(([reason, missing]) => `${missing.join('; ')} ${reason}`);
  return [...table(caption, columns, rows), ...notes(reasons)];
}

function testCells({ name, hypothesis, test, distribution: law }: TestLine): Cell[] {
  const df = test.stat === null ? undefined : test.df;
  return [
    words(name),
    words(hypothesis),
    maybe(test.stat, statistic),
    words(law ?? distribution(df)),
    number(test.pValue ?? NaN, pValue),
  ];
}

function arLine({ order, stat, pValue: p, reason, ...basis }: ArTest): TestLine {
  const name = `AR(${order})`;
  const { pairs, units, residuals } = basis;
  const counts = `${plural(pairs, 'pair')}, ${plural(units, 'unit')}`;
  return {
    name,
    hypothesis: `no AR(${order}) in ${residuals} errors (${counts})`,
    test:
      stat === null
        ? { stat, pValue: null, reason: reason ?? 'no pairs' }
        : { stat, pValue: p ?? NaN },
    distribution: 'N(0,1)',
  };
}

/** The periods of the Arellano-Bond tests, for which the table has no room. */
export function arPeriods({ ar = [] }: Tests): Block[] {
  const spans = ar.flatMap(({ order, stat, periods }) => {
    if (stat === null || periods === undefined) return [];
    const [first, last] = periods;
    return [`AR(${order}) ${first === last ? first : `${first} to ${last}`}`];
  });
  return spans.length === 0 ? [] : legend(`period of the later residual: ${spans.join(', ')}`);
}

/** Wald or F, Sargan, Hansen and the Arellano-Bond tests. */
export function specificationTests({
  wald,
  f,
  effects,
  sargan,
  hansen,
  ar = [],
}: Tests): TestLine[] {
  return [
    ...testLine('Wald', 'all slopes are 0', wald),
    ...testLine('F', 'all slopes are 0', f),
    ...testLine('effects', 'all absorbed effects are equal', effects),
    ...testLine('Sargan', 'valid instruments (not robust; not weakened by many)', sargan),
    ...testLine('Hansen', 'valid instruments (robust; low power with many)', hansen),
    ...ar.map(arLine),
  ];
}

function cells(test: Test): Cell[] {
  if (test.stat === null) return [maybe(test.stat, statistic), empty, empty];
  const { stat, df, pValue: p } = test;
  return [number(stat, statistic), words(distribution(df)), number(p, pValue)];
}

/** One row a group: Hansen without the group, and the difference from the whole. */
export function diffHansenBlocks({ diffHansen = [] }: Tests): Block[] {
  if (diffHansen.length === 0) return [];
  const headings = ['without', 'under null', 'p', 'difference', 'under null', 'p'];
  const rows = diffHansen.map(({ group, excluding, difference }) => ({
    cells: [words(group), ...cells(excluding), ...cells(difference)],
  }));
  const columns = [left('group of instruments'), ...headings.map(right)];
  return [
    ...table('Difference-in-Hansen tests', columns, rows),
    ...notes(diffHansen.flatMap(missingReasons)),
    ...legend(
      '"without" tests the other instruments; "difference" tests the group, if the others are valid',
    ),
  ];
}

function missingReasons({ group, excluding, difference }: DiffHansen): string[] {
  const reasons = [excluding, difference].flatMap((t) => (t.stat === null ? [t.reason] : []));
  return reasons.length === 0 ? [] : [`${group}: ${[...new Set(reasons)].join('; ')}`];
}

/** Instruments of equations by group: how many columns, which lags, how many left out and why. */
export function instrumentTable(instruments: readonly Instrument[] = []): Block[] {
  const groups = new Map<string, Instrument[]>();
  for (const instrument of instruments) {
    if (instrument.equation === undefined) continue;
    const key = JSON.stringify([instrument.group, instrument.equation]);
    groups.set(key, [...(groups.get(key) ?? []), instrument]);
  }
  const columns = [
    left('instruments'),
    left('equation'),
    right('columns'),
    right('lags'),
    left('left out'),
  ];
  return table('Instruments', columns, [...groups.values()].map(instrumentRow));
}

function instrumentRow(members: readonly Instrument[]): TableRow {
  const { group, equation } = members[0]!;
  const lags = members.flatMap(({ lag }) => (lag === undefined ? [] : [lag]));
  const dropped = members.flatMap((one) => (one.dropped === undefined ? [] : [one.dropped]));
  const reasons = [...new Set(dropped)].join('; ');
  return {
    cells: [
      words(group),
      words(equation!),
      number(members.length, count),
      lagCell(lags),
      words(dropped.length === 0 ? '' : `${count(dropped.length)}: ${reasons}`),
    ],
  };
}

function lagCell(lags: readonly number[]): Cell {
  if (lags.length === 0) return empty;
  const [first, last] = [Math.min(...lags), Math.max(...lags)];
  return first === last ? number(first, String) : words(`${first} to ${last}`);
}
