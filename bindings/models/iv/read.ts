import { badValue } from '../schema/bad-value.js';
import { checked } from '../schema/check.js';
import { checkEffects, resolveInstrumentCovariance } from '../instruments/read.js';
import type { IvModel } from './model.js';
import { ivSchema, sizeExpected } from './schema.js';

/** Checks a model of instrumental variables and fills in its defaults. Throws as `Estimator.read`. */
export function readIv(value: unknown): IvModel {
  const { vcov, fuller, kappa, ...rest } = checked(ivSchema, value, 'iv');
  const { method } = rest;
  checkEffects(rest);
  if (method !== 'fuller' && fuller !== undefined) {
    throw badValue('fuller', `nothing with method ${method}`, fuller);
  }
  if (method !== 'kclass' && kappa !== undefined) {
    throw badValue('kappa', `nothing with method ${method}`, kappa);
  }
  if (method === 'kclass' && kappa === undefined) {
    throw badValue('kappa', `${sizeExpected} with method kclass`, undefined);
  }
  return {
    ...rest,
    ...(method === 'fuller' && { fuller: fuller ?? 1 }),
    ...(method === 'kclass' && { kappa }),
    vcov: resolveInstrumentCovariance(vcov, rest),
  };
}
