/** Warnings about simulated panels. */
import type { SimulationWarnings } from '../../details/analyses.js';
import type { Sentences } from '../../warning.js';

export const simulationWarnings: Sentences<SimulationWarnings> = {
  'rejected-process': ({ p }) =>
    `Hansen's test rejects the fit (p = ${p.toPrecision(2)}), so the data are unlikely to come from the simulated process; simulate from a model that is not rejected`,
  'no-effect-variance': () =>
    'the estimated variance of the unit effects is 0, so a violation of the initial conditions cannot be simulated; it is left out',
};
