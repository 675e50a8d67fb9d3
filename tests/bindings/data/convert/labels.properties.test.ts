/** Value labels of each format that has them stand for their values wherever a text could. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../../../../bindings/data/column.js';
import { convertTable } from '../../../../bindings/data/convert/convert.js';
import { readTable } from '../../../../bindings/data/index.js';
import type { Table } from '../../../../bindings/data/table.js';
import { ols } from '../../../../bindings/models/functions/estimate.js';
import { fitAll } from '../../../../bindings/models/functions/fit-all.js';
import { compareGroups } from '../../../../bindings/analysis/bootstrap/groups/groups.js';
import { prepareData } from '../../../../bindings/models/preparation/prepare.js';

const nrows = 60;
const draws = (seed: number) =>
  Float64Array.from({ length: nrows }, (_, i) => Math.sin(seed + 12.9 * i) + ((i * seed) % 5));

/** Rows whose region is a text, and the same with codes that have these texts as labels. */
function tables(labels: readonly string[], codes: readonly number[]): [Table, Table] {
  const region = Array.from({ length: nrows }, (_, i) => ((i >> 2) + i * i) % labels.length);
  const numbers: readonly (readonly [string, Column])[] = [
    ['y', { kind: 'number', values: draws(3) }],
    ['x', { kind: 'number', values: draws(7) }],
  ];
  const texts = region.map((one) => labels[one]!);
  const values = Float64Array.from(region, (one) => codes[one]!);
  const valueLabels = new Map(labels.map((label, i) => [String(codes[i]), label]));
  return [
    { nrows, columns: new Map([...numbers, ['reg', { kind: 'text', values: texts }]]) },
    { nrows, columns: new Map([...numbers, ['reg', { kind: 'number', values, valueLabels }]]) },
  ];
}

const label = fc.stringMatching(/^[A-Za-z北京省][A-Za-z 省é-]{0,8}[a-z京]$/);
const kept = (one: number) => Number(one.toPrecision(10));

async function numbersOf(table: Table, labels: readonly string[]): Promise<unknown[]> {
  const text = JSON.stringify(labels[0]);
  const where = (filter: string) => ols(table, { formula: 'y ~ x', where: filter });
  const built = await prepareData(table, {
    build: {
      own: `if(reg == ${text}, x, 0)`,
      share: 'mean(x, by: reg)',
      among: `if(in(reg, ${text}), 1, 0)`,
      least: 'first(x, by: reg, order: y)',
    },
  });
  const fits = [
    await where(`reg == ${text}`),
    await where(`reg != ${text} && x > 0`),
    await where(`in(reg, ${text})`),
    await ols(built, { formula: 'y ~ own + share + among + least' }),
    await ols(table, { formula: `y ~ x + i(reg, ref=${text})`, where: 'x > -9' }),
    await ols(table, { formula: 'y ~ x | reg', vcov: { type: 'cluster', cluster: 'reg' } }),
  ];
  const model = { estimator: 'ols', formula: 'y ~ x' } as const;
  const { groups } = await compareGroups(table, model, {
    by: 'reg',
    of: 'x',
    methods: ['wald'],
    levels: labels,
  });
  const split = await fitAll(table, { ...model, split: 'reg' });
  const parts = split.map(({ name, nobs, params }) => [name, nobs, kept(params['x']!)]);
  const ofGroups = groups.map(({ nobs, estimate, stdError }) => [
    nobs,
    kept(estimate!),
    kept(stdError!),
  ]);
  const all = fits.map(({ params, stdErrors, nobs }) => [
    nobs,
    ...[params, stdErrors].map((one) =>
      Object.values(one)
        .map(kept)
        .sort((a, b) => a - b),
    ),
  ]);
  return [...all, ofGroups, parts.sort()];
}

test.each(['dta', 'arrow', 'parquet', 'json'] as const)('in %s', async (format) => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(label, { minLength: 3, maxLength: 5 }),
      fc.uniqueArray(fc.integer({ min: -20, max: 90 }), { minLength: 5, maxLength: 5 }),
      async (labels, codes) => {
        const [texts, coded] = tables(labels, codes);
        const { bytes } = await convertTable(coded, format);
        const read = await readTable(bytes, { name: `a.${format}` });
        expect(await numbersOf(read, labels)).toEqual(await numbersOf(texts, labels));
        for (const one of ['reg == "unknown!"', 'in(reg, "unknown!")']) {
          await expect(ols(read, { formula: 'y ~ x', where: one })).rejects.toThrow(
            JSON.stringify(labels[1]),
          );
        }
        await expect(ols(read, { formula: 'y ~ i(reg, ref="unknown!")' })).rejects.toThrow(
          labels[1]!,
        );
      },
    ),
    { numRuns: 15 },
  );
});
