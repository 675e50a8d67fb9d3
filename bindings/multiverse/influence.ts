import type { ByName, FitResult } from '../models/fit-result.js';
import { dynamicContext } from './context.js';
import { type Failure, isFailure } from './failures.js';
import type { LeftOut } from './left-out.js';
import { type RefitOptions, runTask } from './refits.js';

/** What changes when a unit is left out: the estimate without it less the estimate with it. */
export interface UnitInfluence {
  readonly unit: string;
  readonly params: ByName;
  /** The changes in standard errors of the whole sample. */
  readonly inStdErrors: ByName;
  /** The largest of these in absolute value, and its coefficient. */
  readonly largest: number;
  readonly coefficient: string;
  /** Change of Hansen's J, and of the statistics of the tests of serial correlation from order 1 on. */
  readonly hansen: number | null;
  readonly ar: readonly (number | null)[];
}

export interface InfluenceResult {
  /** Column of the units. */
  readonly unit: string;
  readonly depvar: string;
  readonly params: ByName;
  readonly stdErrors: ByName;
  /** From the most to the least influential; ties in the order of the panel. */
  readonly units: readonly UnitInfluence[];
  readonly failures: readonly (Failure & { readonly unit: string })[];
  /** True when the run was stopped before it was done. */
  readonly partial: boolean;
}

/**
 * A dynamic panel estimated again without each of its units in turn, every step and weighting matrix of it.
 *
 * @throws InputError `result-without-data`, `not-dynamic`; the reason of `signal` when nothing was done
 */
export async function influence(
  fit: FitResult,
  options: RefitOptions = {},
): Promise<InfluenceResult> {
  const { model, sample, estimate } = dynamicContext('influence', fit);
  const { unitStart, complete, params: names } = sample.design;
  const entering = sample.panel.unitNames.flatMap((_, unit) =>
    complete.subarray(unitStart[unit]!, unitStart[unit + 1]!).some((bits) => bits !== 0)
      ? [unit]
      : [],
  );
  const own = { ...model, diffHansen: [] };
  const task = { kind: 'influence', model: own, sample, units: entering } as const;
  const outcomes = await runTask<LeftOut>('influence', task, entering.length, options);
  const units: UnitInfluence[] = [];
  const failures: (Failure & { unit: string })[] = [];
  outcomes.forEach((outcome, i) => {
    const unit = sample.panel.unitNames[entering[i]!]!;
    if (outcome === undefined) return;
    if (isFailure(outcome)) failures.push({ ...outcome, unit });
    else units.push(changeOf(unit, outcome, { ...estimate, names, stdErrors: fit.stdErrors }));
  });
  return {
    unit: sample.panel.unit,
    depvar: sample.depvar,
    params: fit.params,
    stdErrors: fit.stdErrors,
    units: units.sort((a, b) => b.largest - a.largest),
    failures,
    partial: units.length + failures.length < entering.length,
  };
}

interface Whole {
  readonly names: readonly string[];
  readonly params: Float64Array;
  readonly stdErrors: ByName;
  readonly hansen: number;
  readonly ar: Float64Array;
}

function changeOf(unit: string, without: LeftOut, whole: Whole): UnitInfluence {
  const { names, stdErrors } = whole;
  const changes = names.map((name, j) => [name, without.params[j]! - whole.params[j]!] as const);
  const relative = changes.map(([name, change]) => [name, change / stdErrors[name]!] as const);
  const [coefficient, most] = relative.reduce((a, b) => (Math.abs(b[1]) > Math.abs(a[1]) ? b : a));
  return {
    unit,
    params: Object.fromEntries(changes),
    inStdErrors: Object.fromEntries(relative),
    largest: Math.abs(most),
    coefficient,
    hansen: difference(without.hansen, whole.hansen),
    ar: without.ar.map((stat, i) => difference(stat, whole.ar[4 * i]!)),
  };
}

function difference(a: number, b: number): number | null {
  return Number.isFinite(a - b) ? a - b : null;
}
