import * as v from 'valibot';
import { linearBootstrap } from '../schema/bootstrap-schema.js';
import { badValue } from '../schema/bad-value.js';
import { checked } from '../schema/check.js';
import { checkEffects, resolveInstrumentCovariance } from '../instruments/read.js';
import { instrumentKeys } from '../instruments/schema.js';
import { choice, record } from '../schema/schema.js';
import type { IvModel } from './model.js';

const methods = ['2sls', 'liml', 'fuller', 'kclass'] as const;

const sizeExpected = 'a number of at least 0';
const size = v.pipe(v.number(sizeExpected), v.finite(sizeExpected), v.minValue(0, sizeExpected));

export const ivSchema = record({
  ...instrumentKeys,
  estimator: v.literal('iv', 'iv'),
  method: v.optional(choice(methods, `one of ${methods.join(', ')}`), '2sls'),
  fuller: v.optional(size),
  kappa: v.optional(size),
  bootstrap: v.optional(linearBootstrap),
});

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
