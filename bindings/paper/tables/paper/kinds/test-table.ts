/** Tests in rows: statistic, degrees of freedom, p-value. */
import * as v from 'valibot';
import { checkArgument, isKeyed } from '../../../../core/arguments/arguments.js';
import { entryOf } from '../../term-name.js';
import { count } from '../../../../words/text/counts.js';
import { pValue as pText } from '../../../../words/text/format.js';
import type { Test } from '../../../../results/test.js';
import { finished } from '../page/finish.js';
import { resultNotes } from '../parts/notes.js';
import { rowDigits, type Settings, settingsOf, starsFor } from '../settings.js';
import { shown } from '../shown.js';
import type { CommonSpec, TableSpec } from '../spec.js';
import type { PaperCell, PaperRow, PaperTable } from '../table.js';
import { bootstrapWarnings } from '../../../../words/en/warnings/bootstraps/bootstrap.js';
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
  const settings = settingsOf(spec);
  const { words } = settings;
  const entries = Object.entries(tests);
  const reasons = entries.flatMap(([name, test]) => {
    if (test.stat !== null) return [];
    const reason = 'reason' in test ? test.reason : '';
    const detail = { of: 'table', test: labelOf(name, settings), reason } as const;
    return [warning(bootstrapWarnings, 'no-test', detail)];
  });
  const heads = [words.statistic, words.degrees, words.statistics['p']!];
  const table: PaperTable = {
    kind: 'table',
    ...(spec.title !== undefined && { title: spec.title }),
    head: [['', ...heads]],
    spans: [],
    body: entries.map(([name, test]) => rowOf(name, test, settings)),
    ...resultNotes(spec.notes, reasons, settings),
    stars: settings.stars,
  };
  return finished(table, settings);
}

function labelOf(name: string, { labels, words }: Settings): string {
  return entryOf(labels, name) ?? entryOf(words.statistics, name) ?? name;
}

function rowOf(name: string, test: Test, settings: Settings): PaperRow {
  const label = labelOf(name, settings);
  if (test.stat === null) return { label, kind: 'stat', cells: [{ text: '.', name, column: 1 }] };
  const { stat, df, pValue } = test;
  const stars = starsFor(pValue, settings.stars);
  const text = shown(stat, rowDigits(settings, name)) + stars;
  const cells: PaperCell[] = [{ text, value: stat, stars, name, statistic: 'stat', column: 1 }];
  if (df !== undefined) cells.push(degreesCell(name, df));
  cells.push({ text: pText(pValue), value: pValue, name, statistic: 'p', column: 3 });
  return { label, kind: 'stat', cells };
}

function degreesCell(name: string, df: number | readonly [number, number]): PaperCell {
  const place = { name, statistic: 'df', column: 2 };
  if (typeof df === 'number') return { text: degrees(df), value: df, ...place };
  return { text: df.map(degrees).join(', '), values: { df1: df[0], df2: df[1] }, ...place };
}

/** Approximate degrees of freedom are not whole. */
const degrees = (df: number) => (Number.isInteger(df) ? count(df) : shown(df, 1));
