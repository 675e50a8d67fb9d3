import type { Engine } from '../../core/engine/engine.js';
import type { DynamicFit } from '../../models/dynamic/fit.js';
import { momentAnalyses } from '../../models/refits/dynamic.js';
import { contextOf } from '../../models/context.js';
import { unitMomentsOf } from '../../models/fitted-model.js';
import type { Warning } from '../../results/common.js';
import { chi2Test } from '../../core/numerics/inference.js';
import { quadraticForm } from '../../core/numerics/quadratic-form.js';
import type { TestedFit } from './delta-method.js';
import { missing } from '../../results/missing.js';
import type { HausmanTest } from '../../results/inference/hausman.js';
import { hausmanWarnings } from '../../words/en/warnings/analyses.js';
import { warning } from '../../words/warning.js';

/** The dynamic panel fits behind two results; undefined if either is of another estimator or was read from a file. */
export function dynamicPair(
  consistent: TestedFit,
  efficient: TestedFit,
): readonly [DynamicFit, DynamicFit] | undefined {
  const [left, right] = [consistent, efficient].map((fit) => {
    const context = contextOf(fit);
    return context && unitMomentsOf(context);
  });
  return left && right && [left, right];
}

/**
 * Generalised Hausman test of two GMM fits of a dynamic panel (Newey 1985; White 1994), neither of which need be
 * efficient. The statistic is d'V^+ d, with d the difference of the common coefficients and V = sum (psi_i -
 * phi_i)(psi_i - phi_i)'. Here psi_i and phi_i are the influence functions by unit that belong to each fit's
 * covariance.
 *
 * @throws InputError `no-influence` if a fit's covariance has no influence functions by unit
 */
export async function generalisedHausman(
  engine: Engine,
  pair: readonly [DynamicFit, DynamicFit],
  names: readonly string[],
): Promise<HausmanTest> {
  const [left, right] = pair;
  const difference = names.map((name) => left.result.params[name]! - right.result.params[name]!);
  const covariance = await jointCovariance(engine, pair, names);
  const { value, rank } = quadraticForm(difference, covariance);
  const warnings = warningsOf(rank, names.length, pair);
  return {
    kind: 'hausman',
    method: 'generalised',
    names,
    difference: Object.fromEntries(names.map((name, i) => [name, difference[i]!])),
    stdErrors: Object.fromEntries(names.map((name, i) => [name, Math.sqrt(covariance[i]![i]!)])),
    test:
      rank === 0
        ? missing('the two fits have the same influence functions')
        : chi2Test(engine, value, rank),
    warnings,
  };
}

async function jointCovariance(
  engine: Engine,
  [left, right]: readonly [DynamicFit, DynamicFit],
  names: readonly string[],
): Promise<number[][]> {
  const units = new Map<string, number[]>();
  const add = async (fitted: DynamicFit, sign: 1 | -1) => {
    for (const [unit, values] of await influenceByUnit(engine, fitted, names)) {
      const sum = units.get(unit) ?? names.map(() => 0);
      units.set(
        unit,
        sum.map((x, i) => x + sign * values[i]!),
      );
    }
  };
  await add(left, 1);
  await add(right, -1);
  const rows = [...units.values()];
  return names.map((_, i) =>
    names.map((__, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
}

async function influenceByUnit(
  engine: Engine,
  fit: DynamicFit,
  names: readonly string[],
): Promise<(readonly [string, readonly number[]])[]> {
  const { model, sample } = fit;
  const { units, values } = (await momentAnalyses(model)).influence(engine, fit);
  const { params } = sample.design;
  const places = names.map((name) => params.indexOf(name));
  return Array.from(units, (unit, u) => {
    const influences = places.map((place) => values[u * params.length + place]!);
    return [sample.panel.unitNames[unit]!, influences] as const;
  });
}

/** Asymptotically the test has at most as many degrees of freedom as one fit has additional moment conditions. */
function warningsOf(
  rank: number,
  q: number,
  [left, right]: readonly [DynamicFit, DynamicFit],
): Warning[] {
  const overidentifying = ({ estimate, sample }: DynamicFit) =>
    estimate.rank - sample.design.params.length;
  const added = Math.abs(overidentifying(left) - overidentifying(right));
  const warnings: Warning[] = [];
  if (rank < q) {
    const detail = { rank, coefficients: q, of: 'differences' } as const;
    warnings.push(warning(hausmanWarnings, 'singular-difference', detail));
  }
  if (added < rank) {
    warnings.push(warning(hausmanWarnings, 'few-added-moments', { added, rank }));
  }
  return warnings;
}
