/** The columns of the data that a model names. */
import { parseCanonical, parseCanonicalTerms } from '../../data/formula/canonical.js';
import { columnsOf } from '../../data/formula/term.js';
import { columnsInWhere, parseWhere } from '../../data/where.js';
import type { Model } from '../model.js';

/** The columns of a covariance or a weighting matrix. */
interface Dependence {
  readonly cluster?: readonly string[] | undefined;
  readonly order?: string | undefined;
}

export function namedColumns(model: Model): string[] {
  const { depvar, regressors, effects, endogenous, instruments } = parseCanonical(model.formula);
  const groups = model.estimator === 'dpd' ? [...model.gmm, ...model.iv] : [];
  const listed = groups.flatMap(({ vars }) => vars.flatMap(parseCanonicalTerms));
  const terms = [depvar, ...regressors, ...effects, ...endogenous, ...instruments, ...listed];
  const { panel, where, weights, vcov } = model;
  const errors: readonly Dependence[] = [
    vcov,
    ...(model.estimator === 'gmm' ? [model.weight] : []),
  ];
  return [
    ...terms.flatMap(columnsOf),
    ...(panel === undefined ? [] : [panel.unit, panel.time]),
    ...(where === undefined ? [] : columnsInWhere(parseWhere(where))),
    ...(weights === undefined ? [] : [weights.column]),
    ...errors.flatMap(({ cluster = [], order }) => [...cluster, ...(order ? [order] : [])]),
  ];
}
