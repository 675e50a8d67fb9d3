/**
 * Bootstraps of estimates that no sums over units hold: two-way, crossing and random effects, the between estimator, and
 * GMM that iterates or absorbs effects. A replicate estimates the rows of the clusters drawn by the code that estimates
 * the sample. An effect, unit or cluster with all its rows in one cluster is that of the copy drawn; others, such as
 * periods, are shared by all copies.
 */
import type { GmmFitted } from '../../models/gmm/index.js';
import type { SchemeResult } from '../../results/fit.js';
import type { InstrumentProblem } from '../../models/instruments/problem.js';
import type { CoreInstruments } from '../../models/instruments/records.js';
import type { CoreRows } from '../../models/linear/estimate/records.js';
import type { LinearSample } from '../../models/linear/design/sample.js';
import { transformationOf } from '../../models/panel/index.js';
import { panelRows } from '../../models/panel/units.js';
import { defaultIntervals } from '../summary/scheme.js';
import { linearCase, type LinearContext, replicateCovariance, rowsOf } from './problem.js';
import { checkKeys, clusterColumn, defaultScheme, type ResolvedScheme } from './scheme.js';
import { checkIntervals, checkTests, type LinearTask } from './linear.js';
import { clusterUnits, rowUnits, type Units } from './units.js';
import type { BootstrapOptions } from '../options.js';
import { instrumentTests, readStatistics } from '../summary/statistics.js';
import { isNested } from './drawn-rows.js';
import { noBootstrap } from '../refusal.js';
import type {
  Transformation,
  TransformedModel,
} from '../../models/linear/estimate/transformation.js';

/** What is estimated of the rows drawn. */
export type RowsProblem =
  | { readonly kind: 'least-squares'; readonly model: TransformedModel }
  | {
      readonly kind: 'instruments';
      readonly model: InstrumentProblem;
      readonly names: Omit<CoreInstruments, 'rows'>;
    };

export interface RowsTask {
  readonly kind: 'rows';
  readonly scheme: SchemeResult;
  readonly rows: CoreRows;
  readonly problem: RowsProblem;
  readonly units: Units;
  /** 1 where a replicate returns standard errors after the coefficients, or of GMM its J. */
  readonly statistics: number;
  /** Of GMM, whose moments are not shifted. */
  readonly recenter?: false | 'brown-newey';
  /** Of the probabilities of the units, see `implied.ts`; null for equal ones. */
  readonly thresholds: Int32Array | null;
  readonly seed: number;
}

/**
 * The task of an estimate whose clusters, or rows of GMM, are drawn and estimated; undefined where another scheme is
 * asked for or sums over units serve.
 *
 * @throws InputError `no-bootstrap`, `bad-value`
 */
export function rowsTask(context: LinearContext, options: BootstrapOptions): RowsTask | undefined {
  const transformation = transformationIn(context);
  const scheme = drawnWhole(context, transformation, options);
  if (scheme === undefined || !needsRows(context, transformation, scheme.units)) return undefined;
  const { described, units } = scheme;
  const ci = options.ci ?? defaultIntervals(described);
  checkKeys(context, described.scheme, options);
  checkIntervals(context, described, ci);
  checkTests(context, options);
  checkRows(context, transformation, units, options);
  const studentized = ci.includes('studentized');
  const problem = problemOf(context, transformation, studentized);
  const hansen = context.estimator === 'gmm' && context.model.method !== 'one-step';
  return {
    kind: 'rows',
    scheme: described,
    rows: coreRows(rowsOf(context)),
    problem,
    units,
    statistics: Number(studentized || hansen),
    ...(context.estimator === 'gmm' && { recenter: recentres(context, options) }),
    thresholds: null,
    seed: options.seed ?? 1,
  };
}

/** The same rows or clusters as units of sums, of which the moments at the estimate are some. */
export function momentsTask(context: LinearContext, { scheme, units, seed }: RowsTask): LinearTask {
  const { design, problem, params } = linearCase(context);
  const own = { ...problem, vcov: replicateCovariance(problem.vcov, false) };
  const task = { kind: 'linear', scheme, design, problem: own, units, statistics: 1 } as const;
  return { ...task, tests: undefined, params, recenter: false, thresholds: null, seed };
}

