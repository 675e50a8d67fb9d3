import type { Formula } from '../../data/formula/formula.js';
import type { LinearSample } from '../linear/design/sample.js';
import { withoutColumns } from '../linear/design/without-columns.js';

/**
 * The rows of a regression with instruments. Columns, in order: the endogenous regressors, the exogenous ones (the
 * constant is last), the excluded instruments.
 */
export interface InstrumentSample {
  readonly formula: Formula;
  readonly rows: LinearSample;
  readonly endogenous: readonly string[];
  readonly exogenous: readonly string[];
  readonly instruments: readonly string[];
}

/**
 * The sample without these regressors; undefined if no endogenous regressor is left. Stata's ivregress refuses such a
 * model too.
 */
export function withoutRegressors(
  sample: InstrumentSample,
  omitted: readonly string[],
): InstrumentSample | undefined {
  const rows = withoutColumns(sample.rows, omitted);
  const kept = (names: readonly string[]) => names.filter((name) => !omitted.includes(name));
  const endogenous = kept(sample.endogenous);
  if (rows === undefined || endogenous.length === 0) return undefined;
  return { ...sample, rows, endogenous, exogenous: kept(sample.exogenous) };
}
