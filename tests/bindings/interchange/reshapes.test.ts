/** `collapse` and `reshape` of do-files as the key `reshape`: the same rows as by hand, or none. */
import { describe, expect, test } from 'vitest';
import { ols } from 'wasmetrics';
import { prepareData } from 'wasmetrics/data';
import { importStudy } from 'wasmetrics/interchange';
import { defineStudy, runStudy } from 'wasmetrics/study';

const rows = Array.from({ length: 60 }, (_, i) => ({
  id: i % 6,
  year: 2000 + (Math.floor(i / 6) % 5),
  x: i === 7 ? null : Math.sin(i),
  y: i === 13 ? null : Math.cos(3 * i) + i / 20,
  w: 1 + (i % 4),
}));
const imported = (lines: readonly string[]) =>
  importStudy(['use d.dta', ...lines].join('\n'), { from: 'stata' });

type Row = (typeof rows)[number];
const present = (list: readonly (number | null)[]) => list.filter((one) => one !== null);
const mean = (list: readonly (number | null)[]) =>
  present(list).reduce((sum, one) => sum + one, 0) / present(list).length;

/** The rows of each unit and year, by hand. */
function groupsOf(list: readonly Row[]): Row[][] {
  const keys = [...new Set(list.map(({ id, year }) => `${id} ${year}`))];
  return keys.map((key) => list.filter(({ id, year }) => `${id} ${year}` === key));
}

test('collapse has the numbers of groups made by hand', async () => {
  const { study, notTranslated } = imported([
    'keep if year > 2000',
    'gen lw = ln(w)',
    'collapse (mean) y x lw (count) n=y (sum) s=x (max) top=w if w < 4, by(id year)',
    'gen y2 = y^2',
    'reg y2 x lw n s top',
  ]);
  expect(notTranslated).toEqual([]);
  const groups = groupsOf(rows.filter(({ year, w }) => year > 2000 && w < 4));
  const data = groups.map((group) => ({
    y2: mean(group.map(({ y }) => y)) ** 2,
    x: mean(group.map(({ x }) => x)),
    lw: mean(group.map(({ w }) => Math.log(w))),
    n: present(group.map(({ y }) => y)).length,
    s: present(group.map(({ x }) => x)).reduce((sum, one) => sum + one, 0),
    top: Math.max(...group.map(({ w }) => w)),
  }));
  const expected = await ols(data, {
    formula: 'y2 ~ x + lw + n + s + top',
    vcov: 'unadjusted',
  });
  const whole = { ...study, data: undefined } as Parameters<typeof defineStudy>[0];
  const { models } = await runStudy(defineStudy(whole), rows);
  const [found] = Object.values(models) as (typeof expected)[];
  expect(found!.nobs).toBe(expected.nobs);
  const params: Readonly<Record<string, number>> = found!.params;
  for (const [name, value] of Object.entries(expected.params)) {
    expect(params[name]).toBeCloseTo(value, 10);
  }
});

