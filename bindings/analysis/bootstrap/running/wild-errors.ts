/** The errors in the statistics of a wild bootstrap: by cluster or row, of the jackknife in variants 13 and 33. */
import type { Engine } from '../../../core/engine/engine.js';
import { statusError } from '../../../core/engine/status-sentences.js';
import { linearOf } from '../../../models/fitted-model.js';
import type { FitResult } from '../../../results/fit.js';
import { type Errors, estimate } from '../../interacted/fit.js';
import type { RunPlan } from '../plan/plan.js';
import type { LinearTask } from '../tasks/linear.js';

/** The fit with these errors, whatever its own are. */
export function withWildErrors(engine: Engine, { fit, context, task }: RunPlan): FitResult {
  const linear = linearOf(context)!;
  const { rows, transformation } = linear;
  const { names } = rows;
  const places = fit.vcov.names.map((name) => names.indexOf(name));
  const plain = { rows, endogenous: [], exogenous: names, instruments: [], transformation, places };
  const estimated = estimate(engine, linear, plain, wildErrors(task as LinearTask));
  if ('status' in estimated) throw statusError('joint test', estimated.status);
  return { ...fit, vcov: { ...fit.vcov, values: estimated.covariance } };
}

function wildErrors({ scheme, units }: LinearTask): Errors {
  const { cluster: column, variant = '11' } = scheme;
  const version = variant[1] as '1' | '3'; // of the covariance, as in its word
  if (column === undefined) return { vcov: { type: `HC${version}`, small: true }, clusters: [] };
  const { codes, count } = units.clusters ?? units;
  const ofRows = units.clusters === undefined ? codes : units.codes.map((unit) => codes[unit]!);
  return {
    vcov: { type: `CV${version}`, cluster: [column], small: true },
    clusters: [{ column, codes: ofRows, count }],
  };
}
