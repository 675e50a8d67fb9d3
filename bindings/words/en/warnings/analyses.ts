/** Warnings about Hausman tests, predictions, margins, simulated panels and weak instruments. */
import { counted, listed } from '../../text/messages.js';
import type {
  HausmanWarnings,
  PostestimationWarnings,
  SimulationWarnings,
  WeakWarnings,
} from '../../details/analyses.js';
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

const noLeverage = {
  instruments: 'with instruments fitted values are no projection of the outcome',
  random: 'with effects random least squares use other rows',
  between: 'with effects between least squares use other rows',
  'several-effects': 'more than one effect is absorbed; write i() for the smaller one',
  'perfect-fit': 'the residuals are zero up to rounding',
};

export const postestimationWarnings: Sentences<PostestimationWarnings> = {
  'level-residuals': () =>
    "residual is y - x'b in levels and contains the unit effect; residualDifferenced is its first difference, as the tests for serial correlation use it",
  'effects-not-split': ({ effects }) =>
    `the ${effects} absorbed effects have no separate columns, as only one or two can be told apart; fitted minus xb is their sum`,
  'rows-in-differences': ({ of }) =>
    of === 'columns'
      ? 'observed, fitted and residual are first differences, in the row of the later period'
      : 'fitted values are of first differences of the outcome',
  'rows-of-means': () =>
    "fitted and residual are x'b and y - x'b of each row; the estimator minimises those of unit means",
  'no-leverage': ({ reason }) =>
    `leverage and measures of influence are missing: ${noLeverage[reason]}`,
  'no-standard-errors': () =>
    "fitted values contain absorbed effects, whose covariance is not estimated, so they have no standard errors; set effects: false (--no-effects) for x'b with them",
  'without-effects': () => "fitted values are x'b without the effects of the units",
  'no-moderator': ({ of, variable }) =>
    `the effect of ${of} does not depend on ${variable}, so its values in at change nothing`,
  'omitted-in-effect': ({ of, omitted }) =>
    `the effect of ${of} is that of the estimated terms: ${listed(omitted)} was left out of the fit as collinear`,
  'held-fixed': ({ of, others }) =>
    `the effect of ${of} holds ${listed(others)} fixed: lags and differences count as separate variables`,
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
