import { combine, type Equations, unit } from '../../models/identification/reduced-form.js';
import { householder, identity, norm, type Vector } from '../../core/numerics/householder.js';

/** Combinations of equations that span the regressors of the tested and of the concentrated coefficients. */
export interface Directions {
  readonly tested: readonly Vector[];
  readonly concentrated: readonly Vector[];
}

/**
 * Directions in which a structural error moves: for the coefficients of the equations `others`, and for the rest.
 * Multiples of an error are the same error, and a coefficient may be infinite. So a direction is orthogonal to the
 * error; a unit vector might be the error itself.
 */
export function directionsOf(
  { coefficients }: Equations,
  error: Vector,
  others: readonly number[],
): Directions {
  const count = coefficients.length;
  const rest = error.flatMap((_, a) => (others.includes(a) ? [] : [a]));
  const fixed = error.map((weight, a) => (others.includes(a) ? 0 : weight));
  const size = norm(fixed);
  const spanned = [fixed.map((weight) => weight / size), ...others.map((a) => unit(count, a))];
  const units = rest.map((a) => unit(count, a));
  return {
    tested: complement(rest.map((a) => error[a]!)).map((c) => combine(units, c)),
    concentrated: complement([size, ...others.map((a) => error[a]!)]).map((c) =>
      combine(spanned, c),
    ),
  };
}

/**
 * Directions in which a structural error moves with every coefficient. They are sparse, so they cost a fraction of an
 * orthonormal basis.
 */
export function allDirections(form: Equations, error: Vector): Directions {
  return { tested: withoutHeaviest(form, identity(error.length), error), concentrated: [] };
}

/**
 * The combinations without the one that has the largest weight in an error. The error and the other combinations
 * determine it.
 */
export function withoutHeaviest(
  { errors }: Equations,
  combinations: readonly Vector[],
  weights: Vector,
): Vector[] {
  const sizes = combinations.map((c, i) => Math.abs(weights[i]!) * norm(combine(errors, c)));
  const heaviest = sizes.indexOf(Math.max(...sizes));
  return combinations.filter((_, i) => i !== heaviest);
}

/** An orthonormal basis of the orthogonal complement of a vector. */
function complement(vector: Vector): number[][] {
  const { apply } = householder([vector]);
  const rows = vector.map((_, i) => apply(unit(vector.length, i)));
  return vector.slice(1).map((_, k) => rows.map((row) => row[k + 1]!));
}
