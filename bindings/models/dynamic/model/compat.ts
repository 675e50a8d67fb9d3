/** The key `compat`: a model is refused when its program computes something in a way that is not reproduced here. */
import { InputError } from '../../../core/errors/errors.js';
import * as said from '../../../words/errors/models/dynamic-model.js';
import type { DynamicModel } from './model.js';

export function isClassical({ steps, vcov }: DynamicModel): boolean {
  return steps === 1 && vcov.type === 'unadjusted';
}

type Rule = readonly [applies: (model: DynamicModel) => boolean, limit: said.Limit];

const smallFactor: Rule = [(model) => model.vcov.small, 'small'];
const deviations = (limit: 'fod' | 'fod-lags'): Rule => [
  ({ transform }) => transform === 'fod',
  limit,
];

const beyond: readonly Rule[] = [
  [({ steps }) => typeof steps === 'string', 'iterated'],
  [({ weights }) => weights !== undefined, 'weights'],
  [({ pca }) => pca !== false, 'components'],
  [({ nonlinear }) => nonlinear !== false, 'nonlinear'],
  [({ vcov }) => vcov.type === 'doubly-corrected', 'doubly-corrected'],
  [({ vcov }) => vcov.cluster !== undefined, 'clusters'],
];

/** Models that are refused for each program. */
const refused: Readonly<Record<Exclude<DynamicModel['compat'], 'xtabond2'>, readonly Rule[]>> = {
  gretl: [
    smallFactor,
    [({ gaps }) => gaps === 'strict', 'gaps'],
    deviations('fod'),
    [(model) => isClassical(model) && model.system && model.h === 2, 'dpdstyle'],
  ],
  plm: [
    smallFactor,
    deviations('fod'),
    [(model) => model.system, 'system'],
    [isClassical, 'sigma2'],
  ],
  xtdpdgmm: [
    smallFactor,
    deviations('fod-lags'),
    [(model) => model.system && model.iv.some(({ equation }) => equation === 'both'), 'both'],
    [isClassical, 'unadjusted'],
  ],
};

/** @throws InputError `not-reproduced` */
export function checkCompat(model: DynamicModel): void {
  const { compat } = model;
  if (compat === 'xtabond2') return;
  const rule = [...refused[compat], ...beyond].find(([applies]) => applies(model));
  if (rule === undefined) return;
  throw refusal(compat, rule[1]);
}

export function refusal(compat: string, limit: said.Limit): InputError {
  const told = said.notReproduced({ compat, what: said.limitWords[limit], limit });
  return new InputError(told, { of: 'model', key: 'compat' });
}
