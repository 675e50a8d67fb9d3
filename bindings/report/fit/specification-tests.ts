/** Specification tests, each with the hypothesis it tests in words. */
import type { ArTest, DiffHansen, FitResult, Instrument, Test, Tests } from '../results/fit.js';
import { count, plural, pValue, statistic } from '../tables/format.js';
import type { Column, TextTable } from '../tables/table.js';

/** A row of cells: name, null hypothesis, statistic, its distribution, p-value. */
export type TestRow = readonly [string, string, string, string, string];

const left = (heading: string): Column => ({ heading, align: 'left' });
const right = (heading: string): Column => ({ heading, align: 'right' });

/** `chi2(2)`, `F(2, 197)`. */
export function distribution(df: number | readonly [number, number] | undefined): string {
  if (df === undefined) return '';
  return typeof df === 'number' ? `chi2(${df})` : `F(${df[0]}, ${df[1]})`;
}

/** One line, or none for a test that was not asked for. */
export function testRow(name: string, hypothesis: string, test: Test | undefined): TestRow[] {
  if (test === undefined) return [];
  if (test.stat === null) return [[name, `not available: ${test.reason}`, '', '', '']];
  return [[name, hypothesis, statistic(test.stat), distribution(test.df), pValue(test.pValue)]];
}

function arRow({ order, stat, pValue: p, reason, ...basis }: ArTest): TestRow {
  const name = `AR(${order})`;
  if (stat === null) return [name, `not available: ${reason ?? 'no pairs'}`, '', '', ''];
  const { pairs, units, residuals } = basis;
  const counts = `${plural(pairs, 'pair')}, ${plural(units, 'unit')}`;
  const hypothesis = `no AR(${order}) in ${residuals} errors (${counts})`;
  return [name, hypothesis, statistic(stat), 'N(0,1)', pValue(p ?? NaN)];
}

/** From which to which period the pairs of the Arellano-Bond tests lie, for which the table has no room. */
export function arPeriodNotes({ ar = [] }: Tests): string[] {
  const spans = ar.flatMap(({ order, stat, periods }) =>
    stat === null || periods === undefined ? [] : [`AR(${order}) ${periods[0]} to ${periods[1]}`],
  );
  return spans.length === 0 ? [] : [`later period of the pairs: ${spans.join(', ')}`];
}

/** Tests a line each, with their null hypotheses. */
export function testTableOf(rows: readonly TestRow[]): TextTable {
  const columns = [
    left('test'),
    left('null hypothesis'),
    ...['statistic', 'under null', 'p'].map(right),
  ];
  return { columns, rows };
}

/** Wald or F, Sargan, Hansen and the Arellano-Bond tests; no rows when there are none. */
export function testRows({ wald, f, effects, sargan, hansen, ar = [] }: Tests): TestRow[] {
  return [
    ...testRow('Wald', 'all slopes are 0', wald),
    ...testRow('F', 'all slopes are 0', f),
    ...testRow('effects', 'all absorbed effects are equal', effects),
    ...testRow('Sargan', 'valid instruments (not robust; not weakened by many)', sargan),
    ...testRow('Hansen', 'valid instruments (robust; weakened by many)', hansen),
    ...ar.map(arRow),
  ];
}

function cells(test: Test): [string, string, string] {
  if (test.stat === null) return ['.', '', ''];
  return [statistic(test.stat), distribution(test.df), pValue(test.pValue)];
}

/** One line a group: Hansen without the group, and the difference from the whole. */
export function diffHansenTable(tests: readonly DiffHansen[]): TextTable {
  return {
    columns: [
      left('group of instruments'),
      ...['without', 'under null', 'p', 'difference', 'under null', 'p'].map(right),
    ],
    rows: tests.map(({ group, excluding, difference }) => [
      group,
      ...cells(excluding),
      ...cells(difference),
    ]),
  };
}

/** Why tests of groups do not exist, a line each. */
export function diffHansenNotes(tests: readonly DiffHansen[]): string[] {
  return tests.flatMap(({ group, excluding, difference }) => {
    const reasons = [excluding, difference].flatMap((t) => (t.stat === null ? [t.reason] : []));
    return reasons.length === 0 ? [] : [`${group}: ${[...new Set(reasons)].join('; ')}`];
  });
}

/** Instruments of equations by group: how many columns, which lags, how many left out and why. */
export function instrumentTable({ instruments = [] }: FitResult): TextTable {
  const groups = new Map<string, Instrument[]>();
  for (const instrument of instruments) {
    if (instrument.equation === undefined) continue;
    const key = JSON.stringify([instrument.group, instrument.equation]);
    groups.set(key, [...(groups.get(key) ?? []), instrument]);
  }
  const rows = [...groups.values()].map((members) => {
    const { group, equation } = members[0]!;
    const lags = members.flatMap(({ lag }) => (lag === undefined ? [] : [lag]));
    const range = lags.length === 0 ? '' : lagRange(Math.min(...lags), Math.max(...lags));
    const dropped = members.flatMap((one) => (one.dropped === undefined ? [] : [one.dropped]));
    const reasons = [...new Set(dropped)].join('; ');
    const left = dropped.length === 0 ? '' : `${count(dropped.length)}: ${reasons}`;
    return [group, equation!, count(members.length), range, left];
  });
  return {
    columns: [
      left('instruments'),
      left('equation'),
      right('columns'),
      right('lags'),
      left('left out'),
    ],
    rows,
  };
}

function lagRange(first: number, last: number): string {
  return first === last ? String(first) : `${first} to ${last}`;
}
