import * as said from '../../../words/errors/analysis/sensitivity.js';
import { toldAgain } from '../../../words/told.js';
import { checkKeys, columnName } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import { checkFit, contextOf } from '../../../models/context.js';
import { linearOf, unitMomentsOf } from '../../../models/fitted-model.js';
import type { FitResult } from '../../../results/fit.js';
import { dynamicContext } from '../../../models/refits/dynamic.js';
import { type Failure, isFailure } from '../../../core/jobs/failures.js';
import { influenceStudy, type LeftOut } from './left-out.js';
import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { runJobs } from '../../../core/jobs/run-jobs.js';
import { type RunOptions, runSchemas } from '../../../core/jobs/run-options.js';
import {
  changeOf,
  type InfluenceResult,
  type UnitInfluence,
  type WholeEstimate,
} from './result.js';
import { leaveOutEach } from '../../bootstrap/deletions/leave-one-out.js';
import type { FitContext } from '../../../models/fit-context.js';
import { failureReason } from '../../bootstrap/summary/summarize.js';
import { taskOf } from '../../bootstrap/plan/any.js';

export interface InfluenceOptions extends RunOptions {
  /** Regressions only: the column whose values are left out in turn; default the units that a bootstrap draws. */
  readonly cluster?: string | undefined;
}

const schemas = { cluster: columnName, ...runSchemas };

/**
 * Estimates the model again without each unit in turn. A dynamic panel is estimated in full, with all steps and
 * weighting matrices; a regression leaves out clusters if it has any, otherwise units, otherwise rows.
 *
 * @throws InputError `result-without-data`, `no-spread` without a standard error, `no-bootstrap` if sums over units do
 *   not determine the regression, `bad-value` for clusters of a dynamic panel; the reason of `signal` when nothing was
 *   done
 */
export async function influence(
  fit: FitResult,
  options: InfluenceOptions = {},
): Promise<InfluenceResult> {
  checkKeys('influence', schemas, options);
  checkFit('influence', fit);
  checkSpread(fit);
  const { cluster, ...runOptions } = options;
  const context = contextOf(fit);
  if (context !== undefined && unitMomentsOf(context) === undefined) {
    return inOnePiece(options, () =>
      linearInfluence(fit, context, { cluster, signal: options.signal }),
    );
  }
  if (cluster !== undefined) {
    const told = said.noCluster({ path: 'cluster', found: cluster });
    throw new InputError(told, { of: 'influence', key: 'cluster' });
  }
  return dynamicInfluence(fit, runOptions);
}

/** Changes are measured in standard errors, so at least one coefficient needs one. */
function checkSpread({ depvar, params, stdErrors, warnings }: FitResult): void {
  if (Object.keys(params).some((name) => stdErrors[name]! > 0)) return;
  const perfect = warnings.some(({ code }) => code === 'perfect-fit');
  throw new InputError(
    perfect ? said.perfectFit({ depvar }) : toldAgain(said.noStandardError(), { depvar }),
  );
}

async function dynamicInfluence(fit: FitResult, options: RunOptions): Promise<InfluenceResult> {
  const { model, sample, estimate } = dynamicContext('influence', fit);
  const { unitStart, complete, params: names } = sample.design;
  const entering = sample.panel.unitNames.flatMap((_, unit) =>
    complete.subarray(unitStart[unit]!, unitStart[unit + 1]!).some((bits) => bits !== 0)
      ? [unit]
      : [],
  );
  const refitted = { ...model, diffHansen: [] };
  const task = { kind: 'influence', model: refitted, sample, units: entering } as const;
  const jobs = {
    subject: 'influence',
    study: influenceStudy,
    task,
    count: entering.length,
    partly: true,
  };
  const { outcomes, notices } = await runJobs(jobs, options);
  const units: UnitInfluence[] = [];
  const failures: (Failure & { unit: string })[] = [];
  outcomes.forEach((outcome, i) => {
    const unit = sample.panel.unitNames[entering[i]!]!;
    if (outcome === undefined) return;
    if (isFailure(outcome)) failures.push({ ...outcome, unit });
    else units.push(dynamicChange(unit, outcome, { ...estimate, names, stdErrors: fit.stdErrors }));
  });
  return {
    kind: 'influence',
    unit: sample.panel.unit,
    depvar: sample.depvar,
    params: fit.params,
    stdErrors: fit.stdErrors,
    units: units.sort((a, b) => b.largest - a.largest),
    failures,
    partial: units.length + failures.length < entering.length,
    ...(notices.length > 0 && { warnings: notices }),
  };
}

interface DynamicWhole extends WholeEstimate {
  readonly hansen: number;
  readonly ar: Float64Array;
}

function dynamicChange(unit: string, without: LeftOut, whole: DynamicWhole): UnitInfluence {
  return {
    ...changeOf(unit, without.params, whole),
    hansen: difference(without.hansen, whole.hansen),
    ar: without.ar.map((stat, i) => difference(stat, whole.ar[4 * i]!)),
  };
}

function difference(a: number, b: number): number | null {
  return Number.isFinite(a - b) ? a - b : null;
}

/** A regression estimated again without each of its clusters, units or rows. */
interface LinearInfluenceOptions {
  readonly cluster: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Subtracts the sums of each unit from those of the sample, so no row is read again.
 *
 * @throws InputError `no-bootstrap`, `unknown-column`, `missing-cluster`; the reason of `signal`
 */
async function linearInfluence(
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
