import * as v from 'valibot';
import { gmmBootstrap } from '../schema/bootstrap-schema.js';
import { badValue } from '../schema/bad-value.js';
import { checked } from '../schema/check.js';
import { checkEffects, resolveInstrumentCovariance } from '../instruments/read.js';
import { instrumentKeys } from '../instruments/schema.js';
import { iterations, tolerance } from '../linear/model/schema.js';
import { choice, record } from '../schema/schema.js';
import type { GmmMethod, GmmModel } from './model.js';
import { asWeight, resolveWeight, weight } from './weight.js';

const methods = ['one-step', 'two-step', 'iterated', 'cue'] as const;

export const gmmSchema = record({
  ...instrumentKeys,
  estimator: v.literal('gmm', 'gmm'),
  method: v.optional(choice(methods, `one of ${methods.join(', ')}`), 'two-step'),
  weight: v.optional(weight, {}),
  tolerance: v.optional(tolerance),
  maxIterations: v.optional(iterations),
  bootstrap: v.optional(gmmBootstrap),
});

/** Checks a model of linear GMM and fills in its defaults. Throws as `Estimator.read`. */
export function readGmm(value: unknown): GmmModel {
  const {
    vcov,
    weight: matrix,
    tolerance: within,
    maxIterations,
    ...rest
  } = checked(gmmSchema, value, 'gmm');
  checkEffects(rest);
  const weighting = resolveWeight(matrix, rest);
  return {
    ...rest,
    weight: weighting,
    ...iterationKeys(rest.method, { tolerance: within, maxIterations }),
    vcov: resolveInstrumentCovariance(asWeight(vcov, weighting), rest),
  };
}

type Iterations = Pick<GmmModel, 'tolerance' | 'maxIterations'>;

function iterationKeys(method: GmmMethod, written: Iterations): Iterations {
  if (method === 'iterated' || method === 'cue') {
    return { tolerance: written.tolerance ?? 1e-8, maxIterations: written.maxIterations ?? 100 };
  }
  for (const key of ['tolerance', 'maxIterations'] as const) {
    const value = written[key];
    if (value !== undefined) throw badValue(key, `nothing with method ${method}`, value);
  }
  return {};
}
