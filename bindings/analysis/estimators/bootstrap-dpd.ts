/** The bootstrap of dynamic panels from arrays. */
import { badArgument, checkKeys } from '../../core/arguments/arguments.js';
import type { UnitDraws } from '../../models/protocol.js';
import { dynamicDraws } from '../../models/dynamic/replicates/draws.js';
import { resolveByUnit } from '../bootstrap/plan/by-unit.js';
import { planFrom } from '../bootstrap/plan/plan.js';
import { checkFits } from '../bootstrap/replicates.js';
import { type BootstrapOptions, bootstrapSchemas } from '../bootstrap/options.js';
import { methodByUnit } from '../bootstrap/running/by-unit.js';
import { type BootstrapRun, startRun } from '../bootstrap/running/run.js';
import type { DpdResult } from '../../models/dpd/model.js';
import { type ArraysFit, dpdContext } from './dpd-context.js';
import { resultOfArrays } from '../../words/expectations/analysis/arrays.js';

// prettier-ignore
const keys = [
  'reps', 'seed', 'recenter', 'ci', 'level', 'statistics', 'jackknife', 'pValue', 'precision',
  'memory', 'engine', 'workers', 'workerUrl', 'signal', 'onProgress',
] as const;

/** The options of `bootstrap` that dynamic panels have, except those that save files. */
export type DpdBootstrapOptions = Pick<BootstrapOptions, (typeof keys)[number]>;

const draws: UnitDraws<ArraysFit> = dynamicDraws;

const schemas = Object.fromEntries(keys.map((key) => [key, bootstrapSchemas[key]]));

/**
 * Resamples units with replacement and estimates each resample with both weighting matrices recomputed. The bits are
 * those of `bootstrap` of the root for the same model. Changes to the arrays after the fit have no effect on it.
 *
 * @param fit - a result of `dpd` of this entry point
 * @throws as `bootstrap`; InputError `bad-value` for any other result
 */
export function bootstrapDpd(fit: DpdResult, options: DpdBootstrapOptions): BootstrapRun {
  options = checkKeys('bootstrapDpd', schemas, options, ['reps']);
  const context = dpdContext(fit);
  if (context === undefined) {
    throw badArgument('bootstrapDpd', 'fit', resultOfArrays(), fit);
  }
  const plan = planFrom({ fit, context }, resolveByUnit(draws, context, options), options);
  checkFits(plan.range.end, plan.width, options.memory);
  return startRun(plan, Promise.resolve(methodByUnit(draws)));
}
