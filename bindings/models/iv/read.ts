import { nothingWith, numberWithMethod } from '../../words/expectations/models/rules.js';
import { numberAtLeast } from '../../words/expectations/values.js';
import { badValue } from '../schema/bad-value.js';
import type { ModelReader } from '../describe.js';
import { checked } from '../schema/check.js';
import { instrumentMethods } from '../instruments/methods.js';
import { canonicalSets, checkEffects, resolveInstrumentCovariance } from '../instruments/read.js';
import type { IvModel } from './model.js';
import { ivSchema } from './schema.js';

/** How models of instrumental variables are read. */
export const ivReader: ModelReader<IvModel> = {
  name: 'iv',
  schema: ivSchema,
  read: readIv,
  methods: instrumentMethods,
};

/** Checks a model of instrumental variables and fills in its defaults. Throws as `Estimator.read`. */
function readIv(value: unknown): IvModel {
  const { vcov, fuller, kappa, ...rest } = checked(ivSchema, value, 'iv');
  const { method } = rest;
  checkEffects(rest);
  if (method !== 'fuller' && fuller !== undefined) {
    throw badValue('fuller', nothingWith({ key: 'method', value: method }), fuller);
  }
  if (method !== 'kclass' && kappa !== undefined) {
    throw badValue('kappa', nothingWith({ key: 'method', value: method }), kappa);
  }
  if (method === 'kclass' && kappa === undefined) {
    const expected = numberWithMethod({ expected: numberAtLeast({ low: 0 }), method });
    throw badValue('kappa', expected, undefined);
  }
  return {
    ...rest,
    cTests: canonicalSets(rest.cTests),
    ...(method === 'fuller' && { fuller: fuller ?? 1 }),
    ...(method === 'kclass' && { kappa }),
    vcov: resolveInstrumentCovariance(vcov, rest),
  };
}