describe('the key reshape', () => {
  test.each([
    [
      'collapse y x [aw=w], by(year)',
      {
        groups: {
          by: ['year'],
          columns: {
            y: 'sum(w * y) / sum(if(!missing(y), w))',
            x: 'sum(w * x) / sum(if(!missing(x), w))',
          },
        },
      },
    ],
    [
      'collapse (median) m = y (p90) q = y, by(year) fast',
      {
        groups: {
          by: ['year'],
          columns: { m: 'median(y)', q: 'quantile(y, 90, type: 2)' },
        },
      },
    ],
    [
      'collapse (semean) y (iqr) x, by(year)',
      {
        groups: {
          by: ['year'],
          columns: {
            y: 'sd(y) / sqrt(count(y))',
            x: 'quantile(x, 75, type: 2) - quantile(x, 25, type: 2)',
          },
        },
      },
    ],
    [
      'collapse (count) y x [fw=w], by(year)',
      {
        groups: {
          by: ['year'],
          columns: { y: 'sum(if(!missing(y), w))', x: 'sum(if(!missing(x), w))' },
        },
      },
    ],
    [
      'reshape long y x@_r, i(id) j(year)',
      { long: { columns: { y: 'y{year}', x_r: 'x{year}_r' }, id: ['id'] } },
    ],
    [
      'reshape long y, i(id g) j(when) string',
      { long: { columns: { y: 'y{when}' }, id: ['id', 'g'], text: true } },
    ],
    ['reshape wide y x, i(id) j(year)', { wide: { columns: ['y', 'x'], by: 'year', id: ['id'] } }],
  ])('%s', (line, reshape) => {
    const { study, notTranslated, notes } = imported([line, 'reg y x']);
    expect(notTranslated).toEqual([]);
    expect(notes).toEqual([]);
    expect(study).toMatchObject({ data: 'd.dta', reshape });
  });

  test.each([
    'collapse (first) y, by(year)',
    'collapse (sum) y [aw=w], by(year)',
    'collapse y-x, by(year)',
    'collapse y, by(year) cw',
    'collapse y',
    'egen m = mean(y), by(id)\ncollapse m, by(year)',
    'gen d = int(year / 10)\ncollapse y, by(d)',
    'keep if x < .\nreshape wide y, i(id) j(year)',
    'merge m:1 id using e\ncollapse y, by(year)',
    'reshape long',
    'reshape long y*, i(id) j(year)',
  ])('is not made of %s', (lines) => {
    const { study, notTranslated } = imported([lines, 'reg y x']);
    expect(study.reshape).toBeUndefined();
    expect(study.data).toMatch(/^after-line-\d\.dta$/);
    expect(notTranslated).toHaveLength(1);
  });

  test('follows preserve and restore', () => {
    const lines = [
      'reg y x',
      'reg y w',
      'preserve',
      'collapse y x, by(year)',
      'reg y x',
      'restore',
    ];
    const { study, notTranslated } = imported([...lines, 'reg x y']);
    expect(study.reshape).toBeUndefined();
    expect(study.tables).toMatchObject({ T1: { models: [{}, {}, { formula: 'x ~ y' }] } });
    expect(notTranslated.join()).toContain(
      'line 6: the command is not translated: the model has other rows',
    );
  });
});

describe('groups of a model', () => {
  const groups = (keys: object) => prepareData(rows, { reshape: { groups: keys as never } });

  test('count the rows in no group, and keep their order', async () => {
    const where = 'x > 0';
    const { nrows, columns, prepared } = await groups({
      by: 'year',
      columns: { n: 'count()' },
      where,
    });
    const kept = rows.filter(({ x }) => x !== null && x > 0);
    expect(nrows).toBe(5);
    const counts = [...columns.get('n')!.values] as number[];
    expect(counts.reduce((a, b) => a + b)).toBe(kept.length);
    expect(prepared!.built.reshape).toMatchObject({ to: 'groups', absent: 60 - kept.length });
  });

  test.each([
    [{ by: 'year', columns: { x: 'x' } }, /bad-reshape.*one value of "x" for year 2000.*mean\(\)/],
    [{ by: 'year', columns: { year: 'mean(x)' } }, /column-exists.*"?year"?/],
    [{ by: 'yaer', columns: { x: 'mean(x)' } }, /unknown-column.*yaer.*year/],
    [{ by: 'year', columns: { x: 'mean(L.x)' } }, /no-panel/],
    [{ by: 'year', columns: { x: 'mean(x)' }, where: 'L.x > 0' }, /where-syntax/],
  ])('refuse %j', async (keys, expected) => {
    const error = await groups(keys).catch((one: Error & { code: string }) => one);
    expect(`${(error as { code?: string }).code}: ${(error as Error).message}`).toMatch(expected);
  });
});

const r = (line: string) =>
  importStudy(
    ['d <- read.csv("d.csv")', 'e <- read.csv("e.csv")', line, 'm <- lm(y ~ x, f)'].join('\n'),
    { from: 'r' },
  );
const python = (line: string) =>
  importStudy(
    [
      'd = pd.read_csv("d.csv")',
      'e = pd.read_csv("e.csv")',
      line,
      'm = smf.ols("y ~ x", data=f).fit()',
    ].join('\n'),
    { from: 'python' },
  );
const means = { y: 'mean(y)', x: 'mean(x)' };

