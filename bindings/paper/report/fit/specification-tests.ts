/** Specification tests, each with the hypothesis it tests in words. */
import { correctsClusters, isRobust } from '../../../models/covariances/registry.js';
import type {
  ArTest,
  DiffHansen,
  FitResult,
  Instrument,
  Test,
  Tests,
} from '../../../results/fit.js';
import {
  empty,
  left,
  legend,
  maybe,
  notes,
  number,
  right,
  rights,
  table,
  verbatim,
  words,
} from '../../tables/blocks.js';
import type { Block, Cell, Part, TableRow } from '../../tables/draft.js';
import { count } from '../../../words/text/counts.js';
import { digits, pValue, statistic } from '../../../words/text/format.js';
import { full, inForms, longer, summary } from '../../tables/forms.js';
import { groupPhrase } from '../../../words/instrument-groups.js';
import { isExactlyIdentified } from '../words/instruments.js';
import {
  because,
  known,
  list,
  type Phrase,
  plural,
  type Said,
  say,
  type Saying,
} from '../../../words/phrase.js';

/** A test that was done, or the reason why it was not. */
export interface TestLine extends Part {
  /** A word, or the name of a test. */
  readonly name: Phrase;
  readonly hypothesis: Saying;
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
export function testLine(name: Phrase, hypothesis: Saying, test: Test | undefined): TestLine[] {
  return test === undefined ? [] : [{ name, hypothesis, test }];
}

/** A table with a row for each test, or the reason why there is none. */
export function testTable(caption: Saying, lines: readonly TestLine[]): Block[] {
  const rows = lines.map(testRow);
  const columns = [
    left('test'),
    left('null hypothesis'),
    ...rights('statistic', 'under null', 'p'),
  ];
  return table(caption, columns, rows);
}

const nameCell = (name: Phrase): Cell => ({
  text: typeof name === 'string' ? known(name) : name,
});

function testRow({ name, hypothesis, test, distribution: law, ...part }: TestLine): TableRow {
  if (test.stat === null) {
    return { ...part, cells: [nameCell(name), words(say('not available: {}', because(test)))] };
  }
  const under = verbatim(law ?? distribution(test.df));
  const numbers = [
    number(test.stat, statistic),
    under,
    Number.isNaN(test.pValue) ? empty : number(test.pValue, pValue),
  ];
  return { ...part, cells: [nameCell(name), words(hypothesis), ...numbers] };
}

function arLine({ order, stat, pValue: p, reason, told, ...basis }: ArTest): TestLine {
  const name = `AR(${order})`;
  return {
    name,
    hypothesis: say('no AR({}) in {} errors', order, say(basis.residuals)),
    test:
      stat === null
        ? { stat, pValue: null, reason: reason ?? 'no pairs', told }
        : { stat, pValue: p ?? NaN },
    distribution: 'N(0,1)',
  };
}

/** The pairs and periods on which the Arellano-Bond tests are based, for which the table has no room. */
export function arPeriods({ ar = [] }: Tests): Block[] {
  return notes(ar.flatMap((test) => (test.stat === null ? [] : [arWords(test)])));
}

/** `AR(1): 471 pairs of residuals in 140 units; the later ones are from 1980 to 1984`. */
function arWords({ order, pairs, units, periods }: ArTest): Said {
  const basis = say(
    'AR({}): {} of residuals in {}',
    order,
    plural(pairs, 'pair'),
    plural(units, 'unit'),
  );
  if (periods === undefined) return basis;
  const [first, last] = periods;
  return say(
    '{}; the later ones are from {}',
    basis,
    first === last ? first : say('{} to {}', first, last),
  );
}

/** The name of the level equation's instruments among the groups of a system. */
const levelGroup = 'gmm instruments for levels';

/** The difference-in-Hansen test of the level equation; the full form has it in a separate table. */
export function levelHansen({ diffHansen = [] }: Tests): TestLine[] {
  const level = diffHansen.find(({ group }) => group === levelGroup);
  return inForms(
    summary,
    testLine(say('diff-in-Hansen'), 'valid instruments of the levels', level?.difference),
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
    ...testLine(
      'F',
      correctsClusters(result.vcov.type) ? 'all slopes are 0 (G - 1, not HTZ)' : 'all slopes are 0',
      f,
    ),
    ...inForms(
      effects?.stat === null ? full : longer,
      testLine(say('effects'), 'all absorbed effects are equal', effects),
    ),
    ...inForms(sarganForms, testLine('Sargan', 'valid instruments (not robust)', sargan)),
    ...inForms(validForms, testLine('Hansen', 'valid instruments (robust)', hansen)),
    ...ar.map(arLine),
  ];
}

function cells(test: Test): Cell[] {
  if (test.stat === null) return [maybe(test.stat, statistic), empty, empty];
  const { stat, df, pValue: p } = test;
  return [number(stat, statistic), verbatim(distribution(df)), number(p, pValue)];
}

/** One row per group: Hansen's test without the group, and the difference. */
export function diffHansenBlocks({ diffHansen = [] }: Tests): Block[] {
  if (diffHansen.length === 0) return [];
  const rows = diffHansen.map(({ group, excluding, difference }) => ({
    cells: [{ text: groupPhrase(group) }, ...cells(excluding), ...cells(difference)],
  }));
  const columns = [
    left('group of instruments'),
    ...rights('without', 'under null', 'p', 'difference@hansen', 'under null', 'p'),
  ];
  return [
    ...table('Difference-in-Hansen tests', columns, rows),
    ...notes(diffHansen.flatMap(missingReasons)),
    ...legend(
      '"without" tests the other instruments; "difference" tests the group, if the others are valid',
    ),
  ];
}

function missingReasons({ group, excluding, difference }: DiffHansen): Said[] {
  const reasons = new Map(
    [excluding, difference].flatMap((t) => (t.stat === null ? [[t.reason, because(t)]] : [])),
  );
  return reasons.size === 0
    ? []
    : [say('{}: {}', groupPhrase(group), list([...reasons.values()], '; '))];
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
  const dropped = members.flatMap(({ dropped: reason, told }) =>
    reason === undefined ? [] : [[reason, because({ reason, told })] as const],
  );
  const reasons = list([...new Map(dropped).values()], '; ');
  return {
    cells: [
      { text: groupPhrase(group) },
      words(equation!),
      number(members.length, count),
      lagCell(lags),
      dropped.length === 0 ? empty : words(say('{}: {}', count(dropped.length), reasons)),
    ],
  };
}

function lagCell(lags: readonly number[]): Cell {
  if (lags.length === 0) return empty;
  const [first, last] = [Math.min(...lags), Math.max(...lags)];
  return first === last ? number(first, String) : words(say('{} to {}', first, last));
}
