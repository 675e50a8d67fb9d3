/** Specification tests, each with the hypothesis it tests in words. */
import { isRobust } from '../../../models/covariances/registry.js';
import type {
  ArTest,
  DiffHansen,
  FitResult,
  Instrument,
  Test,
  Tests,
} from '../../../results/fit.js';
import * as block from '../../tables/blocks.js';
import type { Block, Cell, Part, TableRow } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';
import { digits, pValue, statistic } from '../../../words/text/format.js';
import { full, inForms, longer, summary } from '../../tables/forms.js';
import { isExactlyIdentified } from '../words/instruments.js';

/** A test that was done, or the reason why it was not. */
export interface TestLine extends Part {
  readonly name: string;
  readonly hypothesis: string;
  readonly test: Test;
  /** The distribution under the null, if `df` of the test does not determine it. */
  readonly distribution?: string;
}

/** `chi2(2)`, `F(2, 197)`. */
export function distribution(df: number | readonly [number, number] | undefined): string {
  if (df === undefined) return '';
  if (typeof df === 'number') return `chi2(${df})`;
  const [first, second] = df.map((one) => (Number.isInteger(one) ? String(one) : digits(one, 3)));
  return `F(${first}, ${second})`;
}

/** One line; nothing for a test that was not requested. */
export function testLine(name: string, hypothesis: string, test: Test | undefined): TestLine[] {
  return test === undefined ? [] : [{ name, hypothesis, test }];
}

/** A table with a row for each test, or the reason why there is none. */
export function testTable(caption: string, lines: readonly TestLine[]): Block[] {
  const rows = lines.map(testRow);
  const columns = [
    block.left('test'),
    block.left('null hypothesis'),
    ...['statistic', 'under null', 'p'].map(block.right),
  ];
  return block.table(caption, columns, rows);
}

function testRow({ name, hypothesis, test, distribution: law, ...part }: TestLine): TableRow {
  if (test.stat === null) {
    return { ...part, cells: [block.words(name), block.words(`not available: ${test.reason}`)] };
  }
  const under = block.words(law ?? distribution(test.df));
  const numbers = [
    block.number(test.stat, statistic),
    under,
    Number.isNaN(test.pValue) ? block.empty : block.number(test.pValue, pValue),
  ];
  return { ...part, cells: [block.words(name), block.words(hypothesis), ...numbers] };
}

function arLine({ order, stat, pValue: p, reason, ...basis }: ArTest): TestLine {
  const name = `AR(${order})`;
  return {
    name,
    hypothesis: `no AR(${order}) in ${basis.residuals} errors`,
    test:
      stat === null
        ? { stat, pValue: null, reason: reason ?? 'no pairs' }
        : { stat, pValue: p ?? NaN },
    distribution: 'N(0,1)',
  };
}

/** The pairs and periods on which the Arellano-Bond tests are based, for which the table has no room. */
export function arPeriods({ ar = [] }: Tests): Block[] {
  return block.notes(ar.flatMap((test) => (test.stat === null ? [] : [arWords(test)])));
}

/** `AR(1): 471 pairs of residuals in 140 units; the later ones are from 1980 to 1984`. */
function arWords({ order, pairs, units, periods }: ArTest): string {
  const basis = `AR(${order}): ${plural(pairs, 'pair')} of residuals in ${plural(units, 'unit')}`;
  if (periods === undefined) return basis;
  const [first, last] = periods;
  return `${basis}; the later ones are from ${first === last ? first : `${first} to ${last}`}`;
}

/** The name of the level equation's instruments among the groups of a system. */
const levelGroup = 'gmm instruments for levels';

/** The difference-in-Hansen test of the level equation; the full form has it in a separate table. */
export function levelHansen({ diffHansen = [] }: Tests): TestLine[] {
  const level = diffHansen.find(({ group }) => group === levelGroup);
  return inForms(
    summary,
    testLine('diff-in-Hansen', 'valid instruments of the levels', level?.difference),
  );
}

