import { IdentificationError } from '../../core/errors/errors.js';
import { underIdentified as tooFewInstruments } from '../../words/errors/models/instruments.js';
import { Status } from '../../core/engine/status.js';
import type { DataInput } from '../../data/to-table.js';
import type { Formula } from '../../data/formula/formula.js';
import type { Frame } from '../../data/evaluate.js';
import { type Margin, type Margins, marginsOf } from '../../data/formula/coding.js';
import type { LinearCovariance } from '../linear/model/model.js';
import { givenMargins } from '../linear/design/margins.js';
import { buildSample, type LinearSample } from '../linear/design/sample.js';
import { withoutColumns } from '../linear/design/without-columns.js';
import type { LinearSpec } from '../linear/design/spec.js';
import { instrumentFormula } from './formula.js';
import type { InstrumentsModel } from './model.js';

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

/** How GMM differs from other estimators. */
export interface MomentRows {
  /** Covariance of the weighting matrix, if its clusters or order differ from those of the model. */
  readonly weighting: LinearCovariance | undefined;
}

/**
 * Evaluates formula, filter, weights and clusters on the data. A row needs outcome, regressors and instruments. GMM
 * with absorbed effects has no constant, because the constant's moment is 0 within the effects and has no variance.
 *
 * @throws InputError as `buildSample` and `instrumentFormula`
 */
export function buildInstrumentSample(
  model: InstrumentsModel & { readonly estimator: string },
  data: DataInput,
  math: Frame['math'],
  gmm?: MomentRows,
): InstrumentSample {
  const spec = instrumentSpec(model, gmm);
  return instrumentSample(spec, buildSample(spec, data, math));
}

/** What a regression with instruments needs from the data. Its formula lists all columns as regressors. */
export interface InstrumentSpec extends LinearSpec {
  readonly parts: Formula;
}

export function instrumentSpec(
  model: InstrumentsModel & { readonly estimator: string },
  gmm?: MomentRows,
): InstrumentSpec {
  const written = instrumentFormula(model.estimator, model.formula);
  const absorbs = model.effects === 'within' || written.effects.length > 0;
  const formula = { ...written, intercept: written.intercept && !(gmm && absorbs) };
  const { regressors, endogenous, instruments } = formula;
  const units = model.effects === 'within' ? [model.panel!.unit] : [];
  const differences = model.effects === 'first-difference';
  const given = givenMargins(formula, { ...model, absorbs: units, differences });
  return {
    ...model,
    formula: { ...formula, regressors: [...endogenous, ...regressors, ...instruments] },
    parts: formula,
    termsBeforeConstant: endogenous.length + regressors.length,
    margins: marginsOfParts(formula, given),
    differences,
    weighting: gmm?.weighting,
  };
}

/** Names the parts of a sample. */
export function instrumentSample(
  { parts: formula }: InstrumentSpec,
  rows: LinearSample,
): InstrumentSample {
  const { regressors, endogenous } = formula;
  const columns = (terms: number) => rows.widths.slice(0, terms).reduce((sum, w) => sum + w, 0);
  const first = columns(endogenous.length);
  const second = columns(endogenous.length + regressors.length) + Number(formula.intercept);
  return {
    formula,
    rows,
    endogenous: rows.names.slice(0, first),
    exogenous: rows.names.slice(first, second),
    instruments: rows.names.slice(second),
  };
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

/**
 * Exogenous regressors come before the endogenous ones and before the instruments, neither of which count as margins
 * for the other.
 */
function marginsOfParts(
  { regressors, endogenous, instruments }: Formula,
  given: readonly Margin[],
): Margins {
  return new Map([
    ...marginsOf([regressors, endogenous], given),
    ...marginsOf([regressors, instruments], given),
  ]);
}

/** Reports fewer excluded instruments than endogenous regressors; `dropped` are the collinear ones. */
export function underIdentified(
  estimator: string,
  { endogenous, instruments }: Pick<InstrumentSample, 'endogenous' | 'instruments'>,
  dropped: readonly string[] = [],
): IdentificationError {
  const kept = instruments.filter((name) => !dropped.includes(name));
  const missing = endogenous.length - kept.length;
  return new IdentificationError(
    tooFewInstruments({ instruments: kept, endogenous, dropped, missing }),
    { of: estimator, status: Status.UnderIdentified },
  );
}
