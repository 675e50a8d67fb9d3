/** The estimate of the pooled model with interactions. */
import { covarianceTraits } from '../../models/covariances/registry.js';
import { type Arena, scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { Status } from '../../core/engine/status.js';
import { ivFit, panelFit } from '../../generated/records.js';
import { callInstruments } from '../../models/instruments/call.js';
import { callLeastSquares } from '../../models/linear/estimate/call.js';
import type { LinearFit } from '../../models/linear/fitted.js';
import type { LinearCovariance } from '../../models/linear/model/model.js';
import type { Dependence } from '../../models/linear/design/dependence.js';
import { withDummies } from './dummies.js';
import { type Labelled, redundantColumn, type Stack, stack, without } from './stack.js';

/** Errors of an estimate, and the clusters of its rows if they differ from those of the sample. */
export interface Errors extends Partial<Dependence> {
  readonly vcov: LinearCovariance;
}

export interface StackedFit {
  /** The compared coefficient of each group and their covariance. */
  readonly estimates: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly df: number;
  /** The estimated columns, and their coefficients. */
  readonly stacked: Stack;
  readonly params: Float64Array;
  /**
   * With CV2, what the core returns for each cluster and compared coefficient (`assembly/covariance/clusters/cluster-parts.ts`).
   */
  readonly parts?: ClusterParts;
}

/** For each cluster b (k x q), D (q x q) and e (q), one after another. */
export interface ClusterParts {
  readonly count: number;
  readonly k: number;
  readonly q: number;
  readonly values: Float64Array;
}

/** Returns the status of the core if there is no estimate. */
export function fitStack(
  engine: Engine,
  labelled: Labelled,
  errors: Errors,
): StackedFit | { readonly status: number } {
  const whole = stack(labelled);
  const stacked = hasClusterParts(errors.vcov) ? withDummies(whole, labelled, errors) : whole;
  return stacked.places.includes(-1)
    ? { status: Status.RankDeficient }
    : estimate(engine, labelled.context, stacked, errors);
}

/** Estimates again without the collinear column, each time the core finds one. */
export function estimate(
  engine: Engine,
  context: LinearFit,
  stacked: Stack,
  errors: Errors,
): StackedFit | { readonly status: number } {
  const done = scope(engine, (arena) => {
    const { status, fit, detail } = call(engine, arena, { context, stacked, errors });
    const { nparams: k, dfReference: df } = fit;
    if (status === Status.RankDeficient) {
      const first = detail >= 0 ? detail : fit.detail;
      return { collinear: first < 0 ? [] : [first, ...columnsIn(dependenceOf(arena, fit))] };
    }
    if (status !== Status.Ok) return { status };
    const params = arena.floats(fit.params, k);
    const vcov = arena.floats(fit.vcov, k * k);
    const { places } = stacked;
    return {
      estimates: places.map((place) => params[place]!),
      covariance: places.map((a) => places.map((b) => vcov[a * k + b]!)),
      df,
      stacked,
      params,
      ...('clusterParts' in fit &&
        hasClusterParts(errors.vcov) && { parts: partsIn(arena, fit, { stacked, errors }) }),
    };
  });
  if (done.collinear === undefined) return done;
  const column = redundantColumn(stacked, done.collinear, context.model.collinear);
  if (column === undefined) return { status: Status.RankDeficient };
  return estimate(engine, context, without(stacked, column), errors);
}

function partsIn(
  arena: Arena,
  { clusterParts, nparams: k }: { readonly clusterParts: number; readonly nparams: number },
  { stacked: { places }, errors }: Pick<Call, 'stacked' | 'errors'>,
): ClusterParts {
  const { count } = errors.clusters![0]!;
  const q = places.length;
  return { count, k, q, values: arena.floats(clusterParts, count * q * (k + q + 1)) };
}

/**
 * The coefficients of the columns whose combination equals the first collinear column; empty if absorbed effects
 * explain it.
 */
function dependenceOf(
  arena: Arena,
  { dependence, detail, nparams: k }: { dependence: number; detail: number; nparams: number },
): Float64Array {
  if (dependence === 0 || detail < 0) return new Float64Array();
  return arena.floats(dependence, k * k).subarray(detail * k, (detail + 1) * k);
}

/** The columns of a dependence. */
function columnsIn(shares: Float64Array): number[] {
  return Array.from(shares, (share, j) => (share !== 0 ? [j] : [])).flat();
}

interface Call {
  readonly context: LinearFit;
  readonly stacked: Stack;
  readonly errors: Errors;
}

/** `detail` is the column that absorbed effects make collinear, or -1. */
function call(engine: Engine, arena: Arena, { context, stacked, errors }: Call) {
  const { vcov, ...dependence } = errors;
  const { transformation } = stacked;
  const rows = { ...stacked.rows, ...dependence };
  if (context.instruments !== undefined) {
    const problem = { ...context.instruments.problem, transformation, vcov, tests: undefined };
    const { status, fitAddress } = callInstruments(engine, arena, problem, { ...stacked, rows });
    const fit = arena.readRecord(ivFit, fitAddress);
    const detail = fit.effects === 0 ? -1 : arena.readRecord(panelFit, fit.effects).detail;
    return { status, fit, detail };
  }
  const { estimator } = context;
  const { absorb, weights } = context.model;
  const covariance = hasClusterParts(vcov) ? { ...vcov, partsOf: stacked.places } : vcov;
  const model = { estimator, weightType: weights?.type, vcov: covariance, absorb, transformation };
  return callLeastSquares(engine, arena, model, rows);
}

/** Whether a covariance returns the parts of clusters that degrees of freedom need. */
function hasClusterParts({ type }: LinearCovariance): boolean {
  return covarianceTraits(type)?.clusterParts === true;
}
