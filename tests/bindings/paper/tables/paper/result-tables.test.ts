/** Effects, tests and specifications as tables: their numbers, labels and every format. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import {
  diagnostics,
  fit,
  type FitResult,
  hausman,
  margins,
  multipleTests,
  multiverse,
  permutationTest,
  wald,
} from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import {
  type PaperTable,
  renderTable,
  resultTable,
  type ResultTableSpec,
  type TabledResult,
  tableFormats,
  tableFormatWarnings,
} from 'wasmetrics/report';
import { every } from '../../../../every.js';

const csv = new URL('../../../../../examples/abdata.csv', import.meta.url);
const panel = { unit: 'id', time: 'year' };

let ols: FitResult;
/** A result of each kind. */
let results: Readonly<Record<string, TabledResult>>;
beforeAll(async () => {
  const table = await readTable(readFileSync(csv));
  ols = await fit(table, { estimator: 'ols', formula: 'n ~ w * k' });
  const within = await fit(table, { estimator: 'panel', formula: 'n ~ w + k', panel });
  const random = await fit(table, {
    estimator: 'panel',
    effects: 'random',
    formula: 'n ~ w + k',
    panel,
  });
  const model = { estimator: 'ols', formula: 'n ~ w + k + ys' } as const;
  results = {
    margins: await margins(ols, { of: 'w', at: { k: [-1, 1] } }),
    wald: await wald(ols, ['w = k', 'w:k = 0']),
    diagnostics: await diagnostics(ols),
    hausman: await hausman(within, random),
    hypotheses: await multipleTests([ols, within], { of: ['w', 'k'], adjust: ['holm', 'bh'] }),
    permutation: await permutationTest(ols, { of: 'w', reps: 19, seed: 1 }),
    multiverse: await multiverse(table, model, {
      coefficient: 'w',
      over: { controls: 'all', samples: { all: null, few: 'id == 1 and year < 1979' } },
      workers: 0,
    }),
  };
});

const cellOf = ({ body }: PaperTable, label: string, statistic: string) =>
  body.find((row) => row.label === label)?.cells.find((cell) => cell.statistic === statistic);

it('effects have their numbers, and labels of variables and moderators', () => {
  const result = results['margins']!;
  const table = resultTable(result, { labels: { w: 'Log wage', k: 'Capital' } });
  const [effect] = (result as Awaited<ReturnType<typeof margins>>).effects;
  expect(table.head[0]!.slice(1, 3)).toEqual(['Capital', 'Marginal effect']);
  expect(cellOf(table, 'Log wage', 'estimate')!.value).toBe(effect!.estimate);
  expect(cellOf(table, 'Log wage', 'interval')!.values).toEqual({
    low: effect!.confInt[0],
    high: effect!.confInt[1],
  });
  expect(table.notes[0]).toMatch(/^Standard errors by the delta method; /);
});

it('hypotheses have the labels of their terms, and a joint test', () => {
  const table = resultTable(results['wald']!, { labels: { w: 'Wage', k: 'Capital' } });
  expect(table.body.map(({ label }) => label)).toEqual([
    'Wage = Capital',
    'Wage × Capital = 0',
    'Joint test',
  ]);
  expect(cellOf(table, 'Joint test', 'df')!.values).toEqual({ df1: 2, df2: ols.dfResid });
});

it('an inequality has a one-sided p-value and says so', async () => {
  const test = await wald(ols, ['w > 0']);
  const table = resultTable(test);
  expect(cellOf(table, 'w > 0', 'p')!.value).toBe(test.test.pValue);
  expect(table.notes[0]).toBe('P-values of inequalities are one-sided.');
});

it('specifications have their choices, and notes say why some are missing', () => {
  const table = resultTable(results['multiverse']!, { language: 'zh' });
  const own = table.body[0]!;
  expect(own.label).toBe('(1) 作者的模型');
  expect(own.cells.map(({ text }) => text).slice(0, 2)).toEqual(['是', '是']);
  const failed = table.body.filter(({ cells }) => !cells.some((c) => c.statistic === 'estimate'));
  expect(failed.length).toBeGreaterThan(0);
  expect(table.notes.join('')).toMatch(/\(\d\)(、\(\d\))*：/);
});

it('keys that the table does not have are refused', () => {
  const spec = { below: ['t'] } as ResultTableSpec;
  expect(() => resultTable(results['margins']!, spec)).toThrow(/found below/);
  expect(() => resultTable(ols as never)).toThrow(/kind: expected one of margins/);
});

it('each kind is written in every format, in two languages', () =>
  every(
    Object.keys(results).flatMap((kind) => tableFormats.map((format) => [kind, format] as const)),
    ([kind, format]) => `${kind} as ${format}`,
    async ([kind, format]) => {
      for (const language of ['en', 'zh'] as const) {
        const table = resultTable(results[kind]!, { title: 'Title of it', language });
        const written = await renderTable(table, format);
        if (typeof written === 'string') expect(written).toContain('Title of it');
        else expect(written.length).toBeGreaterThan(1000);
      }
    },
  ));

/** What each key adds to the text of a table; undefined if it only changes it. */
const keys: Readonly<Record<string, readonly [ResultTableSpec, shows?: RegExp]>> = {
  title: [{ title: 'Employment by firm' }, /Employment by firm/],
  labels: [{ labels: { w: 'Log wage', k: 'Log wage too' } }, /Log wage/],
  digits: [{ digits: 6 }],
  stars: [{ stars: { '+': 0.2 } }, /\+/],
  notes: [{ notes: ['Source: firms.'] }, /Source: firms/],
  language: [{ language: 'zh' }, /[\u4E00-\u9FFF]/],
  decimal: [{ decimal: ',' }],
  font: [{ font: { family: 'Noto Sans', size: 7 } }],
  widths: [{ widths: { labels: 6, columns: 8 } }],
};

it('each key changes each kind in every format, or is said to have no effect', () =>
  every(
    ['margins', 'wald', 'multiverse'].flatMap((kind) =>
      Object.keys(keys).map((key) => [kind, key] as const),
    ),
    ([kind, key]) => `${key} of ${kind}`,
    async ([kind, key]) => {
      const [spec, shows] = keys[key]!;
      const [plain, table] = [resultTable(results[kind]!), resultTable(results[kind]!, spec)];
      for (const format of tableFormats) {
        if (format === 'pdf' || format === 'png') continue;
        if (tableFormatWarnings(table, format).some((one) => /no effect/.test(one))) continue;
        const [before, after] = [
          await renderTable(plain, format),
          await renderTable(table, format),
        ];
        expect([format, after]).not.toEqual([format, before]);
        if (typeof after === 'string' && shows !== undefined) expect(after).toMatch(shows);
      }
    },
  ));
