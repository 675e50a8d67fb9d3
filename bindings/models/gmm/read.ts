import { nothingWith } from '../../words/expectations/models/rules.js';
import { badValue } from '../schema/bad-value.js';
import type { ModelReader } from '../describe.js';
import { checked } from '../schema/check.js';
import { instrumentMethods } from '../instruments/methods.js';
import { canonicalSets, checkEffects, resolveInstrumentCovariance } from '../instruments/read.js';
import type { GmmMethod, GmmModel } from './model.js';
import { gmmSchema } from './schema.js';
import { asWeight, resolveWeight } from './weight.js';

/** How models of linear GMM are read. */
export const gmmReader: ModelReader<GmmModel> = {
  name: 'gmm',
  schema: gmmSchema,
  read: readGmm,
  methods: instrumentMethods,
};

/** Checks a model of linear GMM and fills in its defaults. Throws as `Estimator.read`. */
function readGmm(value: unknown): GmmModel {
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
    cTests: canonicalSets(rest.cTests),
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
    if (value !== undefined)
      throw badValue(key, nothingWith({ key: 'method', value: method }), value);
  }
  return {};
}
