/**
 * Conventions of other programs that amount to a choice of options or of a divisor. Everything else follows xtabond2.
 */
import type { DynamicDesign } from '../design/design.js';
import type { DynamicEstimate } from './read-estimate.js';
import { isClassical, refusal } from '../model/compat.js';
import type { DynamicModel } from '../model/model.js';
import type { Programs } from './programs.js';
import { type Conventions, xtabond2 } from './xtabond2.js';

/**
 * Checks the rows against the program. gretl leaves out units with one complete row, which a level equation can use.
 * Across a gap gretl differences the period dummies by one period. Its --dpdstyle matrix (h 2) ignores that the
 * differences on both sides of a gap share a row.
 *
 * @throws InputError `not-reproduced`
 */
function checkRows({ compat, system, timeEffects, h }: DynamicModel, design: DynamicDesign): void {
  if (compat !== 'gretl') return;
  const periods = completePeriods(design);
  if (system && periods.some((unitPeriods) => unitPeriods.length === 1)) {
    throw refusal(compat, 'one-row');
  }
  if ((timeEffects || h === 2) && periods.some(hasGap)) {
    throw refusal(compat, 'time-effects');
  }
}

/** The periods of each unit's complete rows, ascending. */
function completePeriods({ nunits, unitStart, complete, period }: DynamicDesign): Int32Array[] {
  return Array.from({ length: nunits }, (_, unit) => {
    const start = unitStart[unit]!;
    const unitPeriods = period.subarray(start, unitStart[unit + 1]);
    return unitPeriods.filter((__, i) => (complete[start + i]! & 1) === 1);
  });
}

function hasGap(periods: Int32Array): boolean {
  return periods.some((period, i) => i > 0 && period !== periods[i - 1]! + 1);
}

export function conventionsOf(
  model: DynamicModel,
  fit: Pick<DynamicEstimate, 'nlevel' | 'ndiff' | 'params'>,
): Conventions {
  switch (model.compat) {
    case 'gretl':
      return gretl(model, fit);
    case 'plm':
      return model.steps === 1
        ? {
            ...xtabond2,
            withoutSargan: 'plm evaluates one-step residuals with the two-step weight',
          }
        : { ...xtabond2, sarganIsHansen: true };
    case 'xtdpdgmm':
      return model.vcov.type === 'windmeijer'
        ? { ...xtabond2, withoutAr: 'xtdpdgmm uses the corrected covariance in the middle term' }
        : xtabond2;
    default:
      return xtabond2;
  }
}

/**
 * In a system gretl divides sigma2 by the level rows; with `h: 2` (`--dpdstyle`) by rows minus coefficients. Its
 * unadjusted covariance uses half of sigma2, except with `--dpdstyle`.
 */
function gretl(
  model: DynamicModel,
  { nlevel, ndiff, params }: Pick<DynamicEstimate, 'nlevel' | 'ndiff' | 'params'>,
): Conventions {
  if (model.h === 2 && model.system) {
    const withoutSargan = 'gretl takes sigma2 from the level residuals with --dpdstyle';
    return { ...xtabond2, withoutSargan };
  }
  if (model.h === 2) {
    const factor = ndiff / (ndiff - params.length);
    return { ...xtabond2, sigma2: factor, covariance: factor };
  }
  const sigma2 = model.system ? ndiff / nlevel : 1;
  const withoutAr = 'gretl reports none after unadjusted one-step errors of a system' as const;
  const none = model.system && isClassical(model) ? { withoutAr } : {};
  return { ...xtabond2, ...none, sigma2, covariance: sigma2 / 2 };
}

/** The estimate by the model's conventions: with the program's sigma2 in everything that depends on it. */
export function adopt(model: DynamicModel, fit: DynamicEstimate): DynamicEstimate {
  const conventions = conventionsOf(model, fit);
  const { sigma2, covariance } = conventions;
  if (sigma2 === 1 && covariance === 1) return { ...fit, conventions };
  const scaled = { ...fit, conventions, sigma2: fit.sigma2 * sigma2, sargan: fit.sargan / sigma2 };
  if (!isClassical(model)) return scaled;
  // The z of the AR tests divides by the root of sigma2, the difference tests by sigma2.
  return {
    ...scaled,
    vcov: fit.vcov.map((v) => v * covariance),
    wald: fit.wald / covariance,
    ar: scaledEvery(fit.ar, 0, 1 / Math.sqrt(covariance)),
    diffHansen: scaledEvery(scaledEvery(fit.diffHansen, 0, 1 / sigma2), 2, 1 / sigma2),
  };
}

/** Scales one number of each statistic, which has four. */
function scaledEvery(values: Float64Array, place: number, factor: number): Float64Array {
  return values.map((value, i) => (i % 4 === place ? value * factor : value));
}

/** The conventions of all programs. */
export const programs: Programs = { checkRows, adopt };
