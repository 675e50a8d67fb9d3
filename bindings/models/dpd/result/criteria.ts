import type { ElementaryMath } from '../../../data/index.js';
import type { SelectionCriteria } from '../../../results/dynamic.js';

/** The constant of the Hannan-Quinn criterion. Any value above 2 is consistent; Andrews and Lu use this one. */
const Q = 2.1;

/**
 * Andrews and Lu (2001), section 3: J - df ln N, J - 2 df and J - 2.1 df ln ln N, where J is Hansen's statistic, df its
 * degrees of freedom and N the number of units. The criteria compare models and sets of moments on the same units.
 */
export function selectionCriteria(
  j: number,
  df: number,
  units: number,
  math: ElementaryMath,
): SelectionCriteria {
  const ln = (x: number) => math.log(Float64Array.of(x))[0]!;
  const logUnits = ln(units);
  return { bic: j - df * logUnits, aic: j - 2 * df, hqic: j - Q * df * ln(logUnits) };
}
