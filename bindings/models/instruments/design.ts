/** The formula of a model with instruments, and its rows of a table. */
import { InputError } from '../../core/errors/errors.js';
import type { DataInput } from '../../data/to-table.js';
import type { Frame } from '../../data/evaluate.js';
import { type Formula, parseCanonical } from '../../data/formula/canonical.js';
import { type Margin, type Margins, marginsOf } from '../../data/formula/coding.js';
import { type Term, termKey, termName } from '../../data/formula/term.js';
import * as said from '../../words/errors/models/formulas.js';
import type { Told } from '../../words/told.js';
import type { LinearCovariance } from '../linear/model/model.js';
import { givenMargins } from '../linear/design/margins.js';
import { buildSample, type LinearSample } from '../linear/design/sample.js';
import type { LinearSpec } from '../linear/design/spec.js';
import type { InstrumentsModel } from './model.js';
import type { InstrumentSample } from './sample.js';

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

/**
 * Reads the formula of a model with instruments, `y ~ w | x ~ z` or `y ~ w | fe | x ~ z`.
 *
 * @throws InputError `formula-syntax`, `formula-parts` without instruments, `endogenous-twice`,
 *   `endogenous-and-exogenous`, `instrument-as-regressor`, `outcome-as-regressor`, `outcome-as-instrument`
 */
function instrumentFormula(estimator: string, text: string): Formula {
  const formula = parseCanonical(text);
  if (formula.endogenous.length === 0) {
    throw new InputError(said.withoutInstruments({ formula: text }), estimator);
  }
  for (const [tell, variable] of mistakes(formula)) {
    if (variable !== undefined) throw new InputError(tell({ formula: text, variable }), estimator);
  }
  return formula;
}

/** A mistake, and the variable concerned; undefined if it was not made. */
type Mistake = readonly [
  tell: (detail: { readonly formula: string; readonly variable: string }) => Told,
  variable: string | undefined,
];

/** Lists variables that occur in two places. */
function mistakes({ depvar, regressors, endogenous, instruments }: Formula): Mistake[] {
  return [
    [said.endogenousTwice, repeated(endogenous)],
    [said.endogenousAndExogenous, common(endogenous, regressors)],
    [said.outcomeAsRegressor, common([depvar], [...regressors, ...endogenous])],
    [said.outcomeAsInstrument, common([depvar], instruments)],
    [said.instrumentAsExogenous, common(instruments, regressors)],
    [said.instrumentAsEndogenous, common(instruments, endogenous)],
  ];
}

/** Name of the first repeated term. */
function repeated(terms: readonly Term[]): string | undefined {
  const repeated = terms.find((term, i) => common([term], terms.slice(0, i)) !== undefined);
  return repeated && termName(repeated);
}

/** Name of the first term that both lists contain. */
function common(one: readonly Term[], other: readonly Term[]): string | undefined {
  const keys = new Set(other.map(termKey));
  const repeated = one.find((term) => keys.has(termKey(term)));
  return repeated && termName(repeated);
}
