/** Whatever the reader of models accepts, the JSON Schema accepts: in any form and spelling, of any estimator. */
import fc from 'fast-check';
import { parseModel } from 'wasmetrics';
import { expect, test } from 'vitest';
import { schemaOf } from './drawn-schema.js';

const { schema, isValid: isModel, objectOf } = schemaOf('model');
const estimators = ['Dpd', 'Gmm', 'Iv', 'Ols', 'Panel'];

const model = fc
  .constantFrom(...estimators)
  .chain((name) =>
    fc.tuple(
      fc.constantFrom(name.toLowerCase(), name, name.toUpperCase()),
      fc.constantFrom('y ~ x', 'y ~ L.y + x | w ~ z', 'reg y x, vce(cluster i)', 'y ~ x | i'),
      fc.constantFrom({ unit: 'i', time: 't' }, undefined),
      objectOf({ ...schema.$defs[`${name}ModelInput`]!, required: [] }),
    ),
  );

test('the schema accepts 10,000 drawn models if the reader does', () => {
  let naccepted = 0;
  fc.assert(
    fc.property(model, ([estimator, formula, panel, drawn]) => {
      const base = { estimator, formula, ...(panel && { panel }) };
      const keys = { ...base, ...drawn, estimator, formula };
      const written = /dpd/i.test(estimator) ? { gmm: [], ...keys } : keys;
      const value: unknown = JSON.parse(JSON.stringify(written));
      try {
        parseModel(value);
      } catch {
        return true;
      }
      naccepted += 1;
      if (isModel(value)) return true;
      throw new Error(`${JSON.stringify(value)}: ${JSON.stringify(isModel.errors?.slice(-3))}`);
    }),
    { numRuns: 10_000, seed: 1 },
  );
  expect(naccepted).toBeGreaterThan(1000);
});
