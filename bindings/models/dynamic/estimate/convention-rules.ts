import { conventionsOf } from './conventions.js';
import { isClassical } from '../model/compat.js';
import type { DynamicModel } from '../model/model.js';
import type { DynamicEstimate } from './read-estimate.js';

/** A choice of `compat` that differs from xtabond2, and the part of a result that it can change. */
export interface CompatRule {
  /** `sample` changes everything, through other rows; `sigma2` changes the Sargan and difference tests. */
  readonly moves: 'sample' | 'sigma2' | 'errors' | 'serialCorrelation';
  readonly rule: string;
}

const gaps: CompatRule = {
  moves: 'sample',
  rule: 'gretl takes differences across gaps; xtabond2 loses both differences at a gap',
};

/** Lists the rules of a model's `compat`, whether or not they change a number of this fit. */
export function compatRules(
  model: DynamicModel,
  fit: Pick<DynamicEstimate, 'nlevel' | 'ndiff' | 'params'>,
): CompatRule[] {
  const { withoutSargan, withoutAr } = conventionsOf(model, fit);
  const rules: CompatRule[] = model.compat === 'gretl' ? [gaps, ...gretlDivisors(model)] : [];
  if (withoutSargan !== undefined) rules.push({ moves: 'sigma2', rule: withoutSargan });
  if (withoutAr !== undefined) rules.push({ moves: 'serialCorrelation', rule: withoutAr });
  if (model.compat === 'plm' && model.steps !== 1) {
    rules.push({ moves: 'sigma2', rule: 'plm calls the two-step J the Sargan test' });
  }
  return rules;
}

/** Says by what gretl divides the sum of squared residuals. */
function gretlDivisors(model: DynamicModel): CompatRule[] {
  const rules: CompatRule[] = [];
  if (model.h === 2 && !model.system) {
    rules.push({
      moves: 'sigma2',
      rule: "gretl's sigma2 divides by rows minus coefficients with --dpdstyle; xtabond2's by rows",
    });
  }
  if (model.h !== 2 && model.system) {
    rules.push({
      moves: 'sigma2',
      rule: "gretl's sigma2 divides by the level rows; xtabond2's by the transformed rows",
    });
  }
  if (isClassical(model)) {
    const share = model.h === 2 ? 'its sigma2' : 'half of its sigma2';
    rules.push({
      moves: 'errors',
      rule: `gretl's unadjusted errors use ${share}; those of xtabond2 use xtabond2's sigma2`,
    });
  }
  return rules;
}