describe('groups of R and Python', () => {
  const whole = { y: 'if(count(y) == count(), mean(y))', x: 'if(count(x) == count(), mean(x))' };
  test.each([
    [
      'f <- d %>% filter(w > 1) %>% group_by(id, year) %>% summarise(y = mean(y, na.rm = TRUE), x = mean(x, na.rm = T), n = n(), .groups = "drop")',
      { by: ['id', 'year'], columns: { ...means, n: 'count()' }, where: 'w > 1' },
    ],
    [
      'f <- summarize(d, y = mean(y), x = mean(x), .by = c(id, year))',
      { by: ['id', 'year'], columns: whole },
    ],
    [
      'f <- aggregate(cbind(y, x) ~ id, data = d, FUN = mean)',
      { by: ['id'], columns: means, where: '!missing(y, x, id)' },
    ],
    [
      'f <- d[w > 1, .(y = mean(y), x = mean(x), n = .N), by = .(id)]',
      { by: ['id'], columns: { ...whole, n: 'count()' }, where: 'w > 1' },
    ],
  ])('%s', (line, groups) => {
    const { study, notTranslated } = r(line);
    expect(notTranslated).toEqual([]);
    expect(study.reshape).toEqual({ groups });
  });

  test.each([
    ['f = d.groupby("id")[["y", "x"]].mean().reset_index()', { by: ['id'], columns: means }],
    [
      'f = d[d.w > 1].groupby(["id", "year"], as_index=False).agg(y=("y", "mean"), x=("x", "std"))',
      { by: ['id', 'year'], columns: { y: 'mean(y)', x: 'sd(x)' }, where: 'w > 1' },
    ],
    [
      'f = d.groupby("id").agg({"y": "sum", "x": "count"})',
      { by: ['id'], columns: { y: 'sum(y)', x: 'count(x)' } },
    ],
  ])('%s', (line, groups) => {
    const { study, notTranslated } = python(line);
    expect(notTranslated).toEqual([]);
    expect(study.reshape).toEqual({ groups });
  });

  test.each([
    'f <- d |> group_by(id) |> summarise(y = mean(y), x = y * 2)',
    'f <- d |> group_by(id) |> summarise(across(where(is.numeric), mean))',
    'f <- aggregate(y ~ id, d, function(v) mean(v))',
    'f <- rbind(d, subset(e, x > 1))',
    'f <- bind_rows(d, e, .id = "s")',
  ])('are not made of %s', (line) => {
    const { study, notTranslated } = r(line);
    expect([study.data, notTranslated.length]).toEqual(['after-line-3.csv', 1]);
  });

  test.each([
    'f = d.groupby("id").agg(y=("y", "first"))',
    'f = d.groupby("id", dropna=False)["y"].mean()',
    'f = pd.concat([d, e], axis=1)',
  ])('are not made of %s', (line) => {
    const { study, notTranslated } = python(line);
    expect([study.data, notTranslated.length]).toEqual(['after-line-3.csv', 1]);
  });
});

test('the key append has files below others as they are', () => {
  const file = [{ file: 'e.csv' }];
  for (const line of [
    'rbind(d, e)',
    'dplyr::bind_rows(d, e)',
    'rbindlist(list(d, e), fill = TRUE)',
  ])
    expect(r(`f <- ${line}`).study).toMatchObject({ data: 'd.csv', append: file });
  expect(python('f = pd.concat([d, e], ignore_index=True)').study.append).toEqual(file);
  const both = imported(['append using "e.dta" g, gen(src)', 'keep if x > 0', 'reg y x']);
  expect(both.study.append).toEqual([
    { file: 'e.dta', source: 'src' },
    { file: 'g.dta', source: 'src' },
  ]);
  for (const line of ['keep if x > 1', 'gen z = 1', 'merge m:1 year using p', 'collapse y, by(id)'])
    expect(imported([line, 'append using e', 'reg y x']).study).toMatchObject({
      data: 'after-line-3.dta',
    });
});

test('groups of appended files have the numbers of groups made by hand', async () => {
  const { study } = r(
    'f <- rbind(d, e) |> group_by(id, year) |> summarise(y = mean(y, na.rm = TRUE), x = mean(x, na.rm = TRUE))',
  );
  const data = groupsOf(rows).map((group) => ({
    y: mean(group.map(({ y }) => y)),
    x: mean(group.map(({ x }) => x)),
  }));
  const expected = await ols(data, { formula: 'y ~ x', vcov: 'unadjusted' });
  const plan = defineStudy({ ...study, data: undefined } as Parameters<typeof defineStudy>[0]);
  const table = await prepareData(rows.slice(20), {});
  const { models } = await runStudy(plan, rows.slice(0, 20), { read: async () => table });
  const [found] = Object.values(models) as (typeof expected)[];
  expect(found!.params['x']).toBeCloseTo(expected.params['x'], 10);
});
