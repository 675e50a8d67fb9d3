/** Answers that are the same for all regressions. */
import type { Engine } from '../../core/engine/engine.js';
import { marginsOf } from '../../data/formula/coding.js';
import type { Formula } from '../../data/formula/canonical.js';
import { omittedOf, sameNames } from './estimate/kept-names.js';
import type { CodedTerms, FittedModel, Influence } from '../protocol.js';
import { givenMargins } from './design/margins.js';
import { keptPositions, type LinearSample } from './design/sample.js';
import { withoutColumns } from './design/without-columns.js';
import type { LinearFit } from './fitted.js';

type Answers<Fit> = Pick<
  Required<FittedModel<Fit, never>>,
  'table' | 'rows' | 'counted' | 'linear' | 'influence'
>;

/** The answers of an estimator whose fits are regressions of the rows that `linear` names. */
export function linearAnswers<Fit>(linear: (fit: Fit) => LinearFit): Answers<Fit> {
  return {
    linear,
    table: (fit) => linear(fit).rows.table,
    rows: (fit) => linear(fit).rows.rows,
    counted(fit) {
      const { table, panel, ledger, rows, weights } = linear(fit).rows;
      return { table, panel, positions: keptPositions(ledger), rows, weights };
    },
    influence: (engine, fit, coefficient) => influenceOf(engine, linear(fit), coefficient),
  };
}

async function influenceOf(engine: Engine, fit: LinearFit, of: string): Promise<Influence> {
  const { rowInfluence } = await import('./estimate/influence.js');
  return rowInfluence(engine, fit, of);
}

/** The regressors of a formula, coded given the margins that the estimator takes out. */
export function codedRegressors(
  formula: Formula,
  given: Parameters<typeof givenMargins>[1],
): CodedTerms {
  const margins = marginsOf([formula.regressors], givenMargins(formula, given));
  return { terms: formula.regressors, margins };
}

/** The sample with the columns that an estimate kept. Throws IdentificationError if the sample has other columns. */
export function keptColumns(whole: LinearSample, names: readonly string[]): LinearSample {
  const omitted = omittedOf(whole.names, names);
  const sample = omitted.length === 0 ? whole : withoutColumns(whole, omitted);
  return sameNames(sample, sample?.names, names);
}
