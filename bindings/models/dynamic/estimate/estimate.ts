import { type Arena, type RecordValues, scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { DpdCovariance, NonlinearConditions, RowWidth, Steps } from '../../../generated/codes.js';
import { dpdFit, dpdOptions } from '../../../generated/records.js';
import type { DynamicModel } from '../model/model.js';
import type { DynamicDesign, DynamicSample } from '../design/design.js';
import {
  type DifferenceGroup,
  differenceGroups,
  testMask,
} from '../design/difference-in-hansen.js';
import { dynamicError } from './errors.js';
import { type DynamicEstimate, readEstimate } from './read-estimate.js';
import { putDesign } from './records.js';

/** An iteration ends when no coefficient changes by more than this share of itself or of its standard error. */
const TOLERANCE = 1e-8;
const MAX_ITERATIONS = 100;

/** A model in the core's memory, estimated up to its first step. */
export interface OpenedDynamic {
  readonly sample: DynamicSample;
  /** The options that the model was opened with. */
  readonly options: Partial<RecordValues<typeof dpdOptions>>;
  /** Address of its fit record. */
  readonly fitAddress: number;
  /** The potential instrument columns, as in `DynamicEstimate`. */
  readonly instruments: Int32Array;
}

/** Two models with equal keys can share what `openDynamic` computes on the same data. */
export function openingKey(model: DynamicModel): string {
  return JSON.stringify({ ...model, steps: undefined, vcov: { ...model.vcov, type: undefined } });
}

/**
 * Opens a model: computes the moment blocks, the one-step weight and the one-step estimate, which do not depend on
 * `steps`, `vcov.type` or tests. Throws the typed error of the status that the core returns.
 */
export function openDynamic(
  engine: Engine,
  arena: Arena,
  model: DynamicModel,
  sample: DynamicSample,
): OpenedDynamic {
  const options = {
    small: Number(model.vcov.small),
    nonlinear: nonlinearConditions(model),
    ...putClusters(arena, sample.design),
  };
  const optionsAddress = arena.putRecord(dpdOptions, options);
  const fitAddress = arena.putRecord(dpdFit, {});
  const status = engine.exports.dpd_open(
    putDesign(arena, sample.design),
    optionsAddress,
    fitAddress,
  );
  const fit = arena.readRecord(dpdFit, fitAddress);
  const instruments = arena.ints(fit.instruments, RowWidth['instrument-column'] * fit.npotential);
  if (status !== Status.Ok) {
    const explanations = dependenceOf(arena, fit);
    throw dynamicError(status, { ...fit, explanations }, model, sample, instruments);
  }
  return { sample, options, fitAddress, instruments };
}

/** What explains the omitted regressors (nparams x nparams), if the rows explain some. */
function dependenceOf(
  arena: Arena,
  { dependence, nparams }: RecordValues<typeof dpdFit>,
): Float64Array {
  const width = dependence === 0 ? 0 : nparams;
  return arena.floats(dependence, width * width);
}

/** Opens the model and finishes its estimate. Throws as `openDynamic`. */
export function estimateDynamic(
  engine: Engine,
  model: DynamicModel,
  sample: DynamicSample,
): DynamicEstimate {
  return scope(engine, (arena) =>
    finishDynamic(engine, model, openDynamic(engine, arena, model, sample)),
  );
}

/** Finishes the estimate of an opened model and leaves the opened model unchanged. Throws as `openDynamic`. */
export function finishDynamic(
  engine: Engine,
  model: DynamicModel,
  opened: OpenedDynamic,
): DynamicEstimate {
  return scope(engine, (arena) => {
    const groups = differenceGroups(model, opened.sample);
    const fit = finish(engine, arena, model, opened, { groups });
    return readEstimate(arena, fit, {
      arOrders: model.arOrders,
      tested: groups.map(({ name }) => name),
      instruments: opened.instruments,
    });
  });
}

/** Influence functions of the coefficients. The sum of their outer products is the covariance without its factor. */
export interface InfluenceByUnit {
  /** Places of the units in the panel. */
  readonly units: Int32Array;
  /** Coefficients of one unit after another (nparams x units). */
  readonly values: Float64Array;
}

/** Estimates the model again to get the influence functions. Throws as `openDynamic`. */
export function influenceOf(
  engine: Engine,
  model: DynamicModel,
  sample: DynamicSample,
): InfluenceByUnit {
  return scope(engine, (arena) => {
    const quiet = { ...model, arOrders: 0 };
    const opened = openDynamic(engine, arena, quiet, sample);
    const fit = finish(engine, arena, quiet, opened, { groups: [], influence: true });
    return {
      units: arena.ints(fit.entering, fit.nentering),
      values: arena.floats(fit.influence, fit.nparams * fit.nentering),
    };
  });
}

/** Moments of the blocks B_c = (Z_c'X_c, Z_c'y_c), one for each cluster c; the clusters are the units by default. */
export interface MomentSums {
  /** Number of instrument columns, including dependent ones. */
  readonly ninstruments: number;
  readonly rank: number;
  /** sum B_c (ninstruments x (nparams + 1), column-major). */
  readonly sum: Float64Array;
  /** sum factor x vec(B_c) vec(B_c)', an upper triangle: element i + order j for i <= j. */
  readonly products: Float64Array;
  /**
   * Order of `products`: (nparams + 1) times `stride`. Each column of B fills a stride, with zeros past ninstruments.
   */
  readonly order: number;
  readonly stride: number;
  /** Smallest number of clusters over the dimensions. */
  readonly nclusters: number;
}

/** Estimates the model again to get the moments of its blocks. Throws as `openDynamic`. */
export function momentsOf(engine: Engine, model: DynamicModel, sample: DynamicSample): MomentSums {
  return scope(engine, (arena) => {
    const quiet = { ...model, arOrders: 0 };
    const opened = openDynamic(engine, arena, quiet, sample);
    const fit = finish(engine, arena, quiet, opened, { groups: [], blockMoments: true });
    const { ninstruments, rank, nclusters } = fit;
    const stride = 4 * Math.ceil(ninstruments / 4);
    const columns = fit.nparams + 1;
    const order = columns * stride;
    return {
      ninstruments,
      rank,
      sum: arena.floats(fit.blockSum, ninstruments * columns),
      products: arena.floats(fit.blockProducts, order * order),
      order,
      stride,
      nclusters,
    };
  });
}

interface Extras {
  readonly groups: readonly DifferenceGroup[];
  readonly influence?: boolean;
  readonly blockMoments?: boolean;
}

function finish(
  engine: Engine,
  arena: Arena,
  model: DynamicModel,
  { sample, options, fitAddress, instruments }: OpenedDynamic,
  { groups, influence = false, blockMoments = false }: Extras,
) {
  const optionsAddress = arena.putRecord(dpdOptions, {
    steps: typeof model.steps === 'number' ? model.steps : Steps[model.steps],
    covariance: DpdCovariance[model.vcov.type],
    arOrders: model.arOrders,
    arLevels: Number(model.arLevels),
    maxIterations: MAX_ITERATIONS,
    tolerance: TOLERANCE,
    influence: Number(influence),
    blockMoments: Number(blockMoments),
    ntests: groups.length,
    tests: arena.putBytes(testMask(groups, sample.design.specs)),
    ...options,
  });
  const copyAddress = arena.copyRecord(dpdFit, fitAddress);
  const status = engine.exports.dpd_finish(optionsAddress, copyAddress);
  const fit = arena.readRecord(dpdFit, copyAddress);
  if (status !== Status.Ok) throw dynamicError(status, fit, model, sample, instruments);
  return fit;
}

function nonlinearConditions({ nonlinear }: DynamicModel): number {
  if (nonlinear === 'collapse') return NonlinearConditions.collapse;
  return nonlinear ? NonlinearConditions['per-period'] : NonlinearConditions.none;
}

function putClusters(arena: Arena, { clusters, nrows }: DynamicDesign) {
  if (clusters.length === 0) return {};
  const codes = new Int32Array(clusters.length * nrows);
  clusters.forEach((dimension, d) => codes.set(dimension.codes, d * nrows));
  return {
    nclusterings: clusters.length,
    clusters: arena.putInts(codes),
    clusterCounts: arena.putInts(Int32Array.from(clusters, ({ count }) => count)),
  };
}
