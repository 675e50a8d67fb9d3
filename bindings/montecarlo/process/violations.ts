/** The ways in which a simulated panel may break the moment conditions of its model, each with a size. */

/**
 * `serial-correlation`: errors v(t) + size v(t-1), which the second lag of the outcome moves with (Arellano and Bond
 * 1991). `initial-conditions`: the outcome of each unit starts size times its effect away from its mean, so that
 * differences move with the effect (Blundell and Bond 1998). `endogeneity`: regressors that the model takes to be
 * exogenous or predetermined move with the error of the same period, with correlation size within units.
 */
export interface Violation {
  readonly kind: ViolationKind;
  readonly size: number;
  /** Of `endogeneity`. */
  readonly variables?: readonly string[];
}

export type ViolationKind = 'serial-correlation' | 'initial-conditions' | 'endogeneity';

/** Sizes of violations that are asked for without one. */
export const usualSizes: Readonly<Record<ViolationKind, number>> = {
  'serial-correlation': 0.3,
  'initial-conditions': 1,
  endogeneity: 0.3,
};

/** `errors MA(1) with coefficient 0.3`. */
export function violationWords({ kind, size, variables = [] }: Violation): string {
  switch (kind) {
    case 'serial-correlation':
      return `errors that are MA(1) with coefficient ${size}`;
    case 'initial-conditions':
      return `units that start off their mean by ${size} times their effect`;
    case 'endogeneity':
      return `${variables.join(' and ')} moving with the error of the same period, correlation ${size}`;
  }
}
