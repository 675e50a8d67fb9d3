/** Warnings about Hausman tests, simulated panels and weak instruments. */
import { counted, listed } from '../../text/messages.js';
import type { HausmanWarnings, SimulationWarnings, WeakWarnings } from '../../details/analyses.js';
import type { Sentences } from '../../warning.js';

export const hausmanWarnings: Sentences<HausmanWarnings> = {
  'singular-difference': ({ rank, coefficients, of }) =>
    `${of === 'difference' ? 'V(b) - V(B)' : 'the covariance of the differences'} has rank ${rank} for ${counted(coefficients, 'coefficient')}, so the test uses its generalised inverse`,
  'indefinite-difference': ({ negative }) =>
    `V(b) - V(B) has ${negative} negative ${negative === 1 ? 'eigenvalue' : 'eigenvalues'}, which the assumptions of the test exclude; check which fit is efficient, or use the robust test for random effects`,
  'few-added-moments': ({ added, rank }) =>
    `one fit has only ${added} overidentifying restrictions more than the other, so the test may have fewer than ${rank} degrees of freedom`,
  'not-compared': ({ names }) =>
    `regressors that do not vary both within and between units are not compared: ${listed(names)}`,
};

export const simulationWarnings: Sentences<SimulationWarnings> = {
  'rejected-process': ({ p }) =>
    `Hansen's test rejects the fit (p = ${p.toPrecision(2)}), so the data are unlikely to come from the simulated process; simulate from a model that is not rejected`,
  'no-effect-variance': () =>
    'the estimated variance of the unit effects is 0, so a violation of the initial conditions cannot be simulated; it is left out',
};

export const weakWarnings: Sentences<WeakWarnings> = {
  'unsettled-projection': ({ score, coefficient, starts, added }) =>
    `projected ${score} set of ${coefficient}: the last half of ${starts} starts per grid point still added ${added} grid points, so the set may be too small`,
  'dependent-moments': ({ moments, rank }) =>
    `${moments} moment conditions have rank ${rank}; those that depend on earlier ones are left out`,
  'powerless-s': ({ clusters, critical, df, sets }) =>
    `S cannot exceed ${clusters}, the number of units or clusters, but its critical value is ${critical.toFixed(1)} (${df} degrees of freedom); its ${sets.join(' and ')} sets contain every value, so use fewer instruments`,
  'no-conditional-rank': ({ clusters, moments }) =>
    `no CLR sets: they need at least two units or clusters per moment condition, and there are ${clusters} for ${moments}; use fewer instruments`,
};
