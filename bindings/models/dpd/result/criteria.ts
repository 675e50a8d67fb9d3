import type { ElementaryMath } from '../../../data/index.js';
import type { SelectionCriteria } from '../../../results/dynamic.js';

/** The constant of the Hannan-Quinn criterion; any above 2 is consistent, and this is that of Andrews and Lu. */
const Q = 2.1;

/**
 * Andrews and Lu (2001), section 3: J - df ln N, J - 2 df and J - 2.1 df ln ln N, with J of Hansen's test, its
 * degrees of freedom and the number of units. They compare models and sets of moments on the same units.
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
