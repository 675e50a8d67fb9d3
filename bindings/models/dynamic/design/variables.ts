/** The variables of a dynamic panel model with a formula. */
import {
  type Evaluated,
  evaluateTerm,
  type Frame,
  requiredColumns,
} from '../../../data/evaluate.js';
import { type Formula, parseCanonicalTerms } from '../../../data/formula/canonical.js';
import { hasDummies, type Term, termKey, termName } from '../../../data/formula/term.js';
import type { LedgerRule } from '../../../data/ledger.js';
import { type Margin, type Margins, marginsOf } from '../../../data/formula/coding.js';
import type { DynamicModel } from '../model/model.js';
import { sampleOf, type Variables } from './samples.js';

/**
 * Evaluates every term once. i(x) has a dummy for each level in the sample, so what the terms require settles the
 * sample first. Regressors, ordinary and GMM-style instruments are three lists of terms, each with its own margins.
 */
export function evaluateVariables(
  model: DynamicModel,
  formula: Formula,
  frame: Frame,
  filter: readonly LedgerRule[],
): Variables {
  const { depvar, regressors } = formula;
  const iv = model.iv.map(({ vars }) => vars.flatMap(parseCanonicalTerms));
  const gmm = model.gmm.map(({ vars }) => vars.flatMap(parseCanonicalTerms));
  const required = once(termName, (term: Term) => requiredColumns([term], frame));
  const settling = () => {
    const needed = iv.filter((_, g) => !model.iv[g]!.mz).flat();
    const columns = [depvar, ...regressors, ...needed].flatMap(required);
    return sampleOf(columns, filter, frame.panel!.order.length).keep;
  };
  const evaluate = evaluator(frame, required, settling);
  const { coded, ordinary, style } = codingsOf(model, formula);
  return {
    depvar: required(depvar)[0]!,
    regressors: regressors.flatMap((term) => evaluate(term, coded)),
    ordinary: iv.map((terms) => terms.flatMap((term) => evaluate(term, ordinary))),
    gmm: gmm.map((terms) => terms.flatMap((term) => evaluate(term, style))),
    required: {
      regressors: regressors.flatMap(required),
      ordinary: iv.map((g) => g.flatMap(required)),
    },
  };
}

/** How the i(x) of each list are coded. */
export interface Codings {
  readonly coded: Margins;
  readonly ordinary: Margins;
  readonly style: Margins;
}

/** The codings of the regressors, the ordinary and the GMM-style instruments. */
export function codingsOf(model: DynamicModel, formula: Formula): Codings {
  const termsOf = (groups: readonly { readonly vars: readonly string[] }[]) =>
    groups.flatMap(({ vars }) => vars.flatMap(parseCanonicalTerms));
  const given = givenMargins(model, formula);
  return {
    coded: marginsOf([formula.regressors], given),
    ordinary: marginsOf([termsOf(model.iv)], given),
    style: marginsOf([termsOf(model.gmm)], [[]]),
  };
}

/**
 * Margins that the model has before its terms. Without a level equation, the transformation removes the constant and
 * the unit effects.
 */
function givenMargins(
  { system, timeEffects, panel }: DynamicModel,
  { intercept }: Formula,
): Margin[] {
  return [
    ...(intercept || !system || timeEffects ? [[]] : []),
    ...(system ? [] : [[panel.unit]]),
    ...(timeEffects ? [[panel.time]] : []),
  ];
}

/** Evaluates each term once per coding; `settling` finds the sample when the first i(x) needs it. */
function evaluator(
  frame: Frame,
  required: (term: Term) => Evaluated[],
  settling: () => Uint8Array,
): (term: Term, margins: Margins) => Evaluated[] {
  let sample: Uint8Array | undefined;
  const known = new Map<string, Evaluated[]>();
  return (term, margins) => {
    if (!hasDummies(term)) return required(term);
    const coding = margins.get(termKey(term));
    const key = `${termName(term)} ${JSON.stringify(coding)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const columns = evaluateTerm(term, { ...frame, sample: (sample ??= settling()) }, coding);
    known.set(key, columns);
    return columns;
  };
}

function once<In, Out>(keyOf: (value: In) => string, read: (value: In) => Out): (value: In) => Out {
  const known = new Map<string, Out>();
  return (value) => {
    const key = keyOf(value);
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = read(value);
    known.set(key, result);
    return result;
  };
}
