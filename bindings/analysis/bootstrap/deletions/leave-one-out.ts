/** Estimates without one of the drawn units: units of a dynamic panel, rows or clusters of a regression. */
import type { Engine } from '../../../core/engine/engine.js';
import { findColumn, levelsOf, rowNumber, type Table } from '../../../data/index.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel, unitMomentsOf } from '../../../models/fitted-model.js';
import type { SchemeResult } from '../../../results/fit.js';
import { replicateCovariance } from '../tasks/problem.js';
import { type LeftOut } from '../summary/jackknife.js';
import { dpdCoefficients, leaveOut, unitNamesOf } from './leave-out.js';
import { prepareAny } from '../prepare-given.js';
import type { BootstrapTask, SumsTask } from '../replicator.js';
import { noBootstrap } from '../options.js';

/**
 * Computes the estimates in the calling thread. An aborted `signal` throws its reason. Moments are not recentred, as
 * those of the estimate are not.
 *
 * @throws InputError `no-bootstrap` if the scheme keeps the order of rows, which a gap would break
 */
export function leaveOutEach(
  context: FitContext,
  task: BootstrapTask,
  signal: AbortSignal | undefined,
): Promise<LeftOut> {
  const deletions = {
    prepare: (engine: Engine) => prepareAny(engine, unweighted(task)),
    nameUnits: (units: Int32Array) => namesOf(context, task.scheme, units),
  };
  return leaveOut(deletions, context.engine?.module, signal);
}

export function unweighted(task: BootstrapTask): BootstrapTask {
  if (task.kind === 'weighted') return task;
  if (task.kind === 'rows') return { ...task, statistics: 0, thresholds: null };
  return coefficientsOnly(task);
}

/** Reduces a task to replicates that return only coefficients and are drawn by counts. Moments are not recentred. */
export function coefficientsOnly(task: SumsTask): SumsTask {
  if (task.kind === 'dpd') return dpdCoefficients(task);
  const { scheme, problem } = task;
  if (scheme.order !== undefined) {
    throw noBootstrap(
      `scheme ${scheme.scheme} depends on the order of the rows, so rows cannot be left out or relabelled; expected pairs, cluster, wild, wild-cluster or residual`,
    );
  }
  return {
    ...task,
    thresholds: null,
    scheme: { scheme: scheme.cluster === undefined ? 'pairs' : 'cluster' },
    problem: { ...problem, vcov: replicateCovariance(problem.vcov, false) },
    ...(task.recenter !== undefined && { recenter: false }),
    statistics: 0,
    tests: undefined,
  };
}

export function namesOf(
  context: FitContext,
  { cluster }: SchemeResult,
  units: Int32Array,
): readonly string[] {
  const moments = unitMomentsOf(context);
  if (moments !== undefined) return unitNamesOf(moments, units);
  const model = fittedModel(context);
  const sample = { table: model.table(context), rows: model.rows(context) };
  return cluster === undefined
    ? Array.from(sample.rows, (row) => `row ${rowNumber(row, sample.table.fileRows)}`)
    : clusterNames(sample, cluster);
}

interface Rows {
  readonly table: Table;
  readonly rows: Int32Array;
}

/** Names the clusters in the order of the rows used, as `clusterUnits` numbers them. */
function clusterNames({ table, rows }: Rows, column: string): string[] {
  const { codes, names } = levelsOf(findColumn(table, column, 'bootstrap.cluster'));
  return [...new Set(Array.from(rows, (row) => codes[row]!))].map((code) => names[code]!);
}
