import { badValue, checked } from '../check.js';
import { checkCompat } from './compat.js';
import type { DpdModel, GmmGroup, IvGroup } from './model.js';
import { instrumentsOf } from './roles.js';
import { dpdSchema } from './schema.js';

/** Checks a dynamic panel model and fills in its defaults. Throws as `Estimator.read`. */
export function readDpd(value: unknown): DpdModel {
  const { vcov, roles, gmm, ...rest } = checked(dpdSchema, value, 'dpd');
  if (gmm === undefined && roles === undefined) {
    throw badValue('gmm', 'a list of {vars, lags}, or roles', gmm);
  }
  const instruments = instrumentsOf(
    { gmm: gmm ?? [], iv: rest.iv },
    roles,
    rest.transform === 'level' ? 'level' : 'transformed',
  );
  const type = vcov.type ?? (rest.steps === 1 ? 'robust' : 'windmeijer');
  const system = rest.system || rest.transform === 'level';
  const gaps = rest.gaps ?? (rest.compat === 'gretl' ? 'bridge' : 'strict');
  const model: DpdModel = {
    ...rest,
    ...instruments,
    system,
    gaps,
    vcov: { type, small: vcov.small },
  };
  checkTogether(model);
  checkCompat(model);
  return model;
}

/** Rules that tie one key to another. */
function checkTogether(model: DpdModel): void {
  if (model.steps === 1 && model.vcov.type === 'windmeijer') {
    throw badValue('vcov.type', 'robust or unadjusted with steps 1', 'windmeijer');
  }
  if (model.weights?.type === 'probability' && model.vcov.type === 'unadjusted') {
    throw badValue('vcov.type', 'robust or windmeijer with probability weights', 'unadjusted');
  }
  for (const key of ['gmm', 'iv'] as const) {
    model[key].forEach((group, g) => checkPlace(group, `${key}[${g}]`, model));
  }
}

/** The equations that a group may serve in the model. */
function checkPlace(
  { equation, transform, passthru }: GmmGroup | IvGroup,
  path: string,
  model: DpdModel,
): void {
  const refuse = (key: string, expected: string, found: unknown) =>
    badValue(`${path}.${key}`, expected, found);
  if (model.transform === 'level') {
    if (equation === 'diff') throw refuse('equation', 'level, as transform is level', equation);
    if (transform !== undefined) {
      throw refuse('transform', 'none, as transform is level', transform);
    }
    return;
  }
  if (!model.system && equation === 'level') {
    throw refuse('equation', 'diff or both, as system is false', equation);
  }
  if (transform !== undefined && equation === 'level') {
    throw refuse('transform', 'none, as the group serves the level equation', transform);
  }
  if (passthru && model.system && equation === 'both') {
    throw refuse('passthru', 'equation diff or level with passthru', passthru);
  }
}
