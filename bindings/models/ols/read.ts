import * as v from 'valibot';
import { linearBootstrap } from '../schema/bootstrap-schema.js';
import { checked } from '../schema/check.js';
import { resolveCovariance } from '../linear/model/covariance.js';
import { absorb, vcov, weights } from '../linear/model/schema.js';
import { linearChoices, multiverseOf } from '../multiverse/schema.js';
import { covarianceOf } from '../covariances/text.js';
import { dataKeys } from '../schema/data-schema.js';
import { common, panel, record } from '../schema/schema.js';
import type { OlsModel } from './model.js';

export const olsSchema = record({
  ...dataKeys,
  panel: v.optional(panel),
  where: common.where,
  estimator: v.literal('ols', 'ols'),
  formula: common.formula,
  weights: v.optional(weights),
  vcov: v.optional(covarianceOf(vcov), {}),
  absorb,
  bootstrap: v.optional(linearBootstrap),
  multiverse: multiverseOf(linearChoices),
  collinear: common.collinear,
  level: common.level,
  labels: common.labels,
  name: common.name,
});

/** Checks a least squares model and fills in its defaults. Throws as `Estimator.read`. */
export function readOls(value: unknown): OlsModel {
  const { vcov: written, ...rest } = checked(olsSchema, value, 'ols');
  const setting = { panel: rest.panel, weightType: rest.weights?.type };
  return { ...rest, vcov: resolveCovariance(written, setting) };
}