/** Wald or F, Sargan, Hansen and the Arellano-Bond tests. Sargan's is only shown in full next to Hansen's. */
export function specificationTests(result: FitResult): TestLine[] {
  const { wald, f, effects, sargan, hansen, wooldridgeScore, ar = [] } = result.tests;
  const robust = hansen ?? (isRobust(result.vcov) ? wooldridgeScore : undefined);
  const exact = result.endogenous !== undefined && isExactlyIdentified(result.tests);
  const validForms = exact ? full : longer;
  const sarganForms = robust === undefined ? validForms : full;
  const waldForms = hansen === undefined && sargan === undefined ? longer : full;
  return [
    ...inForms(waldForms, testLine('Wald', 'all slopes are 0', wald)),
    ...testLine('F', 'all slopes are 0', f),
    ...inForms(
      effects?.stat === null ? full : longer,
      testLine('effects', 'all absorbed effects are equal', effects),
    ),
    ...inForms(sarganForms, testLine('Sargan', 'valid instruments (not robust)', sargan)),
    ...inForms(validForms, testLine('Hansen', 'valid instruments (robust)', hansen)),
    ...ar.map(arLine),
  ];
}

function cells(test: Test): Cell[] {
  if (test.stat === null) return [block.maybe(test.stat, statistic), block.empty, block.empty];
  const { stat, df, pValue: p } = test;
  return [block.number(stat, statistic), block.words(distribution(df)), block.number(p, pValue)];
}

/** One row per group: Hansen's test without the group, and the difference. */
export function diffHansenBlocks({ diffHansen = [] }: Tests): Block[] {
  if (diffHansen.length === 0) return [];
  const headings = ['without', 'under null', 'p', 'difference', 'under null', 'p'];
  const rows = diffHansen.map(({ group, excluding, difference }) => ({
    cells: [block.words(group), ...cells(excluding), ...cells(difference)],
  }));
  const columns = [block.left('group of instruments'), ...headings.map(block.right)];
  return [
    ...block.table('Difference-in-Hansen tests', columns, rows),
    ...block.notes(diffHansen.flatMap(missingReasons)),
    ...block.legend(
      '"without" tests the other instruments; "difference" tests the group, if the others are valid',
    ),
  ];
}

function missingReasons({ group, excluding, difference }: DiffHansen): string[] {
  const reasons = [excluding, difference].flatMap((t) => (t.stat === null ? [t.reason] : []));
  return reasons.length === 0 ? [] : [`${group}: ${[...new Set(reasons)].join('; ')}`];
}

/** Instruments of the equations by group: number of columns, lags, and how many were left out and why. */
export function instrumentTable(instruments: readonly Instrument[] = []): Block[] {
  const groups = new Map<string, Instrument[]>();
  for (const instrument of instruments) {
    if (instrument.equation === undefined) continue;
    const key = JSON.stringify([instrument.group, instrument.equation]);
    groups.set(key, [...(groups.get(key) ?? []), instrument]);
  }
  const columns = [
    block.left('instruments'),
    block.left('equation'),
    block.right('columns'),
    block.right('lags'),
    block.left('left out'),
  ];
  return block.table('Instruments', columns, [...groups.values()].map(instrumentRow));
}

function instrumentRow(members: readonly Instrument[]): TableRow {
  const { group, equation } = members[0]!;
  const lags = members.flatMap(({ lag }) => (lag === undefined ? [] : [lag]));
  const dropped = members.flatMap((instrument) =>
    instrument.dropped === undefined ? [] : [instrument.dropped],
  );
  const reasons = [...new Set(dropped)].join('; ');
  return {
    cells: [
      block.words(group),
      block.words(equation!),
      block.number(members.length, count),
      lagCell(lags),
      block.words(dropped.length === 0 ? '' : `${count(dropped.length)}: ${reasons}`),
    ],
  };
}

function lagCell(lags: readonly number[]): Cell {
  if (lags.length === 0) return block.empty;
  const [first, last] = [Math.min(...lags), Math.max(...lags)];
  return first === last ? block.number(first, String) : block.words(`${first} to ${last}`);
}
