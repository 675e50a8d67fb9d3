/**
 * The bootstrap of an estimate that no sums determine: a replicate estimates the rows of the sample again, each
 * weighted by the number of times that its unit was drawn.
 */
import { noReplicates, residualsOfRows } from '../../../words/errors/bootstrap/unavailable.js';
import * as wanted from '../../../words/expectations/bootstrap.js';
import type { Table } from '../../../data/index.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel } from '../../../models/fitted-model.js';
import type { Model } from '../../../models/model.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { BootstrapOptions } from '../options.js';
import { badOption, noBootstrap } from '../../../models/replicates/refusal.js';
import type { BootstrappedTest } from '../../../models/replicates/draw-options.js';
import { clusterUnits, rowUnits, type Units } from './units.js';

/** The model and its table, from which each worker makes the estimate once, and the units of the rows. */
export interface WeightedTask {
  readonly kind: 'weighted-rows';
  readonly scheme: SchemeResult;
  readonly model: Model;
  readonly table: Table;
  readonly units: Units;
  readonly width: number;
  readonly statistics: 0;
  readonly recenter?: undefined;
  readonly thresholds: null;
  readonly seed: number;
}

const withoutSums = [
  'weights',
  'imposeNull',
  'variant',
  'blockLength',
  'order',
  'recenter',
] as const;

/** @throws InputError `no-bootstrap`, `bad-value` for what only sums over rows can compute */
export function weightedTask(
  context: FitContext,
  options: BootstrapOptions,
  tests: readonly BootstrappedTest[],
): WeightedTask {
  const { model, estimator, result } = context;
  const fitted = fittedModel(context);
  if (fitted.refit === undefined) throw noBootstrap(noReplicates({ estimator }));
  checkOptions(estimator, options, tests);
  const cluster = options.cluster ?? model.vcov.cluster?.[0] ?? model.panel?.unit;
  const scheme = options.scheme ?? (cluster === undefined ? 'pairs' : 'cluster');
  const table = fitted.table(context);
  const rows = { table, rows: fitted.rows(context) };
  const units = scheme === 'pairs' ? rowUnits(rows) : clusterUnits(rows, clusterOf(cluster));
  return {
    kind: 'weighted-rows',
    scheme: { scheme, ...(scheme === 'cluster' && { cluster: cluster! }), units: units.count },
    model,
    table,
    units,
    width: Object.keys(result.params).length,
    statistics: 0,
    thresholds: null,
    seed: options.seed ?? 1,
  };
}

function clusterOf(cluster: string | undefined): string {
  if (cluster !== undefined) return cluster;
  throw badOption('cluster', wanted.drawnColumn(), 'nothing');
}

function checkOptions(
  estimator: string,
  { scheme = 'pairs', ci = [], ...others }: BootstrapOptions,
  [test]: readonly BootstrappedTest[],
): void {
  if (scheme !== 'pairs' && scheme !== 'cluster') {
    throw noBootstrap(residualsOfRows({ scheme, estimator }));
  }
  const key = withoutSums.find((one) => others[one] !== undefined);
  if (key !== undefined)
    throw badOption(key, wanted.nothingWithEstimator({ estimator }), others[key]);
  const other = ci.find(
    (intervalMethod) => intervalMethod === 'studentized' || intervalMethod === 'inverted',
  );
  if (other !== undefined) {
    const usual = ['percentile', 'basic', 'normal', 'bca'];
    throw badOption('ci', wanted.intervalsWith({ intervals: usual, estimator }), other);
  }
  if (test === undefined) return;
  throw badOption('statistics', wanted.expressionsWith({ estimator }), test);
}
