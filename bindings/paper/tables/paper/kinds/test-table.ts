/** Tests in rows: statistic, degrees of freedom, p-value. */
import * as v from 'valibot';
import { checkArgument, isKeyed } from '../../../../core/arguments/arguments.js';
import { entryOf } from '../../term-name.js';
import type { Warning } from '../../../../results/common.js';
import type { MissingTest, Test } from '../../../../results/test.js';
import { reasonText, resultNotes } from '../parts/notes.js';
import { type Settings, settingsOf } from '../settings.js';
import { checkedSpec, type CommonSpec, type TableSpec } from '../spec.js';
import type { PaperTable } from '../table.js';
import { type Line, linesTable } from './lines-table.js';
import { resampledTestWarnings } from '../../../../words/en/warnings/bootstraps/tests.js';
import { warning } from '../../../../words/warning.js';
import { expects } from '../../../../words/expects.js';
import { testsByName } from '../../../../words/expectations/paper/tables.js';

export type TestSpec = CommonSpec & Pick<TableSpec, 'stars'>;

const expected = expects(testsByName());
const number = v.nullable(v.number(expected));
const testSchema = v.looseObject(
  {
    stat: number,
    pValue: number,
    df: v.optional(v.union([v.number(), v.tuple([v.number(), v.number()])], expected)),
    reason: v.optional(v.string(expected)),
  },
  expected,
);
const testsSchema = v.pipe(
  v.custom<object>(isKeyed, expected),
  v.record(v.string(), testSchema, expected),
);

/**
 * The table of tests by name. Names are those of `tests` in a result, which the table knows, or others; a test that does
 * not exist has its reason in the notes.
 *
 * @throws InputError `bad-value`
 */
export function testTable(tests: Readonly<Record<string, Test>>, spec: TestSpec = {}): PaperTable {
  checkArgument('testTable', 'tests', testsSchema, tests);
  const settings = settingsOf(checkedSpec(spec, 'stars'));
  const { words } = settings;
  const entries = Object.entries(tests);
  const columns = [
    { statistic: 'stat', head: words.statistic, kind: 'stat' },
    { statistic: 'df', head: words.degrees, kind: 'df' },
    { statistic: 'p', head: words.statistics['p']!, kind: 'p' },
  ] as const;
  const lines = entries.map(([name, test]) => testLine(name, labelOf(name, settings), test));
  const notes = resultNotes(spec.notes, missingTests(tests, settings), settings);
  return linesTable({ title: spec.title, columns, groups: [lines], notes }, settings);
}

/** Why tests do not exist; those with the same reason are one warning. */
export function missingTests(tests: Readonly<Record<string, Test>>, settings: Settings): Warning[] {
  const byReason = new Map<string, string[]>();
  for (const [name, test] of Object.entries(tests)) {
    if (test.stat !== null) continue;
    const reason = reasonText(test as Partial<MissingTest>, settings) ?? '';
    byReason.set(reason, [...(byReason.get(reason) ?? []), labelOf(name, settings)]);
  }
  return [...byReason].map(([reason, names]) => {
    const detail = { of: 'table', test: names.join(settings.words.comma), reason } as const;
    return warning(resampledTestWarnings, 'no-test', detail);
  });
}

/** The line of a test, which has its statistic, degrees of freedom and p-value. */
export function testLine(name: string, label: string, test: Test): Line {
  const { stat, pValue: p } = test;
  const df = 'df' in test ? test.df : undefined;
  return { name, label, values: { stat, df, p }, p };
}

export function labelOf(name: string, { labels, words }: Settings): string {
  return entryOf(labels, name) ?? entryOf(words.statistics, name) ?? name;
}
