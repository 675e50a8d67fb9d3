/** Columns that show parts of a model, other covariances and panels. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type FitResult, fitModel, parseResult, type Table } from 'wasmetrics';
import { type PaperTable, regressionTable, type TableSpec, toJson } from 'wasmetrics/report';
import type { IvModelInput, OlsModelInput } from 'wasmetrics/types';
import { fiveColumns, provinceFits, provinces, vcov } from './provinces.js';

let fits: FitResult[];
let data: Table;
beforeAll(async () => {
  data = await provinces();
  fits = await provinceFits();
});

const rowOf = ({ body }: PaperTable, label: string, place = 0) =>
  body.filter((row) => row.label === label)[place]!;
const valuesOf = (table: PaperTable, label: string) =>
  rowOf(table, label).cells.map(({ value }) => value);
const reason = (chosen: FitResult[], spec: TableSpec) => {
  try {
    regressionTable(chosen, spec);
    return 'no error';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('first stage and second stage', () => {
  it('are two columns of one model, each under its dependent variable', () => {
    const table = regressionTable(fits, fiveColumns);
    expect(table.head).toEqual([
      ['', 'OLS', 'OLS', '2SLS', '2SLS', 'System GMM'],
      ['', '', '', 'First stage', 'Second stage', ''],
    ]);
    expect(table.spans.map(({ head, over }) => [head, ...over])).toEqual([
      ['Service level', 1, 2],
      ['Digital government', 3, 3],
      ['Service level', 4, 5],
    ]);
    // prettier-ignore
    expect(table.sources!.map(({ model, part }) => [model, part])).toEqual([
      [1, undefined],
        [2, undefined],
      [3, 'first'],
        [3, 'second'],
        [4, undefined],
    ]);
    expect(valuesOf(table, 'Digital government')[3]).toBe(fits[2]!.params['Gov']);
  });

  it('has the least squares of the endogenous variable on all instruments', async () => {
    const table = regressionTable(fits, fiveColumns);
    const direct = await fitModel(data, {
      estimator: 'ols',
      formula: 'Gov ~ IL + Open + PGpc + UR + SFE + LlnGDPpc + GovSupport',
      vcov,
    });
    for (const [term, value] of Object.entries(direct.params)) {
      const row = table.body.find(({ cells }) => cells.some(({ name }) => name === term))!;
      expect(row.cells[2]!.value, term).toBe(value);
    }
  });

  it('has the errors of the tests of the instruments', () => {
    const [stage] = fits[2]!.tests.firstStage!;
    const table = regressionTable([fits[2]!], { columns: [{ part: 'first' }] });
    for (const [name, error] of Object.entries(stage!.stdErrors)) {
      const cell = table.body
        .flatMap(({ cells }) => cells)
        .find((one) => one.name === name && one.statistic === 'stdError')!;
      expect(cell.value! / error).toBeCloseTo(1, 10);
    }
    expect(valuesOf(table, 'First-stage F')).toEqual([stage!.partialF.stat]);
  });

  const errors = [
    ['unadjusted', 'unadjusted', 'conventional'],
    ['robust', 'HC1', 'heteroskedasticity-robust (HC1 with n/(n-k))'],
    ['HC1', 'HC1', 'heteroskedasticity-robust (HC1 with n/(n-k))'],
    ['cluster:province', 'cluster:province', 'clustered by province'],
    ['hac:1', 'hac:1', 'robust to heteroskedasticity and autocorrelation'],
  ] as const;
  it.each(errors.flatMap((one) => [true, false].map((diagnostics) => [...one, diagnostics])))(
    'has the errors of the model, which agree with the first-stage F: %s',
    async (ofModel, ofLeastSquares, words, diagnostics) => {
      const panel = { unit: 'province', time: 'year' };
      const formula = 'Level ~ IL | Gov ~ LlnGDPpc';
      const written = { panel, vcov: ofModel, diagnostics } as const;
      const fit = await fitModel(data, { estimator: 'iv', formula, ...written } as IvModelInput);
      const columns = [{ part: 'first' }, { part: 'reduced' }] as const;
      const table = regressionTable([fit], { columns });
      for (const [j, outcome] of ['Gov', 'Level'].entries()) {
        const direct = await fitModel(data, {
          estimator: 'ols',
          formula: `${outcome} ~ IL + LlnGDPpc`,
          panel,
          vcov: ofLeastSquares,
        } as OlsModelInput);
        const found = table.body
          .flatMap(({ cells }) => cells[j] ?? [])
          .filter(({ statistic }) => statistic === 'stdError');
        expect(found.length).toBe(3);
        for (const { name, value } of found) {
          expect(value! / direct.stdErrors[name!]!, name).toBeCloseTo(1, 10);
        }
      }
      expect(table.notes.join(' ')).toContain(words);
      if (!diagnostics) return;
      const [stage] = fit.tests.firstStage!;
      const t = stage!.params['LlnGDPpc']! / stage!.stdErrors['LlnGDPpc']!;
      expect(t * t).toBeCloseTo(stage!.partialF.stat!, 8);
      const cell = table.body
        .flatMap(({ cells }) => cells[0] ?? [])
        .find(({ name, statistic }) => name === 'LlnGDPpc' && statistic === 'stdError')!;
      expect(cell.value! / stage!.stdErrors['LlnGDPpc']!).toBeCloseTo(1, 10);
    },
  );

  it('has a column for each endogenous variable, or the one that is named', async () => {
    const formula = 'Level ~ Open | Gov + IL ~ LlnGDPpc + GovSupport + PGpc';
    const fit = await fitModel(data, { estimator: 'iv', formula, vcov });
    const both = regressionTable([fit], { columns: [{ part: 'first' }, { part: 'second' }] });
    expect(both.sources!.map(({ depvar }) => depvar)).toEqual(['Gov', 'IL', 'Level']);
    const one = regressionTable([fit], { columns: [{ part: 'first', of: 'IL' }] });
    expect(one.sources!.map(({ depvar }) => depvar)).toEqual(['IL']);
    expect(reason([fit], { columns: [{ part: 'first', of: 'Open' }] })).toBe(
      'table: columns[1].of: expected an endogenous variable (Gov, IL), found Open',
    );
  });

  it('has the reduced form, and the effects that the model absorbs', async () => {
    const formula = 'Level ~ IL | year | Gov ~ LlnGDPpc + GovSupport';
    const fit = await fitModel(data, { estimator: 'gmm', formula });
    const columns = [{ part: 'reduced' }, { part: 'first' }] as const;
    const table = regressionTable([fit], { columns });
    for (const [j, outcome] of ['Level', 'Gov'].entries()) {
      const direct = await fitModel(data, {
        estimator: 'ols',
        formula: `${outcome} ~ IL + LlnGDPpc + GovSupport | year`,
      });
      expect(valuesOf(table, 'LlnGDPpc')[j]).toBeCloseTo(direct.params['LlnGDPpc']!, 12);
    }
    expect(rowOf(table, 'year fixed effects').cells.map(({ text }) => text)).toEqual([
      'Yes',
      'Yes',
    ]);
  });

  it('has the excluded instruments of a saved result, and says so', () => {
    const saved = parseResult(JSON.parse(toJson(fits[2]!)));
    const table = regressionTable([saved], { columns: [{ part: 'first' }, { part: 'second' }] });
    const whole = regressionTable([fits[2]!], { columns: [{ part: 'first' }] });
    for (const label of ['LlnGDPpc', 'GovSupport']) {
      const [cell] = rowOf(table, label).cells;
      expect(cell!.text).toBe(rowOf(whole, label).cells[0]!.text);
    }
    expect(table.warnings!.map(({ message }) => message).join(' ')).toContain(
      'shows the excluded instruments only',
    );
    expect(reason([saved], { columns: [{ part: 'reduced' }] })).toMatch(/carries no data/);
  });

  it('is refused for a model without instruments', () => {
    expect(reason([fits[0]!], { columns: [{ part: 'first' }] })).toBe(
      'table: columns[1].part: expected a model with instruments (iv or gmm), found ols',
    );
  });
});

describe('another covariance', () => {
  it('has the errors of the model estimated with it, and names them in a row', async () => {
    const columns = ['own', { head: 'HC3', model: 1, vcov: 'HC3' }] as const;
    const table = regressionTable([fits[1]!], { columns });
    const formula = 'Level ~ Gov + IL + Open + PGpc + UR + SFE';
    const direct = await fitModel(data, { estimator: 'ols', formula, vcov: { type: 'HC3' } });
    const errors = table.body[1]!.cells.map(({ value }) => value);
    expect(errors).toEqual([fits[1]!.stdErrors['Gov'], direct.stdErrors['Gov']]);
    expect(rowOf(table, 'Standard errors').cells.map(({ text }) => text)).toEqual([
      'Clustered by id',
      'HC3',
    ]);
  });

  it('is one for all columns, or a list with null for that of the model', () => {
    const labels = (spec: TableSpec) =>
      rowOf(regressionTable(fits.slice(0, 2), spec), 'Standard errors').cells.map(
        ({ text }) => text,
      );
    expect(labels({ vcov: 'HC1' })).toEqual(['HC1', 'HC1']);
    expect(labels({ vcov: [null, { type: 'cluster', cluster: 'year' }] })).toEqual([
      'Clustered by id',
      'Clustered by year',
    ]);
    expect(reason(fits, { vcov: ['HC1'] })).toBe(
      'table: vcov: expected 4 covariances, one for each column, found 1',
    );
    expect(reason([fits[2]!], { vcov: 'HC3' })).toMatch(/HC3/);
  });
});

describe('panels', () => {
  const stacked: TableSpec = {
    panels: [
      { title: 'Least squares', models: [1, 2] },
      { title: 'Instruments', models: [3, 4] },
    ],
  };

  it('stand below each other under their titles, with the same columns', () => {
    const table = regressionTable(fits, stacked);
    const groups = table.body.filter(({ kind }) => kind === 'group').map(({ label }) => label);
    expect(groups).toEqual(['Panel A: Least squares', 'Panel B: Instruments']);
    expect(table.head).toEqual([['', '(1)', '(2)']]);
    expect(rowOf(table, 'Gov', 1).cells.map(({ value }) => value)).toEqual(
      fits.slice(2).map(({ params }) => params['Gov']),
    );
    expect(table.notes[0]).toContain('A(1), A(2), B(1): clustered by id');
  });

  it('merge equal statistics into rows below all panels', () => {
    const spec: TableSpec = {
      ...stacked,
      layout: 'merged',
      stats: ['nobs', 'rsquared'],
      panels: [
        { title: 'one', models: [1, 2] },
        { title: 'other', models: [{ model: 1, vcov: 'HC1' }, 2] },
      ],
    };
    const { body } = regressionTable(fits.slice(0, 2), spec);
    const last = body.slice(-2).map(({ label }) => label);
    expect(last).toEqual(['Observations', 'R²']);
    expect(body.filter(({ label }) => label === 'R²')).toHaveLength(1);
    expect(body.filter(({ label }) => label === 'Standard errors')).toHaveLength(2);
  });

  it('stand side by side under their titles', () => {
    const table = regressionTable(fits, { ...stacked, layout: 'side' });
    expect(table.spans.map(({ head, over, level = 0 }) => [head, ...over, level])).toEqual([
      ['Least squares', 1, 2, 0],
      ['Instruments', 3, 4, 0],
      ['Dependent variable: Level', 1, 4, 1],
    ]);
  });

  it('need every model', () => {
    expect(reason(fits, { panels: [{ title: 'a', models: [1, 2, 3] }] })).toBe(
      'table: panels: expected a column for each of 4 models, found none for model 4',
    );
    expect(reason(fits, { panels: [{ title: 'a', models: [5] }] })).toBe(
      'table: panels[1].models[1]: expected models from 1 to 4, found 5',
    );
  });
});

describe('headings', () => {
  it('are the values that split the samples', async () => {
    const split = await Promise.all(
      ['east', 'west', undefined].map((region) =>
        fitModel(data, {
          estimator: 'ols',
          formula: 'Level ~ Gov',
          ...(region !== undefined && { where: `Region == "${region}"` }),
        }),
      ),
    );
    const { spans } = regressionTable(split, { labels: { Region: 'Part of the country' } });
    expect(spans.map(({ head }) => head)).toEqual([
      'Dependent variable: Level',
      'Part of the country: east',
      'Part of the country: west',
      'Full sample',
    ]);
    const alike = regressionTable([split[0]!, split[0]!]);
    expect(alike.spans.map(({ head }) => head)).toEqual(['Dependent variable: Level']);
  });

  it('stand over columns of errors where these are next to the estimates', () => {
    const table = regressionTable(fits.slice(0, 2), { shape: 'columns', below: ['stdError', 'p'] });
    expect(table.head).toEqual([
      ['', ...Array.from({ length: 2 }, () => ['Estimates', 'Standard errors', 'P-values']).flat()],
    ]);
    expect(
      rowOf(table, 'Gov')
        .cells.map(({ column }) => column)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rowOf(table, 'Gov').cells.find(({ column }) => column === 5)!.value).toBe(
      fits[1]!.stdErrors['Gov'],
    );
    expect(rowOf(table, 'Observations').cells.map(({ column }) => column)).toEqual([1, 4]);
  });
});
