/** What all regressions answer alike. */
import type { Engine } from '../../core/engine/engine.js';
import { IdentificationError } from '../../core/errors/errors.js';
import { marginsOf } from '../../data/formula/coding.js';
import type { Formula } from '../../data/formula/canonical.js';
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

/** The regressors of a formula, coded after the margins that the estimator takes out. */
export function codedRegressors(
  formula: Formula,
  given: Parameters<typeof givenMargins>[1],
): CodedTerms {
  const margins = marginsOf([formula.regressors], givenMargins(formula, given));
  return { terms: formula.regressors, margins };
}

/** The sample with the columns that an estimate kept. Throws IdentificationError if it has others. */
export function keptColumns(whole: LinearSample, names: readonly string[]): LinearSample {
  const omitted = omittedOf(whole.names, names);
  const sample = omitted.length === 0 ? whole : withoutColumns(whole, omitted);
  return sameNames(sample, sample?.names, names);
}

/** The columns of a regressor matrix that an estimate left out, out of those of its model. */
export function omittedOf(whole: readonly string[], names: readonly string[]): string[] {
  return whole.filter((name) => !names.includes(name));
}

/** @throws IdentificationError `rank-deficient` if the data give other regressors than the estimate has */
export function sameNames<Sample>(
  sample: Sample | undefined,
  present: readonly string[] | undefined,
  names: readonly string[],
): Sample {
  if (sample !== undefined && present?.join() === names.join()) return sample;
  const message = `expected the regressors ${names.join(', ')}, found ${present?.join(', ') ?? 'none'}`;
  throw new IdentificationError('rank-deficient', message, { names });
}
