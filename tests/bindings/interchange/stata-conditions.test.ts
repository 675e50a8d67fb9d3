/** Conditions of Stata in five forms: the rows that a study keeps are those of Stata, where a missing value is the largest. */
import { describe, expect, test } from 'vitest';
import { parseCsv } from 'wasmetrics/data';
import { importStudy } from '../../../bindings/interchange/index.js';
import { defineStudy, runStudy } from '../../../bindings/paper/study/run-study.js';

/** A row with Infinity for a missing number. */
interface Row {
  readonly a: number;
  readonly b: number;
  readonly year: number;
  readonly g: string;
}

const missing = Infinity;
const rows: readonly Row[] = [
  { a: 1, b: 2, year: 2000, g: 'east' },
  { a: missing, b: 1, year: 2001, g: 'west' },
  { a: 3, b: missing, year: 2002, g: '' },
  { a: -1, b: 0, year: 2003, g: 'east' },
  { a: 0, b: 5, year: 2000, g: 'north' },
  { a: 5, b: 5, year: 2001, g: 'west' },
  { a: missing, b: missing, year: 2002, g: 'east' },
  { a: 2, b: 3, year: 2003, g: 'south' },
  { a: 4, b: 1, year: 2000, g: '' },
  { a: 0, b: missing, year: 2001, g: 'north' },
];
/** The sum of the outcomes says which rows are kept. */
const outcome = (i: number) => 2 ** i;
const cell = (value: number) => (value === missing ? '' : String(value));
const table = parseCsv(
  [
    'y,a,b,year,g',
    ...rows.map(({ a, b, year, g }, i) => `${outcome(i)},${cell(a)},${cell(b)},${year},${g}`),
  ].join('\n'),
);

const between = (x: number, low: number, high: number) => x >= low && x <= high;
const conditions: readonly (readonly [string, (row: Row) => boolean])[] = [
  ['a > 1', ({ a }) => a > 1],
  ['a >= 1', ({ a }) => a >= 1],
  ['a < 3', ({ a }) => a < 3],
  ['a <= 0', ({ a }) => a <= 0],
  ['a == 0', ({ a }) => a === 0],
  ['a != 0', ({ a }) => a !== 0],
  ['a ~= 5', ({ a }) => a !== 5],
  ['a == .', ({ a }) => a === missing],
  ['a != .', ({ a }) => a !== missing],
  ['a < .', ({ a }) => a < missing],
  ['a >= .', ({ a }) => a >= missing],
  ['missing(a)', ({ a }) => a === missing],
  ['!missing(a)', ({ a }) => a !== missing],
  ['mi(a, b)', ({ a, b }) => a === missing || b === missing],
  ['!mi(a, b)', ({ a, b }) => a !== missing && b !== missing],
  ['a > b', ({ a, b }) => a > b],
  ['a <= b', ({ a, b }) => a <= b],
  ['a == b', ({ a, b }) => a === b],
  ['a != b', ({ a, b }) => a !== b],
  ['a > 1 & b > 1', ({ a, b }) => a > 1 && b > 1],
  ['a > 1 | b > 1', ({ a, b }) => a > 1 || b > 1],
  ['!(a > 1)', ({ a }) => !(a > 1)],
  ['!(a > 1 & b > 1)', ({ a, b }) => !(a > 1 && b > 1)],
  ['!(a > 1 | b < 3)', ({ a, b }) => !(a > 1 || b < 3)],
  ['a > 1 & a < .', ({ a }) => a > 1 && a < missing],
  ['inrange(a, 0, 3)', ({ a }) => between(a, 0, 3)],
  ['!inrange(a, 0, 3)', ({ a }) => !between(a, 0, 3)],
  ['inlist(a, 0, 3, 5)', ({ a }) => [0, 3, 5].includes(a)],
  ['!inlist(a, 0, 3)', ({ a }) => ![0, 3].includes(a)],
  ['inlist(g, "east", "west")', ({ g }) => ['east', 'west'].includes(g)],
  ['g == "east"', ({ g }) => g === 'east'],
  ['g != "east"', ({ g }) => g !== 'east'],
  ['g == ""', ({ g }) => g === ''],
  ['g != ""', ({ g }) => g !== ''],
  ['missing(g)', ({ g }) => g === ''],
  ['year >= 2001 & year <= 2002', ({ year }) => between(year, 2001, 2002)],
  ['inrange(year, 2001, 2002) & a > 0', ({ year, a }) => between(year, 2001, 2002) && a > 0],
  ['a', ({ a }) => a !== 0],
  ['!a', ({ a }) => a === 0],
  ['a + b > 4', ({ a, b }) => a + b > 4],
  ['a * 2 <= 4', ({ a }) => a * 2 <= 4],
  ['(a > 1) + (b > 1) == 2', ({ a, b }) => a > 1 && b > 1],
  ['abs(a) >= 1', ({ a }) => Math.abs(a) >= 1],
  ['-a < 0', ({ a }) => (a === missing || -a < 0 ? a !== missing && a > 0 : false)],
  ['a > 1 & g == "west" | b == 5', ({ a, b, g }) => (a > 1 && g === 'west') || b === 5],
];

const forms: Readonly<Record<string, (condition: string) => string>> = {
  'after if': (condition) => `reg y if ${condition}`,
  'in keep if': (condition) => `keep if ${condition}\nreg y`,
  'in drop if': (condition) => `drop if !(${condition})\nreg y`,
  'as an indicator': (condition) => `gen byte k = ${condition}\nreg y if k`,
  'as a sample': (condition) => `gen k = 1 if ${condition}\nreg y if k < .`,
};

/** The sum of the outcomes of the rows that the study keeps; undefined if the code is refused. */
async function kept(code: string): Promise<number | undefined> {
  let imported;
  try {
    imported = importStudy(`use d.csv\n${code}`, { from: 'stata' });
  } catch {
    return undefined;
  }
  if (imported.notTranslated.length > 0) return undefined;
  const study = { ...imported.study, data: undefined };
  const { models, failed } = await runStudy(
    defineStudy(study as Parameters<typeof defineStudy>[0]),
    table,
  );
  expect(failed, code).toEqual([]);
  const [fit] = Object.values(models) as unknown as {
    nobs: number;
    params: Record<string, number>;
  }[];
  return Math.round(fit!.nobs * fit!.params['_cons']!);
}

describe.each(Object.keys(forms))('a condition %s', (form) => {
  test('keeps the rows of Stata, or is refused', async () => {
    const wrong: string[] = [];
    const refused: string[] = [];
    for (const [condition, holds] of conditions) {
      const sum = rows.reduce((all, row, i) => all + (holds(row) ? outcome(i) : 0), 0);
      const found = await kept(forms[form]!(condition));
      if (found === undefined) refused.push(condition);
      else if (found !== sum) wrong.push(`${condition}: ${found}, not ${sum}`);
    }
    expect(wrong).toEqual([]);
    expect(refused).toMatchSnapshot();
  });
});
