import { badValue, checked } from '../check.js';
import { checkCompat } from './compat.js';
import type { DpdModel, Equation } from './model.js';
import { instrumentsOf } from './roles.js';
import { dpdSchema } from './schema.js';

/** Checks a dynamic panel model and fills in its defaults. Throws as `Estimator.read`. */
export function readDpd(value: unknown): DpdModel {
  const { vcov, roles, gmm, ...rest } = checked(dpdSchema, value, 'dpd');
  if (gmm === undefined && roles === undefined) {
    throw badValue('gmm', 'a list of {vars, lags}, or roles', gmm);
  }
  const instruments = instrumentsOf({ gmm: gmm ?? [], iv: rest.iv }, roles, 'transformed');
  const type = vcov.type ?? (rest.steps === 1 ? 'robust' : 'windmeijer');
  const model: DpdModel = { ...rest, ...instruments, vcov: { type, small: vcov.small } };
  checkTogether(model);
  checkCompat(model);
  return model;
}

/** Rules that tie one key to another. */
function checkTogether(model: DpdModel): void {
  if (model.steps === 1 && model.vcov.type === 'windmeijer') {
    throw badValue('vcov.type', 'robust or unadjusted with steps 1', 'windmeijer');
  }
  if (model.system) return;
  const refuse = (key: string) => (group: { readonly equation: Equation }, i: number) => {
    if (group.equation !== 'level') return;
    throw badValue(`${key}[${i}].equation`, 'diff or both, as system is false', 'level');
  };
  model.gmm.forEach(refuse('gmm'));
  model.iv.forEach(refuse('iv'));
}
