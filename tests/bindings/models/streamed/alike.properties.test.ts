/** A fit of a stream is the fit in memory, with its warnings or its error, for random models of awkward columns. */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { fitFile } from '../../../../bindings/models/functions/fit-file.js';
import type { ModelInput } from '../../../../bindings/models/model.js';
import { fileOf, removeFiles } from './support.js';

afterAll(removeFiles);

/** Rows with factors of one to four levels, a copy of a column, a constant and missing cells. */
const files = fc
  .record({ nrows: fc.integer({ min: 6, max: 30 }), seed: fc.integer({ min: 1, max: 1e6 }) })
  .map(({ nrows, seed }) => {
    let state = seed;
    const next = (below: number) => (state = (state * 48271) % 2147483647) % below;
    const rows = Array.from({ length: nrows }, (_, i) => {
      const x = next(50) / 10;
      const z = next(9) === 0 ? '' : next(30);
      return [next(80) / 10 + x, x, z, 2 * x, 1, 1, next(2), next(4), i % 5, 1 + next(3)].join(',');
    });
    return ['y,x,z,twice,one,h,two,four,g,w', ...rows].join('\n');
  });

const terms = ['x', 'z', 'twice', 'one', 'i(h)', 'i(two)', 'i(four)', 'i(h):x', 'i(two):i(four)'];
const models = fc.record({
  right: fc.uniqueArray(fc.constantFrom(...terms), { minLength: 1, maxLength: 4 }),
  vcov: fc.constantFrom('unadjusted', 'HC1', 'HC3', { type: 'cluster', cluster: 'g' }),
  more: fc.constantFrom(
    {},
    { weights: 'w' },
    { where: 'h == 1' },
    { where: 'four < 3' },
    { collinear: 'error' },
  ),
});

test('streams give the JSON of the fit in memory, warnings included', async () => {
  await fc.assert(
    fc.asyncProperty(files, models, async (csv, { right, vcov, more }) => {
      const path = fileOf('alike.csv', csv);
      const input = { estimator: 'ols', formula: `y ~ ${right.join(' + ')}`, vcov, ...more };
      const outcome = (stream: boolean) =>
        fitFile(path, input as ModelInput, { stream }).then(JSON.stringify, String);
      expect(await outcome(true)).toBe(await outcome(false));
    }),
    {
      numRuns: 60,
      seed: 5,
      examples: [
        [
          'y,x,h\n1,2,1\n2,1,1\n3,5,1\n5,4,1\n4,4,1',
          { right: ['x', 'i(h)'], vcov: 'HC1', more: {} },
        ],
      ],
    },
  );
});
