/** Violations of the moment conditions in simulated panels, each with a size. */
import { type Said, say, series } from '../../../words/phrase.js';

/**
 * `serial-correlation`: errors v(t) + size v(t-1), correlated with the second lag of the outcome (Arellano and Bond
 * 1991). `initial-conditions`: the outcome starts away from the unit's mean by size times the unit effect, so that
 * differences are correlated with the effect (Blundell and Bond 1998). `endogeneity`: regressors declared exogenous or
 * predetermined have within-unit correlation size with the error of the same period.
 */
export interface Violation {
  readonly kind: ViolationKind;
  readonly size: number;
  /** `endogeneity` only. */
  readonly variables?: readonly string[];
}

export type ViolationKind = 'serial-correlation' | 'initial-conditions' | 'endogeneity';

/** Default sizes of the violations. */
export const usualSizes: Readonly<Record<ViolationKind, number>> = {
  'serial-correlation': 0.3,
  'initial-conditions': 1,
  endogeneity: 0.3,
};

/** `MA(1) errors with coefficient 0.3`. */
export function violationWords({ kind, size, variables = [] }: Violation): Said {
  switch (kind) {
    case 'serial-correlation':
      return say('MA(1) errors with coefficient {}', size);
    case 'initial-conditions':
      return say(
        'initial values that deviate from the unit mean by {} times the unit effect',
        size,
      );
    case 'endogeneity':
      return say('correlation {} of {} with the error of the same period', size, series(variables));
  }
}
