/** Standard errors of linear bootstraps against those of R. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bootstrap, type BootstrapOptions, fitModel, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';

interface Scheme {
  readonly bootstrap: Partial<BootstrapOptions>;
  readonly reps: number;
  readonly stdErrors: Readonly<Record<string, number>>;
  readonly monteCarloErrors: Readonly<Record<string, number>>;
}

interface GoldenCase {
  readonly id: string;
  readonly data: string;
  readonly model: ModelInput;
  readonly schemes: Readonly<Record<string, Scheme>>;
}

const root = new URL('../../../golden/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const cases = readdirSync(new URL('resampling/', root)).map(
  (name) => JSON.parse(read(`resampling/${name}`)) as GoldenCase,
);

describe.each(cases)('$id', ({ data, model, schemes }) => {
  test.each(Object.entries(schemes))('%s', async (_, scheme) => {
    const fit = await fitModel(parseCsv(read(`${data}/data.csv`)), model);
    const { reps, stdErrors: expected, monteCarloErrors } = scheme;
    const options = { ...scheme.bootstrap, reps, seed: 20240229, ci: [], workers: 0 };
    const { stdErrors, monteCarloError, failed } = await bootstrap(fit, options).result;
    expect(failed).toBe(0);
    expect(Object.keys(stdErrors).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, other] of Object.entries(expected)) {
      const error = Math.sqrt(monteCarloError[name]! ** 2 + monteCarloErrors[name]! ** 2);
      expect(Math.abs(stdErrors[name]! - other) / error, name).toBeLessThan(4);
    }
  });
});
