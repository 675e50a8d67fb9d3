/** How well difference and system GMM, collapsed or not, would estimate the process that a fit found. */
import { loadEngine } from '../core/engine.js';
import { type DataInput, toTable } from '../data/index.js';
import { type DpdFitted, dpdEstimator } from '../models/dpd/index.js';
import type { FitResult } from '../results/fit.js';
import { processOf } from './process/process.js';
import { resized } from './process/resize.js';
import { followersOf } from './process/variables.js';
import { dynamicContext } from '../models/dpd/context.js';
import type { DesignResult } from './design-result.js';
import { variantOf, withoutPanels } from './design-variants.js';
import { attempt, isFailure } from '../jobs/failures.js';
import { gridOf } from '../sensitivity/multiverse/grid.js';
import { panelsOf } from './rates.js';
import { runJobs } from '../jobs/run-jobs.js';
import { simulationStudy } from './simulated-fit.js';
import {
  badOption,
  checkWhole,
  type SimulationOptions,
  simulationSettings,
} from './simulation-options.js';
import { describeProcess, simulatedModel, sourceOf } from './simulation-source.js';

export interface DesignOptions extends SimulationOptions {
  /** Units of a panel: the first of the data, and copies of them where there are not as many. */
  readonly units?: number | undefined;
  /** Periods of the calendar, the first of the data; at most those. */
  readonly periods?: number | undefined;
}

/**
 * Simulates the process of a fit, its moment conditions valid, and estimates it on every panel by difference and system
 * GMM, as windows are written and collapsed, and as the model is written where that is none of them: bias, root mean
 * squared error, size and coverage of each coefficient.
 *
 * @throws InputError `result-without-data`, `not-dynamic`, `bad-value`, `cannot-simulate`, and what the data of another
 *   size make the model throw; the reason of `signal` when nothing was done
 */
export async function design(fit: FitResult, options: DesignOptions = {}): Promise<DesignResult> {
  const fitted = dynamicContext('design', fit);
  const settings = simulationSettings('design', options, fitted.model.level);
  const { reps, seed, level } = settings;
  const engine = options.engine ?? (await loadEngine());
  const own = { ...simulatedModel(fitted.model), level };
  const data = dataOf(fitted, options);
  const { sample } = data === fitted.data ? fitted : dpdEstimator.fit(engine, own, data);
  const source = sourceOf(engine, { model: own, data, sample }, fit.params, settings);
  const process = processOf(source, undefined);
  const plans = gridOf(own, { collapse: [false, true], system: [false, true] }).plans();
  const fits = plans.map(({ model }) =>
    isFailure(model) ? model : attempt(() => dpdEstimator.fit(engine, model, data)),
  );
  const ready = fits.filter((one): one is DpdFitted => !isFailure(one));
  const cases = ready.map(({ model, sample: rows }) => ({
    process,
    model,
    sample: rows,
    followers: followersOf(model, rows, process.simulated),
  }));
  const task = { kind: 'simulation', cases, seed } as const;
  const outcomes = await runJobs(
    { subject: 'design', study: simulationStudy, task, count: reps * cases.length },
    options,
  );
  const truth = { ...source.params, _cons: process.intercept };
  const variants = plans.map((plan, i) => {
    const one = fits[i]!;
    if (isFailure(one)) return withoutPanels(plan, one);
    return variantOf(plan, one, panelsOf(outcomes, ready.indexOf(one), ready.length), truth);
  });
  return {
    kind: 'design',
    depvar: fit.depvar,
    reps,
    seed,
    level,
    ...describeProcess(process),
    variants,
    partial: outcomes.includes(undefined),
    engine: engine.info,
  };
}

/**
 * The data in the size that is asked for.
 *
 * @throws InputError `bad-value`
 */
function dataOf({ model, data, sample }: DpdFitted, { units, periods }: DesignOptions): DataInput {
  if (units === undefined && periods === undefined) return data;
  const { nunits, nperiods } = sample.panel;
  const size = { units: units ?? nunits, periods: periods ?? nperiods };
  checkWhole('design', 'units', size.units, 2);
  checkWhole('design', 'periods', size.periods, 1);
  if (size.periods > nperiods) {
    const expected = `at most the ${nperiods} of the data, whose regressors a panel takes`;
    throw badOption('design', 'periods', expected, size.periods);
  }
  if (size.units > nunits && model.where !== undefined) {
    const expected = `at most the ${nunits} of the data beside where, which may name them`;
    throw badOption('design', 'units', expected, size.units);
  }
  return resized(toTable(data), model.panel, size);
}
