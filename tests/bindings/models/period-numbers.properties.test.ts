/** Times that write months, quarters, weeks or days as numbers: models with lags name the type to declare. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitModel, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { noise } from '../../properties/resamples.js';

const pad = (part: number) => String(part).padStart(2, '0');
/** Times of a year by notation: how many, and how each is written. */
const notations = {
  'date:ym': { count: 12, text: (year: number, i: number) => `${year}${pad(i + 1)}` },
  'date:yq': { count: 4, text: (year: number, i: number) => `${year}${i + 1}` },
  'date:yh': { count: 2, text: (year: number, i: number) => `${year}${i + 1}` },
  'date:yw': { count: 52, text: (year: number, i: number) => `${year}${pad(i + 1)}` },
} as const;
type Notation = keyof typeof notations;

function fileOf(notation: Notation, first: number, years: number, seed: number): string {
  const { count, text } = notations[notation];
  const next = noise(seed);
  const lines = ['id,t,y,x'];
  for (let id = 1; id <= 4; id++) {
    for (let i = 0; i < years * count; i++) {
      lines.push(`${id},${text(first + Math.floor(i / count), i % count)},${next()},${next()}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const panel = { unit: 'id', time: 't' } as const;
const shifted: readonly ModelInput[] = [
  { estimator: 'ols', formula: 'y ~ L.x', panel },
  { estimator: 'ols', formula: 'y ~ D.x', panel },
  { estimator: 'ols', formula: 'y ~ x*L(1).x', panel },
  { estimator: 'panel', formula: 'y ~ x', panel, effects: 'first-difference' },
  { estimator: 'iv', formula: 'y ~ 1 | x ~ L.x', panel },
  { estimator: 'ols', formula: 'y ~ v', panel, build: { v: 'L.x' } },
];

describe('periods as numbers', () => {
  it('are named with the type that reads them, which brings the lost rows back', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...(Object.keys(notations) as Notation[])),
      fc.integer({ min: 1950, max: 2040 }),
      fc.integer({ min: 3, max: 4 }),
      fc.constantFrom(...shifted),
      async (notation, first, years, model) => {
        const text = fileOf(notation, first, years, first);
        const fit = await fitModel(parseCsv(text), model);
        const warning = fit.warnings.find(({ code }) => code === 'period-numbers');
        expect(warning?.message).toContain(`types: {t: "${notation}"}`);
        const declared = await fitModel(parseCsv(text, { types: { t: notation } }), model);
        expect(declared.warnings.map(({ code }) => code)).not.toContain('period-numbers');
        expect(declared.nobs).toBe(fit.nobs + 4 * (years - 1));
      },
    );
    await fc.assert(property, { seed: 6, numRuns: 40 });
  });

  it.each([
    ['without lags', 'y ~ x', '202001', '202101', '202201'],
    ['of one year', 'y ~ L.x', '202001', '202002', '202003'],
    ['that are years', 'y ~ L.x', '2018', '2019', '2020'],
    ['that count', 'y ~ L.x', '201998', '201999', '202000'],
  ])('%s have no such warning', async (_, formula, ...times) => {
    const next = noise(2);
    const lines = [1, 2, 3, 4].flatMap((id) => times.map((t) => `${id},${t},${next()},${next()}`));
    const table = parseCsv(`id,t,y,x\n${lines.join('\n')}\n`);
    const fit = await fitModel(table, { estimator: 'ols', formula, panel });
    expect(fit.warnings.map(({ code }) => code)).not.toContain('period-numbers');
  });

  it('days of several years explain a panel without rows and one with too many periods', async () => {
    const days = ['20180115', '20190115', '20200115'];
    const next = noise(3);
    const text = (times: readonly string[]) =>
      `id,t,y,x\n${[1, 2].flatMap((id) => times.map((t) => `${id},${t},${next()},${next()}`)).join('\n')}\n`;
    const model: ModelInput = { estimator: 'ols', formula: 'y ~ L.x', panel };
    await expect(fitModel(parseCsv(text(days)), model)).rejects.toThrow(/types: \{t: "date:ymd"\}/);
    const long = ['19800115', '19990115', '20200115'];
    await expect(fitModel(parseCsv(text(long)), model)).rejects.toThrow(/date:ymd/);
  });
});
