import type { Engine } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import { contextOf } from '../../models/context.js';
import { effectsOf } from '../../models/linear/model/effects.js';
import { isPartial } from '../../models/linear/fitted.js';
import { linearOf } from '../../models/fitted-model.js';
import { has } from '../../models/registry.js';
import type { Test } from '../../models/index.js';
import type { Warning } from '../../results/common.js';
import type { Grouping } from '../../models/linear/design/effects.js';
import { chi2Test } from '../../core/numerics/inference.js';
import { quadraticForm } from '../../core/numerics/quadratic-form.js';
import { type Auxiliary, regress } from './auxiliary.js';
import type { TestedFit } from './delta-method.js';
import { missing } from '../../results/missing.js';
import type { HausmanTest } from '../../results/inference/hausman.js';
import { hausmanWarnings } from '../../words/en/warnings/analyses.js';
import { warning } from '../../words/warning.js';
import { noRowsForRobust, notRandomEffects } from '../../words/errors/analysis/inference.js';
import { say } from '../../words/phrase.js';

/** A deviation is identified if at least this share of its sum of squares is independent of the other columns. */
const tolerance = 1e-10;

/** The rows of a random effects fit, its units, and the compared regressors. */
interface Rows {
  readonly y: Float64Array;
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly units: Grouping;
  /** Share of the unit mean that the fit subtracts (units.count). */
  readonly theta: Float64Array;
}

/**
 * Robust Hausman test of random effects (Arellano 1993; Wooldridge, Econometric Analysis of Cross Section and Panel
 * Data, 10.7.3). The quasi-demeaned outcome is regressed on the quasi-demeaned regressors and on the regressors'
 * deviations from unit means. Under the null the deviations have zero coefficients. Their Wald test uses a covariance
 * clustered by unit (CV1 with Stata's factor), so it allows any heteroskedasticity and any correlation within units.
 *
 * @throws InputError `not-random-effects`, or `no-rows` for a result read from a file
 */
export function robustHausman(
  engine: Engine,
  random: TestedFit,
  names: readonly string[],
): HausmanTest {
  const rows = rowsOf(random);
  const base = [...rows.columns.values()].map((column) => quasiDemean(column, rows));
  const y = quasiDemean(rows.y, rows);
  const { kept, columns } = identified(engine, rows, base, names);
  const aux = regress(engine, {
    y,
    columns: [...columns, ...base],
    intercept: false,
    clusters: rows.units,
  });
  const none = {
    kind: 'hausman',
    method: 'robust',
    names: [],
    difference: {},
    stdErrors: {},
    warnings: [],
  } as const;
  if (kept.length === 0)
    return { ...none, test: missing('no regressor varies both within and between units') };
  if (aux === undefined)
    return { ...none, test: missing('the auxiliary regression has too few rows') };
  const covariance = (i: number, j: number) => aux.vcov[i * aux.params.length + j]!;
  return {
    kind: 'hausman',
    method: 'robust',
    names: kept,
    difference: Object.fromEntries(kept.map((name, i) => [name, aux.params[i]!])),
    stdErrors: Object.fromEntries(kept.map((name, i) => [name, Math.sqrt(covariance(i, i))])),
    test: waldOf(engine, aux, kept.length),
    warnings: notCompared(names, kept),
  };
}

/** Wald test of the hypothesis that the first q coefficients are 0. */
function waldOf(engine: Engine, { params, vcov }: Auxiliary, q: number): Test {
  const k = params.length;
  const block = Array.from({ length: q }, (_, i) => [...vcov.subarray(i * k, i * k + q)]);
  const { value, rank, negative } = quadraticForm([...params.subarray(0, q)], block);
  if (negative > 0 || rank < q) {
    return missing(
      say('the covariance of {} differences has rank {}, as there are too few units', q, rank),
    );
  }
  return chi2Test(engine, value, q);
}

function notCompared(names: readonly string[], kept: readonly string[]): Warning[] {
  const dropped = names.filter((name) => !kept.includes(name));
  if (dropped.length === 0) return [];
  return [warning(hausmanWarnings, 'not-compared', { names: dropped })];
}

/** Deviations from unit means that are linearly independent of the base columns and of earlier deviations. */
function identified(
  engine: Engine,
  rows: Rows,
  base: readonly Float64Array[],
  names: readonly string[],
): { kept: string[]; columns: Float64Array[] } {
  const kept: string[] = [];
  const columns: Float64Array[] = [];
  const whole = { ...rows, theta: rows.theta.map(() => 1) };
  for (const name of names) {
    const y = quasiDemean(rows.columns.get(name)!, whole);
    const aux = regress(engine, { y, columns: [...base, ...columns], intercept: false });
    const size = squares(rows.columns.get(name)!);
    if (
      aux === undefined ||
      !(aux.rss > tolerance * aux.tss && aux.tss > tolerance * tolerance * size)
    )
      continue;
    kept.push(name);
    columns.push(y);
  }
  return { kept, columns };
}

function squares(column: Float64Array): number {
  return column.reduce((sum, value) => sum + value * value, 0);
}

/** The column minus `theta` times its unit mean. */
function quasiDemean(
  column: Float64Array,
  { units, theta }: Pick<Rows, 'units' | 'theta'>,
): Float64Array {
  const sums = new Float64Array(units.count);
  const sizes = new Int32Array(units.count);
  column.forEach((value, i) => {
    sums[units.codes[i]!]! += value;
    sizes[units.codes[i]!]! += 1;
  });
  return column.map((value, i) => {
    const unit = units.codes[i]!;
    return value - (theta[unit]! * sums[unit]!) / sizes[unit]!;
  });
}

function rowsOf(random: TestedFit): Rows {
  const context = contextOf(random);
  if (context === undefined) {
    throw new InputError(noRowsForRobust(), 'hausman');
  }
  const linear = linearOf(context);
  if (linear === undefined || !isPartial(linear)) {
    const { estimator, model } = context;
    const effects = has(context).instruments ? estimator : (effectsOf(model).name ?? estimator);
    throw new InputError(notRandomEffects({ found: effects }), 'hausman');
  }
  const { rows: sample, transformation } = linear;
  const theta = linear.estimate.theta!;
  const { x, y, nrows } = sample;
  const whole = (column: Float64Array | number) =>
    typeof column === 'number' ? new Float64Array(nrows).fill(column) : column;
  const columns = sample.names.map((name, j): [string, Float64Array] => [name, whole(x[j]!)]);
  return { y, columns: new Map(columns), units: transformation.units!, theta };
}
