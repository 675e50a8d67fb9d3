/** The specifications of a static model. */
import {
  factorsOf,
  type Formula,
  hasDummies,
  parseFormula,
  parseTerms,
  type Term,
  termKey,
  termName,
} from '../../../../data/index.js';
import type { Choices, MethodChoice } from '../../../../models/multiverse-keys.js';
import type { ModelDraft } from '../../../../models/multiverse/draft.js';
import { type Dimension, dimension } from '../dimension.js';
import { type Grid, gridOf } from '../plans.js';
import { buildDimensions, covarianceDimension, sampleDimension } from '../shared-choices.js';
import { literalPattern } from '../../../../core/arguments/pattern.js';
import { attempt, isFailure } from '../../../../core/jobs/failures.js';
import { draftOf, readDraft, type StaticModel } from './model.js';
import {
  controlDimensions,
  effectDimension,
  instrumentDimension,
  outcomeDimension,
} from './terms.js';
import { readerOf } from '../../../../models/readers.js';

/** @throws InputError `bad-value` for choices that do not belong to the model */
export function staticGrid(
  model: StaticModel,
  over: Choices,
  {
    coefficient,
    conditions,
  }: {
    readonly coefficient?: string | undefined;
    readonly conditions?: readonly string[] | undefined;
  },
): Grid<StaticModel> {
  const changeable = { draft: draftOf(model), read: readDraft, signature };
  return gridOf(dimensionsOf(model, over, interestOf(model, coefficient)), changeable, conditions);
}

/** In the order in which they are applied. A method comes last, because the covariance decides the weight of GMM. */
function dimensionsOf(
  model: StaticModel,
  over: Choices,
  interest: Term | undefined,
): Dimension<ModelDraft>[] {
  const formula = parseFormula(model.formula);
  return [
    ...outcomeDimension(formula, over.outcomes, interest),
    ...controlDimensions(formula, over.controls, interest),
    ...instrumentDimension(formula, over.instruments),
    ...effectDimension(formula, over.fixedEffects),
    ...buildDimensions<ModelDraft>(over.build),
    ...sampleDimension<ModelDraft>(over.samples),
    ...covarianceDimension<ModelDraft>(model, over.vcov),
    ...methodDimension(model, over.methods),
  ];
}

/** Equal for models with the same terms in any order. */
function signature(model: StaticModel): string {
  const { formula, where, estimator, vcov, build = [] } = model;
  const method = readerOf(model.estimator).methods?.of(model) ?? '';
  const { weight } = draftOf(model);
  // prettier-ignore
  return JSON.stringify([
    termKeys(parseFormula(formula)),
    where ?? '', build,
    estimator, method,
    sorted(vcov), weight === undefined ? '' : sorted(weight),
  ]);
}

function termKeys({ depvar, regressors, intercept, effects, ...iv }: Formula): unknown[] {
  const keys = (terms: readonly Term[]) => terms.map(termKey).sort();
  // prettier-ignore
  return [
    termKey(depvar), keys(regressors), intercept, keys(effects),
    keys(iv.endogenous), keys(iv.instruments),
  ];
}

function sorted(value: object): unknown[] {
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * The term of the coefficient of interest, by default the first term; undefined for the constant and for an unknown
 * name.
 */
function interestOf(
  { formula }: Pick<StaticModel, 'formula'>,
  coefficient: string | undefined,
): Term | undefined {
  const { endogenous, regressors } = parseFormula(formula);
  const terms = [...endogenous, ...regressors];
  if (coefficient === undefined) return terms[0];
  const keys = keysOf(coefficient);
  return (
    terms.find((term) => keys.includes(termKey(term))) ??
    terms.find((term) => hasDummies(term) && isColumnOf(coefficient, term))
  );
}

function keysOf(coefficient: string): string[] {
  const read = attempt(() => parseTerms(coefficient).map(termKey));
  return isFailure(read) ? [] : read;
}

/** Whether a name such as `Region=west` or `x:Region=west` is that of a column of a term. */
function isColumnOf(coefficient: string, term: Term): boolean {
  const factors = factorsOf(term).map((factor) =>
    factor.kind === 'dummies'
      ? `${literalPattern(termName(factor.of))}=.*`
      : literalPattern(termName(factor)),
  );
  return new RegExp(`^${factors.join(':')}$`, 's').test(coefficient);
}

/** Methods of estimation, as the estimator changes them. */
function methodDimension(model: StaticModel, methods: Choices['methods']): Dimension<ModelDraft>[] {
  const known = readerOf(model.estimator).methods;
  if (known === undefined) return [];
  return dimension<ModelDraft, MethodChoice>('method', known.of(model), methods, {
    label: (method) => method,
    apply: (draft, method) => readerOf(draft.estimator).methods!.apply(draft, method),
  });
}
