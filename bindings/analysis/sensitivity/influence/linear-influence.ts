/** A regression estimated again without each of its clusters, units or rows. */
import { leaveOutEach } from '../../bootstrap/deletions/leave-one-out.js';
import type { FitContext } from '../../../models/fit-context.js';
import { linearOf } from '../../../models/fitted-model.js';
import { failureReason } from '../../bootstrap/summary/summarize.js';
import { taskOf } from '../../bootstrap/methods/every.js';
import type { FitResult } from '../../../results/fit.js';
import { changeOf, type InfluenceResult, type UnitInfluence } from './result.js';

export interface LinearInfluenceOptions {
  readonly cluster: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Subtracts the sums of each unit from those of the sample, so no row is read again.
 *
 * @throws InputError `no-bootstrap`, `unknown-column`, `missing-cluster`; the reason of `signal`
 */
export async function linearInfluence(
  fit: FitResult,
  context: FitContext,
  { cluster, signal }: LinearInfluenceOptions,
): Promise<InfluenceResult> {
  const moments = linearOf(context)?.moments === undefined ? {} : { recenter: false };
  const task = taskOf(context, { reps: 1, ci: [], cluster, ...moments });
  const { estimates, names: unitNames } = await leaveOutEach(context, task, signal);
  const { values, statuses, width } = estimates;
  const names = Object.keys(fit.params);
  const whole = { names, params: Object.values(fit.params), stdErrors: fit.stdErrors };
  const units: UnitInfluence[] = [];
  const failures: InfluenceResult['failures'][number][] = [];
  unitNames.forEach((unit, i) => {
    const failure = failureReason(statuses[i]!);
    if (failure !== undefined) failures.push({ ...failure, unit });
    else units.push(changeOf(unit, values.subarray(i * width, (i + 1) * width), whole));
  });
  return {
    kind: 'influence',
    unit: task.scheme.cluster ?? 'row',
    depvar: fit.depvar,
    params: fit.params,
    stdErrors: fit.stdErrors,
    units: units.sort((a, b) => b.largest - a.largest),
    failures,
    partial: false,
  };
}
