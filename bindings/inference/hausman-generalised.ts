import type { Engine } from '../core/engine.js';
import { InputError } from '../core/errors.js';
import type { DpdFitted } from '../models/dpd/index.js';
import { influenceOf } from '../models/dpd/estimate/estimate.js';
import { contextOf } from '../models/fit.js';
import type { Warning } from '../results/common.js';
import { chi2Test } from '../numerics/inference.js';
import { quadraticForm } from '../numerics/quadratic-form.js';
import type { TestedFit } from './delta-method.js';
import { missing } from './missing.js';
import type { HausmanTest } from '../results/hausman.js';

/** The dynamic panel fits behind two results; undefined when one of them is another or was read from a file. */
export function dynamicPair(
  consistent: TestedFit,
  efficient: TestedFit,
): readonly [DpdFitted, DpdFitted] | undefined {
  const [left, right] = [contextOf(consistent), contextOf(efficient)];
  if (left?.estimator !== 'dpd' || right?.estimator !== 'dpd') return undefined;
  return [left, right];
}

/**
 * Generalised Hausman test of two GMM fits of a dynamic panel (Newey 1985; White 1994), of which neither need be
 * efficient: d'V^+ d with d the difference of the common coefficients and V = sum (psi_i - phi_i)(psi_i - phi_i)',
 * psi_i and phi_i their influence functions by unit, as robust or corrected as each fit's covariance.
 *
 * @throws InputError `no-influence` after covariances without influence functions by unit
 */
export function generalisedHausman(
  engine: Engine,
  pair: readonly [DpdFitted, DpdFitted],
  names: readonly string[],
): HausmanTest {
  const [left, right] = pair;
  const difference = names.map((name) => left.result.params[name]! - right.result.params[name]!);
  const covariance = jointCovariance(engine, pair, names);
  const { value, rank } = quadraticForm(difference, covariance);
  const warnings = warningsOf(rank, names.length, pair);
  return {
    method: 'generalised',
    names,
    difference: Object.fromEntries(names.map((name, i) => [name, difference[i]!])),
    stdErrors: Object.fromEntries(names.map((name, i) => [name, Math.sqrt(covariance[i]![i]!)])),
    test: rank === 0 ? missing('the two fits do not differ') : chi2Test(engine, value, rank),
    warnings,
  };
}

function jointCovariance(
  engine: Engine,
  [left, right]: readonly [DpdFitted, DpdFitted],
  names: readonly string[],
): number[][] {
  const units = new Map<string, number[]>();
  const add = (fitted: DpdFitted, sign: 1 | -1) => {
    for (const [unit, values] of influenceByUnit(engine, fitted, names)) {
      const sum = units.get(unit) ?? names.map(() => 0);
      units.set(
        unit,
        sum.map((x, i) => x + sign * values[i]!),
      );
    }
  };
  add(left, 1);
  add(right, -1);
  const rows = [...units.values()];
  return names.map((_, i) =>
    names.map((__, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
}

function influenceByUnit(
  engine: Engine,
  { model, sample }: DpdFitted,
  names: readonly string[],
): (readonly [string, readonly number[]])[] {
  const { steps, vcov } = model;
  const unsupported =
    vcov.type === 'doubly-corrected' ||
    vcov.cluster !== undefined ||
    (steps === 1 && vcov.type === 'unadjusted');
  if (unsupported) {
    const covariance =
      vcov.cluster === undefined ? `${vcov.type}, steps ${steps}` : 'other clusters';
    const message = `hausman: expected fits with robust or windmeijer errors, clustered by unit; found ${covariance}`;
    throw new InputError('no-influence', message, { type: vcov.type });
  }
  const { units, values } = influenceOf(engine, model, sample);
  const { params } = sample.design;
  const places = names.map((name) => params.indexOf(name));
  return Array.from(units, (unit, u) => {
    const influence = places.map((place) => values[u * params.length + place]!);
    return [sample.panel.unitNames[unit]!, influence] as const;
  });
}

/** Asymptotically the difference has no more degrees of freedom than the moments that one fit adds. */
function warningsOf(
  rank: number,
  q: number,
  [left, right]: readonly [DpdFitted, DpdFitted],
): Warning[] {
  const overidentifying = ({ estimate, sample }: DpdFitted) =>
    estimate.rank - sample.design.params.length;
  const added = Math.abs(overidentifying(left) - overidentifying(right));
  const warnings: Warning[] = [];
  if (rank < q) {
    const message = `the covariance of the differences has rank ${rank} for ${q} coefficients: its generalised inverse is used`;
    warnings.push({ code: 'singular-difference', message });
  }
  if (added < rank) {
    const message = `one fit has ${added} overidentifying restrictions more than the other, for ${rank} differences: the test may have fewer degrees of freedom than ${rank}`;
    warnings.push({ code: 'few-added-moments', message });
  }
  return warnings;
}
