/**
 * Scripts in the style of published ones as studies: the numbers of R and statsmodels, which `make.R` and
 * `make.py` in the folder of the scripts write, and the lines that are not translated.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readTable } from 'wasmetrics/data';
import { importStudy } from 'wasmetrics/interchange';
import { defineStudy, runStudy } from 'wasmetrics/study';

const folder = new URL('../../golden/scripts/', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

type Numbers = Readonly<Record<string, number>>;
interface Estimates {
  readonly params: Numbers;
  readonly stdErrors: Numbers;
}
type Expected = Readonly<Record<string, Readonly<Record<string, Estimates>>>>;

const numbers = {
  ...(JSON.parse(textOf('r.json')) as Expected),
  ...(JSON.parse(textOf('python.json')) as Expected),
};

const files: Readonly<Record<string, string>> = {
  'abdata.csv': '../../../examples/abdata.csv',
  'grunfeld.csv': '../grunfeld/data.csv',
  'cigarettes.csv': '../cigarettes/data.csv',
  'college.csv': '../college_distance/data.csv',
  'crime.csv': '../crime/data.csv',
  'provinces.csv': '../../../examples/provinces/provinces.csv',
};

const programs = { do: 'stata', R: 'r', py: 'python' } as const;
const scripts = readdirSync(folder).filter(
  (file) => /\.(?:do|R|py)$/.test(file) && !file.startsWith('make.'),
);
const imported = (script: string) =>
  importStudy(textOf(script), { from: programs[script.split('.')[1] as keyof typeof programs] });

async function estimatesOf(script: string): Promise<Estimates[]> {
  const { study } = imported(script);
  const { data = '' } = study;
  const path =
    files[
      (typeof data === 'string' ? data : 'file' in data ? String(data.file) : '').replace(
        /\.dta$/,
        '.csv',
      )
    ]!;
  const table = await readTable(readFileSync(new URL(path, folder)));
  const rest = { ...study, data: undefined, out: undefined };
  const result = await runStudy(defineStudy(rest as Parameters<typeof defineStudy>[0]), table);
  return Object.values(result.models) as unknown as Estimates[];
}

/** True if a model has all numbers of the other program, up to their last digits. */
function agrees({ params, stdErrors }: Estimates, expected: Estimates): boolean {
  const close = (all: Numbers, of: Numbers) =>
    Object.entries(of).every(([name, value]) => Math.abs((all[name] ?? NaN) / value - 1) < 1e-8);
  const count = Object.keys(params).filter((name) => name !== '_cons').length;
  const wanted = Object.keys(expected.params).filter((name) => name !== '_cons').length;
  return count === wanted && close(params, expected.params) && close(stdErrors, expected.stdErrors);
}

describe.each(Object.keys(numbers))('%s', (script) => {
  let models: Estimates[] = [];
  beforeAll(async () => {
    models = await estimatesOf(script);
  });

  test.each(Object.keys(numbers[script]!))('%s has the numbers of its program', (name) => {
    const expected = numbers[script]![name]!;
    const same = models.filter((one) => agrees(one, expected));
    expect(
      same,
      JSON.stringify([expected, models.map(({ params, stdErrors }) => [params, stdErrors])]),
    ).not.toEqual([]);
  });
});

describe('scripts', () => {
  test('are as many', () => {
    expect(scripts).toHaveLength(41);
  });

  test.each(scripts)('%s says what it leaves out', (script) => {
    const { study, notTranslated } = imported(script);
    expect(() => defineStudy(study as Parameters<typeof defineStudy>[0])).not.toThrow();
    expect(notTranslated).toMatchSnapshot();
  });
});
