/** Templates of cells, rows at their places, marks of numbers, and where numbers come from. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { bootstrap, type FitResult, fitModel, ols, parseResult } from 'wasmetrics';
import { describeData } from 'wasmetrics/data';
import {
  balanceTable,
  lintTable,
  type PaperTable,
  regressionTable,
  renderTable,
  resultHash,
  type TableSpec,
  testTable,
  toJson,
} from 'wasmetrics/report';
import { fits as makeFits } from './fits.js';
import { provinces } from './provinces.js';

let fits: FitResult[];
beforeAll(async () => {
  fits = await makeFits();
});

const labelsOf = ({ body }: PaperTable) => body.map(({ label, kind }) => label || kind);
const rowOf = ({ body }: PaperTable, label: string) => body.find((row) => row.label === label)!;
const reason = (spec: TableSpec) => {
  try {
    regressionTable(fits, spec);
    return 'no error';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('templates', () => {
  it('fill a cell with several numbers, and keep each', () => {
    const cells = ['{estimate} ({stdError}){stars}', '[{low}; {high}]', 'p = {p}', '{t}'];
    const { body, notes } = regressionTable([fits[0]!], { cells, keep: ['k'] });
    const { params, stdErrors, confInt, statistics } = fits[0]!;
    expect(body.slice(0, 4).map((row) => row.cells[0]!.text)).toEqual([
      `${params['k']!.toFixed(3)} (${stdErrors['k']!.toFixed(3)})***`,
      `[${confInt['k']!.map((end) => end.toFixed(3)).join('; ')}]`,
      'p < 0.001',
      statistics['k']!.toFixed(3),
    ]);
    expect(body[1]!.cells[0]!.values).toEqual({
      low: confInt['k']![0],
      high: confInt['k']![1],
    });
    expect(notes[0]).toContain(
      'Standard errors in parentheses, 95% confidence intervals in brackets, p-values below the estimates, t statistics below the estimates',
    );
  });

  it('are refused where they name no number', () => {
    expect(reason({ cells: ['{estimat}'] })).toMatch(
      /found "\{estimat\}" \(did you mean "estimate"\?\)$/,
    );
    expect(reason({ cells: ['x'] })).toMatch(/^table: cells: expected a text with \{estimate\}/);
    expect(reason({ cells: ['{t}'], below: ['p'] })).toBe(
      'table: cells: expected cells or below, found both; put the lines into cells',
    );
  });
});

describe('terms', () => {
  it('are chosen, named and ordered by one map', () => {
    const terms = { k: 'Capital', '/^L(\\d)\\.n$/': 'Employment, lag $1', w: null };
    const table = regressionTable(fits, { terms });
    expect(
      labelsOf(table)
        .filter((label) => label !== 'below')
        .slice(0, 3),
    ).toEqual(['Capital', 'Employment, lag 1', 'w']);
    expect(reason({ terms: { W: null } })).toBe(
      'table: terms: no model has a term W (did you mean "w"?)',
    );
  });

  it('show collinear ones where asked', async () => {
    const data = { y: [1, 3, 2, 5], x: [1, 2, 3, 5], z: [2, 4, 6, 10] };
    const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x + z' });
    expect(labelsOf(regressionTable([fit]))).not.toContain('z');
    const shown = regressionTable([fit], { omitted: true });
    expect(rowOf(shown, 'z').cells[0]!.text).toBe('(omitted)');
  });
});

describe('rows', () => {
  it('stand after a term, before a statistic, or at a position', () => {
    const cells = ['a', 'b', 'c', 'd'];
    const rows = {
      One: { cells, after: 'w' },
      Two: { cells, before: 'nobs' },
      Three: { cells, position: 1 },
      Four: { cells },
    };
    const labels = labelsOf(regressionTable(fits, { rows }));
    expect(labels[0]).toBe('Three');
    expect(labels.indexOf('One')).toBe(labels.indexOf('w') + 2);
    expect(labels.indexOf('Two')).toBe(labels.indexOf('Observations') - 1);
    expect(labels.at(-1)).toBe('Four');
    expect(reason({ rows: { One: { cells, after: 'W' } } })).toBe(
      'table: rows.One: expected the name of a term, a statistic or a row, found W (did you mean "w"?)',
    );
  });

  it('say which effects are absorbed, with sizes on demand', () => {
    const plain = rowOf(regressionTable(fits), 'id fixed effects');
    expect(plain.cells.map(({ text }) => text)).toEqual(['No', 'Yes', 'No', 'Instrumented']);
    const sizes = rowOf(
      regressionTable(fits, { rows: { fixedEffects: 'sizes' } }),
      'id fixed effects',
    );
    expect(sizes.cells[1]!.text).toBe('Yes (140)');
    expect(labelsOf(regressionTable(fits, { rows: { fixedEffects: false } }))).not.toContain(
      'id fixed effects',
    );
  });
});

describe('marks of numbers', () => {
  it('follow the decimal mark in every text format', () => {
    const table = regressionTable(fits, { decimal: ',', below: ['interval'] });
    expect(rowOf(table, 'w').cells[0]!.text).toMatch(/^-0,\d{3}\*?$/);
    expect(table.body[1]!.cells[0]!.text).toMatch(/^\[-?\d,\d{3}; -?\d,\d{3}\]$/);
    expect(rowOf(table, 'Observations').cells[0]!.text).toBe('1.031');
    expect(table.notes).toContain('* p < 0,1, ** p < 0,05, *** p < 0,01.');
    expect(renderTable(table, 'latex')).toContain('output-decimal-marker={,}');
    expect(renderTable(table, 'csv')).toMatch(/^w,"-0,\d{3}\*?",/m);
    expect(lintTable(table, fits, { decimal: ',', below: ['interval'] })).toEqual([]);
  });

  it('are those of the style', () => {
    const table = regressionTable(fits, { style: 'three-line' });
    expect(rowOf(table, 'Observations').cells[0]!.text).toBe('1031');
    expect(table.body.some(({ kind }) => kind === 'rule')).toBe(false);
    expect(table.notes[0]).toMatch(/^Notes: Standard errors/);
  });
});

describe('where numbers come from', () => {
  it('every number knows its model, term, statistic and the hash of the result', () => {
    const table = regressionTable(fits, { below: ['stdError', 'interval'] });
    for (const { cells } of table.body) {
      for (const { text, value, values, name, statistic, model, hash } of cells) {
        if (value === undefined && values === undefined) continue;
        expect([text !== '', name !== undefined, statistic !== undefined]).toEqual([
          true,
          true,
          true,
        ]);
        expect(hash).toBe(resultHash(fits[model! - 1]!));
      }
    }
  });

  it('the hash is the SHA-256 of the JSON with sorted keys, also of a saved result', () => {
    const saved = JSON.parse(toJson(fits[2]!)) as object;
    const sorted = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
      if (typeof value !== 'object' || value === null) return JSON.stringify(value);
      const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${sorted(part)}`).join(',')}}`;
    };
    const hash = createHash('sha256').update(sorted(saved)).digest('hex');
    expect(resultHash(fits[2]!)).toBe(hash);
    expect(resultHash(parseResult(saved))).toBe(hash);
    vi.stubGlobal('process', undefined);
    const inBrowser = resultHash(fits[2]!);
    vi.unstubAllGlobals();
    expect(inBrowser).toBe(hash);
  });

  it('HTML links each number to its model', () => {
    const html = renderTable(regressionTable(fits), 'html');
    const ids = [...html.matchAll(/<li id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(4);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(renderTable(regressionTable(fits), 'html', { sources: false })).not.toContain('<a ');
  });
});

describe('a star that a bootstrap takes away', () => {
  it('is found with its column and term', async () => {
    const run = await bootstrap(fits[0]!, { reps: 49, seed: 1, workers: 0 }).result;
    const pValues = Object.fromEntries(Object.keys(fits[0]!.params).map((name) => [name, 0.2]));
    const fit = { ...fits[0]!, bootstrap: { ...run, pValues } };
    const found = lintTable(regressionTable([fit]), [fit]);
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      [
        'stars-lost-in-bootstrap',
        'column (1): w, k, _cons would lose stars by the p-values of the bootstrap',
      ],
    ]);
  });
});

describe('digits of single rows', () => {
  const textsOf = (table: PaperTable, label: string) =>
    rowOf(table, label).cells.map(({ text }) => text);

  it('are those of a term, of a statistic or of a variable', () => {
    const digits = { rows: { w: 1, rsquared: { significant: 2 } } };
    const table = regressionTable(fits.slice(0, 2), { digits });
    expect(textsOf(table, 'w')).toEqual(['-0.4*', '-0.3**']);
    expect(table.body[table.body.indexOf(rowOf(table, 'w')) + 1]!.cells[0]!.text).toBe('(0.2)');
    expect(textsOf(table, 'R²')).toEqual(['0.83', '0.99']);
    expect(textsOf(table, 'k')[0]).toMatch(/^\d\.\d{3}/);
  });

  it('need a row of that name', () => {
    expect(reason({ digits: { rows: { W: 2 } } })).toBe(
      'table: digits.rows: expected the name of a term, a statistic or a row, found W (did you mean "w"?)',
    );
    expect(reason({ digits: { rows: { w: -1 } } })).toMatch(/^table: digits/);
  });
});

describe('a coefficient that decimals would print as zero', () => {
  it('has significant digits, and lint says it', async () => {
    const x = Array.from({ length: 30 }, (_, i) => 1e6 * (i + (i % 3)));
    const noise = x.map((_, i) => (i % 5) - 2);
    const y = x.map((value, i) => 1 + 2.345e-6 * value + noise[i]!);
    const small = await ols(
      { x, y, z: noise.map((value) => value ** 3) },
      { formula: 'y ~ x + z' },
    );
    const table = regressionTable([small], { stars: { '*': 0.05 } });
    const [estimate, error] = table.body.filter(({ cells }) => cells[0]?.name === 'x');
    expect(estimate!.cells[0]!.text).toMatch(/^0\.0000023\*$/);
    expect(error!.cells[0]!.text).toMatch(/^\(0\.0000000\d\d\)$/);
    expect(lintTable(table, [small]).map(({ code }) => code)).toContain('tiny-coefficients');
    const plain = regressionTable([small], { digits: { significant: 3 } });
    expect(lintTable(plain, [small], { digits: { significant: 3 } })).toEqual([]);
  });

  it('shows a standard error that decimals would print as zero', async () => {
    const x = Array.from({ length: 60 }, (_, i) => 1e3 * (i + (i % 3)));
    const y = x.map((value, i) => 1 + 0.00145 * value + (i % 5) - 2);
    const fit = await ols({ '人均GDP(元)': x, y }, { formula: 'y ~ `人均GDP(元)`' });
    const table = regressionTable([fit]);
    const [estimate, error] = table.body;
    expect(estimate!.label).toBe('人均GDP(元)');
    expect(estimate!.cells[0]!.text).toMatch(/^0\.001\d\*\*\*$/);
    expect(error!.cells[0]!.text).toMatch(/^\(0\.0000\d\d\)$/);
    const labels = { '人均GDP(元)': 'GDP per head' };
    expect(regressionTable([fit], { labels }).body[0]!.label).toBe('GDP per head');
  });

  it('keeps its zeros where the standard error shows that they are no more than that', () => {
    const fit = {
      ...fits[0]!,
      params: { w: 0.0002 },
      stdErrors: { w: 0.01 },
      pValues: { w: 0.98 },
    };
    expect(regressionTable([fit]).body.find(({ label }) => label === 'w')!.cells[0]!.text).toBe(
      '0.000',
    );
  });
});

describe('tables that are not of models', () => {
  it("balance shows Welch's test of each group against the first", async () => {
    const description = await describeData(await provinces(), { columns: ['Level'], by: 'Region' });
    const { body, head } = balanceTable(description);
    expect(head[0]!.slice(1, 4)).toEqual(description.groups!.map(({ value }) => value));
    const [first, second] = description.groups!.map(({ columns }) => columns['Level']!);
    const gap = body[0]!.cells.find(({ column }) => column === 4)!;
    expect(gap.value).toBeCloseTo(second!.mean! - first!.mean!, 14);
    expect(body[0]!.cells.find(({ column }) => column === 5)!.text).toBe('0.425');
    await expect((async () => balanceTable(await describeData({ x: [1, 2] })))()).rejects.toThrow(
      'balanceTable: expected a description of two groups or more, found 0; describe the data with by',
    );
  });

  it('tests have their statistic, degrees of freedom and p-value', () => {
    const { hansen, wald } = fits[3]!.tests;
    const table = testTable({
      hansen: hansen!,
      'All slopes': wald!,
      none: { stat: null, pValue: null, reason: 'too few clusters' },
    });
    expect(table.body.map(({ label }) => label)).toEqual(['Hansen J', 'All slopes', 'none']);
    // prettier-ignore
    expect(table.body[0]!.cells.map(({ value }) => value)).toEqual([
      (hansen as { stat: number }).stat, (hansen as { df: number }).df, hansen!.pValue,
    ]);
    expect(table.warnings!.map(({ message }) => message)).toEqual(['none: too few clusters.']);
    expect(() => testTable([1] as never)).toThrow(
      /^testTable: tests: expected tests by their names/,
    );
  });
});
