/** Every specification of a multiverse has the bits of a fit, and of a bootstrap, of its model alone. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrap, fitModel, loadEngine, type ModelInput, multiverse } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type { Choices, MultiverseInput, Specification } from 'wasmetrics/types';

const data = parseCsv(readFileSync('tests/golden/provinces/data.csv', 'utf8'));
const engine = await loadEngine();
const panel = { unit: 'province', time: 'year' } as const;
const filters = { all: null, late: 'year >= 2018', east: 'Region == "east"' } as const;

const models: readonly ModelInput[] = [
  { estimator: 'ols', panel, formula: 'Level ~ Gov + IL + Open' },
  { estimator: 'panel', panel, formula: 'Level ~ Gov + IL + Open' },
  { estimator: 'iv', panel, formula: 'Level ~ IL | Gov ~ UR + Open' },
  { estimator: 'gmm', panel, formula: 'Level ~ IL | Gov ~ UR + Open' },
];

const methods: Readonly<Record<string, readonly string[]>> = {
  panel: ['within', 'twoway', 'random', 'between', 'first-difference', 'pooled'],
  iv: ['2sls', 'liml', 'fuller', 'two-step', 'iterated'],
  gmm: ['one-step', 'two-step', 'cue', '2sls'],
};

const some = <T>(values: readonly T[], most: number) =>
  fc.option(fc.subarray([...values], { minLength: 1, maxLength: most }), { nil: undefined });

/** Random choices of an estimator. */
const choicesOf = ({ estimator }: ModelInput) =>
  fc.record({
    controls: fc.constantFrom(undefined, 'all' as const, [[], ['IL'], ['IL', 'log(PGpc)']]),
    outcomes: some(['Level', 'GovSupport'], 2),
    samples: fc.constantFrom(undefined, filters),
    fixedEffects: some([null, 'year', ['province', 'year']], 2),
    vcov: some(['HC1', 'unadjusted', 'cluster:province', 'hac:2'], 2),
    ...(estimator in methods && { methods: some(methods[estimator]!, 2) }),
    ...((estimator === 'iv' || estimator === 'gmm') && {
      instruments: some(['UR', 'UR Open', 'UR SFE'], 2),
    }),
  });

const covariances: Readonly<Record<string, object>> = {
  HC1: { type: 'HC1' },
  unadjusted: { type: 'unadjusted' },
  'cluster province': { type: 'cluster', cluster: 'province' },
  'hac 2': { type: 'hac', bandwidth: 2 },
};

/** The weight that belongs to a covariance where two-stage least squares become GMM. */
const weights: Readonly<Record<string, object>> = {
  HC1: { type: 'robust' },
  'cluster province': { type: 'cluster', cluster: 'province' },
  'hac 2': { type: 'hac', bandwidth: 2, order: 'year', kernel: 'bartlett' },
};

/** The model of a specification, written by hand from its choices. */
function modelOf(base: ModelInput, { choices, formula }: Specification): ModelInput {
  const { sample, vcov, method } = choices as Record<string, string | undefined>;
  const where =
    sample === undefined ? undefined : (filters as Record<string, string | null>)[sample];
  const common = { ...base, formula, ...(where && { where }) };
  const errors = vcov === undefined ? {} : { vcov: covariances[vcov] };
  if (method === undefined) return { ...common, ...errors } as ModelInput;
  if (base.estimator === 'panel') return { ...common, ...errors, effects: method } as ModelInput;
  if (['2sls', 'liml', 'fuller'].includes(method)) {
    const kept =
      base.estimator === 'gmm' && vcov === undefined ? { vcov: { type: 'HC0' } } : errors;
    return { ...common, ...kept, estimator: 'iv', method } as ModelInput;
  }
  const plain = vcov === undefined || vcov === 'unadjusted';
  const weight = base.estimator === 'gmm' || plain ? {} : { weight: weights[vcov] };
  const kept = base.estimator === 'iv' && plain ? {} : errors;
  return { ...common, ...kept, ...weight, estimator: 'gmm', method } as ModelInput;
}

async function outcomeOf(model: ModelInput, coefficient: string) {
  try {
    const { params, stdErrors, pValues, confInt, nobs } = await fitModel(data, model, { engine });
    if (!(coefficient in params)) return 'no-coefficient';
    const [estimate, stdError] = [params[coefficient], stdErrors[coefficient]];
    const [pValue, interval] = [pValues[coefficient], confInt[coefficient]];
    return { estimate, stdError, pValue, confInt: interval, nobs };
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('every specification of a static model', () => {
  test.each(models)(
    'has the bits of its own fit ($estimator)',
    async (base) => {
      await fc.assert(
        fc.asyncProperty(choicesOf(base), fc.constantFrom(0, 1), async (over, workers) => {
          const options = { over: over as Choices, workers, coefficient: 'Gov' };
          const { specifications } = await multiverse(data, base, options);
          for (const one of specifications.filter(({ own }) => !own)) {
            if (one.formula === undefined) continue;
            const expected = await outcomeOf(modelOf(base, one), 'Gov');
            const text = `${one.formula} ${JSON.stringify(one.choices)}`;
            if (typeof expected === 'string') expect(one.failure?.code, text).toBe(expected);
            else expect(one.estimate, text).toMatchObject(expected);
          }
        }),
        { numRuns: 4, seed: 19 },
      );
    },
    120_000,
  );

  test.each([
    [models[0]!, { reps: 39, scheme: 'wild-cluster', cluster: 'province', ci: 'basic' }],
    [models[0]!, { reps: 39, ci: 'bca' }],
    [models[1]!, { reps: 39, seed: 4, pValue: 'equal-tail' }],
    [models[2]!, { reps: 39, ci: 'normal' }],
  ] as readonly (readonly [ModelInput, NonNullable<MultiverseInput['bootstrap']>])[])(
    'has the bits of its own bootstrap (%#)',
    async (base, spec) => {
      const over: Choices = { controls: 'all', fixedEffects: [null, 'province'] };
      const options = { over, bootstrap: spec, coefficient: 'Gov' };
      const texts = await Promise.all(
        [0, 1, 2].map(async (workers) =>
          JSON.stringify(await multiverse(data, base, { ...options, workers })),
        ),
      );
      expect(new Set(texts).size).toBe(1);
      const { specifications } = await multiverse(data, base, { ...options, workers: 0 });
      for (const one of specifications) {
        const fit = await fitModel(data, modelOf(base, one), { engine });
        const { ci = 'percentile', ...rest } = spec;
        const { stdErrors, pValues, confInt } = await bootstrap(fit, {
          ...rest,
          ci: [ci],
          workers: 0,
        }).result;
        expect(one.estimate!.bootstrap, one.formula).toMatchObject({
          stdError: stdErrors['Gov'],
          pValue: pValues['Gov'],
          confInt: confInt[ci]!['Gov'],
        });
      }
    },
    120_000,
  );
});
