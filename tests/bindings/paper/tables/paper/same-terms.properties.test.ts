/** Terms of one column have one row, in whatever order a model writes their factors. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitModel } from 'wasmetrics';
import { regressionTable, renderTables } from 'wasmetrics/report';
import { noise } from '../../../../properties/resamples.js';

const next = noise(4);
const rows = Array.from({ length: 90 }, (_, i) => i);
const data = {
  y: rows.map(next),
  x: rows.map(next),
  z: rows.map(next),
  g: rows.map((i) => i % 3),
  h: rows.map((i) => (i * 7) % 4),
};

/** Spellings of the same columns. */
const spellings = [
  ['x:z', 'z:x'],
  ['x:z:x', 'x^2:z', 'z:x^2', 'x:x:z'],
  ['x^2', 'x:x'],
  ['x + x:i(h)', 'x + i(h):x'],
] as const;
const effects = ['g:h', 'h:g'] as const;

it('is shown once, with the numbers of each model', async () => {
  const formula = fc.tuple(
    ...spellings.map((list) => fc.constantFrom(...list)),
    fc.constantFrom(...effects),
  );
  const property = fc.asyncProperty(formula, formula, async (one, other) => {
    const fits = await Promise.all(
      [one, other].map((parts) => {
        const formulaText = `y ~ ${parts.slice(0, -1).join(' + ')} | ${parts.at(-1)!}`;
        return fitModel(data, { estimator: 'ols', formula: formulaText });
      }),
    );
    const table = regressionTable(fits, { rows: { fixedEffects: true } });
    const estimates = table.body.filter(({ kind }) => kind === 'estimate');
    expect(estimates).toHaveLength(Object.keys(fits[0]!.params).length);
    for (const { cells } of estimates)
      expect(cells.every(({ text }) => /\d/.test(text))).toBe(true);
    const yes = table.body.filter(({ label }) => /fixed effects/i.test(label));
    expect(yes).toHaveLength(1);
    expect(yes[0]!.cells.map(({ text }) => text)).toEqual(['Yes', 'Yes']);
  });
  await fc.assert(property, { seed: 3, numRuns: 40 });
});

it('is found by keep and labels in either order', async () => {
  const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x:z' });
  const table = regressionTable([fit], { keep: ['z:x'], labels: { 'z:x': 'Product' } });
  expect(renderTables({ T: table }, 'text')).toContain('Product');
});
