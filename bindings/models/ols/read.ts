import { checked } from '../schema/check.js';
import { resolveCovariance } from '../linear/model/covariance.js';
import type { OlsModel } from './model.js';
import { olsSchema } from './schema.js';

/** Checks a least squares model and fills in its defaults. Throws as `Estimator.read`. */
export function readOls(value: unknown): OlsModel {
  const { vcov: written, ...rest } = checked(olsSchema, value, 'ols');
  const setting = { panel: rest.panel, weightType: rest.weights?.type };
  return { ...rest, vcov: resolveCovariance(written, setting) };
}
