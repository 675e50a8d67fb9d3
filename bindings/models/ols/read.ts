import type { ModelReader } from '../describe.js';
import { checked } from '../schema/check.js';
import { resolveCovariance } from '../linear/model/covariance.js';
import type { OlsModel } from './model.js';
import { olsSchema } from './schema.js';

/** How models of least squares are read. */
export const olsReader: ModelReader<OlsModel> = { name: 'ols', schema: olsSchema, read: readOls };

/** Checks a least squares model and fills in its defaults. Throws as `Estimator.read`. */
function readOls(value: unknown): OlsModel {
  const { vcov: written, ...rest } = checked(olsSchema, value, 'ols');
  const setting = { panel: rest.panel, weightType: rest.weights?.type };
  return { ...rest, vcov: resolveCovariance(written, setting) };
}
