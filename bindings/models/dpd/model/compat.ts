/** The key `compat`: a model is refused when its program computes something in a way that is not reproduced here. */
import { InputError } from '../../../core/errors/errors.js';
import type { DpdModel } from './model.js';

export function isClassical({ steps, vcov }: DpdModel): boolean {
  return steps === 1 && vcov.type === 'unadjusted';
}

type Rule = readonly [applies: (model: DpdModel) => boolean, what: string];

const smallFactor: Rule = [(model) => model.vcov.small, 'vcov.small, whose factor differs'];
const deviations = (why: string): Rule => [
  ({ transform }) => transform === 'fod',
  `transform fod, ${why}`,
];

const beyond: readonly Rule[] = [
  [({ steps }) => typeof steps === 'string', 'iterated and continuously updated estimates'],
  [({ weights }) => weights !== undefined, 'weights'],
  [({ pca }) => pca !== false, 'principal components'],
  [({ nonlinear }) => nonlinear !== false, 'nonlinear moment conditions'],
  [({ vcov }) => vcov.type === 'doubly-corrected', 'the doubly corrected covariance'],
  [({ vcov }) => vcov.cluster !== undefined, 'clusters other than the unit'],
];

/** Models that are refused for each program. */
const refused: Readonly<Record<Exclude<DpdModel['compat'], 'xtabond2'>, readonly Rule[]>> = {
  gretl: [
    smallFactor,
    [({ gaps }) => gaps === 'strict', 'gaps strict, as it takes differences across gaps'],
    deviations('which it does not have'),
    [
      (model) => isClassical(model) && model.system && model.h === 2,
      'unadjusted one-step errors of a system with --dpdstyle (h 2), which use the level residuals',
    ],
  ],
  plm: [
    smallFactor,
    deviations('which it does not have'),
    [
      (model) => model.system,
      'system models, whose other instruments it splits by equation and whose AR tests leave level residuals out',
    ],
    [isClassical, 'unadjusted one-step errors, which it computes without sigma2'],
  ],
  xtdpdgmm: [
    smallFactor,
    deviations('in which its lag(1 2) is lags [2, 3] under xtabond2'),
    [
      (model) => model.system && model.iv.some(({ equation }) => equation === 'both'),
      'ordinary instruments of both equations, which it has in one equation each',
    ],
    [isClassical, 'unadjusted one-step errors'],
  ],
};

/** @throws InputError `not-reproduced` */
export function checkCompat(model: DpdModel): void {
  const { compat } = model;
  if (compat === 'xtabond2') return;
  const rule = [...refused[compat], ...beyond].find(([applies]) => applies(model));
  if (rule === undefined) return;
  throw refusal(compat, rule[1]);
}

export function refusal(compat: string, what: string): InputError {
  const message = `${compat} is not reproduced for ${what}; expected another model, or compat xtabond2`;
  return new InputError(
    'not-reproduced',
    message,
    { compat, what },
    { of: 'model', key: 'compat' },
  );
}
