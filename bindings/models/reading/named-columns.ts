/** The columns of the data that a model names. */
import { parseCanonical, parseCanonicalTerms } from '../../data/formula/canonical.js';
import { columnsOf } from '../../data/formula/term.js';
import { filters } from '../../data/filters.js';
import { extraEntries } from '../covariances/registry.js';
import type { Model } from '../model.js';
import type { NamedDependence } from '../protocol.js';
import { laterEstimator } from './load-estimator.js';

export function namedColumns(model: Model): string[] {
  const { depvar, regressors, effects, endogenous, instruments } = parseCanonical(model.formula);
  const { terms: texts = [], dependence = [] } =
    laterEstimator(model.estimator).loaded!.named?.(model) ?? {};
  const listed = texts.flatMap(parseCanonicalTerms);
  const terms = [depvar, ...regressors, ...effects, ...endogenous, ...instruments, ...listed];
  const { panel, where, weights, vcov } = model;
  const errors: readonly NamedDependence[] = [vcov, ...dependence];
  return [
    ...terms.flatMap(columnsOf),
    ...(panel === undefined ? [] : [panel.unit, panel.time]),
    ...(where === undefined ? [] : columnsInFilter(where)),
    ...(weights === undefined ? [] : [weights.column]),
    ...errors.flatMap(({ cluster = [], order }) => [...cluster, ...(order ? [order] : [])]),
    ...extraEntries<string>(vcov, 'columns').map(([, column]) => column),
  ];
}

function columnsInFilter(where: string): readonly string[] {
  const { columnsInWhere, parseWhere } = filters.loaded!;
  return columnsInWhere(parseWhere(where));
}
