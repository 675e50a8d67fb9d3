/** Estimates without each unit in turn: accelerations of BCa intervals, and the units that matter most. */
import { scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { statusError } from '../../../core/engine/status-sentences.js';
import { ReplicateStatus, RowWidth } from '../../../generated/codes.js';
import type { FitResult, UnitChange } from '../../../results/fit.js';
import { derive, longRunQuantities, placed, type Quantity } from './quantities.js';
import type { Replicates } from '../replicates.js';
import type { ByName } from '../../../results/common.js';

export interface LeftOut {
  /** The coefficients without each unit, in the order of the names. */
  readonly estimates: Replicates;
  readonly names: readonly string[];
}

/** What leaving out each unit reveals about one quantity. */
export interface LeaveOneOut {
  readonly bias: number;
  readonly stdError: number;
  readonly acceleration: number;
}

export interface Jackknife {
  readonly units: number;
  readonly failed: number;
  readonly params: ByName<LeaveOneOut>;
  readonly longRun: ByName<LeaveOneOut>;
  readonly expressions: ByName<LeaveOneOut>;
  /** By coefficient, the units whose absence changes it most. */
  readonly largest: ByName<readonly UnitChange[]>;
}

/** Number of units to name for each coefficient. */
const NAMED = 3;

export function jackknife(
  engine: Engine,
  fit: FitResult,
  { estimates: deleted, names: unitNames }: LeftOut,
  expressions: readonly Quantity[],
): Jackknife {
  const params = Object.entries(fit.params);
  const deletionsOf = (quantities: readonly Quantity[]) => {
    const estimates = quantities.map(({ evaluate }) => evaluate(Object.values(fit.params), 0));
    const derived = derive(quantities, deleted);
    return byName(engine, quantities, estimates, derived);
  };
  return {
    units: unitNames.length,
    failed: deleted.failed,
    params: deletionsOf(params.map(([name], j) => placed(name, j))),
    longRun: deletionsOf(longRunQuantities(fit)),
    expressions: deletionsOf(expressions),
    largest: Object.fromEntries(
      params.map(([name, estimate], j) => [name, largest(deleted, unitNames, j, estimate)]),
    ),
  };
}

function byName(
  engine: Engine,
  quantities: readonly { readonly name: string }[],
  estimates: readonly number[],
  { values, statuses, completed, width }: Replicates,
): ByName<LeaveOneOut> {
  if (width === 0) return {};
  return scope(engine, (arena) => {
    const out = arena.allocFloats(RowWidth['jackknife-summary'] * width);
    const status = engine.exports.jackknife_reduce(
      completed,
      width,
      arena.putFloats(values),
      arena.putInts(statuses),
      arena.putFloats(Float64Array.from(estimates)),
      out,
    );
    if (status !== Status.Ok) {
      throw statusError('bootstrap', status);
    }
    const summary = arena.floats(out, RowWidth['jackknife-summary'] * width);
    return Object.fromEntries(
      quantities.map(({ name }, j) => {
        const [, bias, stdError, acceleration] = summary.subarray(
          RowWidth['jackknife-summary'] * j,
          RowWidth['jackknife-summary'] * (j + 1),
        );
        return [name, { bias: bias!, stdError: stdError!, acceleration: acceleration! }];
      }),
    );
  });
}

function largest(
  { values, statuses, width }: Replicates,
  units: readonly string[],
  j: number,
  estimate: number,
): UnitChange[] {
  return units
    .map((unit, i) => ({ unit, change: values[i * width + j]! - estimate, status: statuses[i]! }))
    .filter(({ status }) => (status & ReplicateStatus.bits) === 0)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, NAMED)
    .map(({ unit, change }) => ({ unit, change }));
}