/** Throws InputError `no-bootstrap` for moments that would have to be shifted. */
function recentres(
  { estimate, model }: GmmFitted,
  { recenter }: BootstrapOptions,
): false | 'brown-newey' {
  if (recenter === false || estimate.rankInstruments === estimate.params.length) return false;
  if (recenter === 'brown-newey') return recenter;
  throw noBootstrap(
    `moments of method ${model.method} that are estimated from rows are not centred; expected recenter brown-newey or false, or method one-step or two-step without absorbed effects and with center false`,
  );
}

/** Clusters, or rows of GMM without effects, where these are drawn; undefined with other schemes. */
function drawnWhole(
  context: LinearContext,
  { absorbed }: Transformation,
  options: BootstrapOptions,
): ResolvedScheme | undefined {
  const { estimator, model } = context;
  if (model.weights?.type === 'frequency') return undefined;
  const scheme = options.scheme ?? defaultScheme(context, options);
  const sample = rowsOf(context);
  if (scheme === 'cluster') {
    const cluster = clusterColumn(context, options);
    const units = clusterUnits(sample, cluster);
    return { units, described: { scheme, cluster, units: units.count, refitted: true } };
  }
  if (scheme !== 'pairs' || estimator !== 'gmm' || absorbed.length > 0) return undefined;
  const units = rowUnits(sample);
  return { units, described: { scheme, units: units.count, refitted: true } };
}

/** What the core takes of a sample, which a worker can be sent; no order, as drawn rows have none. */
function coreRows(sample: LinearSample): CoreRows {
  const { names, intercept, nrows, x, y, xLow, yLow, weights, weighting, clusters } = sample;
  return { names, intercept, nrows, x, y, xLow, yLow, weights, weighting, clusters };
}

function transformationIn(context: LinearContext): Transformation {
  const { estimator, sample } = context;
  if (estimator === 'iv' || estimator === 'gmm') return context.problem.transformation;
  const none: Transformation = { kind: 'absorbed', absorbed: [] };
  if (estimator === 'ols') return { ...none, absorbed: sample.absorbed };
  return transformationOf(context.model, sample, panelRows(sample)) ?? none;
}

function needsRows(
  context: LinearContext,
  { kind, absorbed }: Transformation,
  units: Units,
): boolean {
  if (kind === 'random' || kind === 'between' || absorbed.length > 1) return true;
  if (context.estimator === 'gmm') {
    const { method, weight } = context.model;
    return absorbed.length > 0 || method === 'iterated' || method === 'cue' || weight.center;
  }
  return absorbed.length > 0 && !isNested(absorbed[0]!, units);
}

function checkRows(
  context: LinearContext,
  { units: panel, absorbed }: Transformation,
  drawn: Units,
  { statistics, recenter }: BootstrapOptions,
): void {
  if (panel !== undefined && !isNested(panel, drawn)) {
    throw noBootstrap(
      `clusters cut units of ${panel.name}; expected a cluster that contains them, as ${panel.name} itself`,
    );
  }
  const test = readStatistics(statistics).tests.find((one) => instrumentTests.includes(one));
  if (test !== undefined) {
    throw noBootstrap(`${test} is not computed of replicates that are estimated from rows`);
  }
  if (context.estimator !== 'gmm') return;
  const { model } = context;
  if (model.weight.type === 'hac' || model.weight.type === 'driscoll-kraay') {
    throw noBootstrap(`rows drawn have no order, which weight ${model.weight.type} needs`);
  }
  const across = absorbed.find((effect) => !isNested(effect, drawn));
  if (recenter === 'brown-newey' && across !== undefined) {
    throw noBootstrap(
      `probabilities of clusters need moments that are sums over them, which effects of ${across.name} across clusters are not; expected recenter false`,
    );
  }
}

function problemOf(
  context: LinearContext,
  transformation: Transformation,
  studentized: boolean,
): RowsProblem {
  const vcov = replicateCovariance(context.model.vcov, studentized);
  if (context.estimator === 'iv' || context.estimator === 'gmm') {
    const { exogenous, endogenous, instruments } = context.sample;
    const model = { ...context.problem, vcov, tests: undefined };
    return { kind: 'instruments', model, names: { exogenous, endogenous, instruments } };
  }
  const { estimator, weights, absorb } = context.model;
  const model = { estimator, weightType: weights?.type, vcov, absorb, transformation };
  return { kind: 'least-squares', model };
}
