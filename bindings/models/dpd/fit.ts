import { hold, type Hold, scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { IdentificationError } from '../../core/errors/errors.js';
import type { DataInput } from '../../data/to-table.js';
import { elementaryMath, type VectorMath } from '../../core/numerics/elementary.js';
import type { FitResult } from '../../results/fit.js';
import type { Fitted } from '../fitted.js';
import type { DpdSample } from './design/design.js';
import { baselinesOf } from './estimate/baselines.js';
import { finishDpd, openDpd, type OpenedDpd, openingKey } from './estimate/estimate.js';
import type { DpdModel } from './model/model.js';
import type { DpdEstimate } from './estimate/read-estimate.js';
import type { Programs } from './estimate/programs.js';
import { dpdResult } from './result/result.js';
import { LEAVE_OUT, NOTHING_LEFT, withRemedy } from '../linear/estimate/omit-collinear.js';
import type { Omitted } from '../../results/common.js';
import type { Baselines } from '../../results/dynamic.js';

/** A fit with its data, design and estimates, from which a bootstrap or another estimate starts. */
export interface DpdFitted extends Fitted {
  readonly estimator: 'dpd';
  readonly model: DpdModel;
  readonly data: DataInput;
  readonly sample: DpdSample;
  readonly estimate: DpdEstimate;
}

/**
 * Estimates a dynamic panel model by difference or system GMM. A fit leaves out regressors that the core finds collinear
 * and names them in a warning. With `collinear: error` it leaves out time effects only.
 *
 * @throws InputError, IdentificationError, NumericalError, EngineError
 */
export function fitDesign(
  engine: Engine,
  source: Pick<Opening, 'model' | 'data' | 'build' | 'programs' | 'known'>,
): DpdFitted {
  const opening = { ...source, omitted: [] };
  return fitted(engine, opening, estimateAnew(engine, opening));
}

/** Makes the design of a model without collinear regressors. */
type BuildDesign = (
  model: DpdModel,
  data: DataInput,
  math: VectorMath,
  without: readonly string[],
) => DpdSample;

/**
 * Fits models to the same data, one after another, each with the bits of `fitDesign`. The core keeps the moment blocks and
 * the one-step estimate until a model cannot share them.
 *
 * @param build makes the designs, which may share columns
 */
export function dpdFits(
  engine: Engine,
  data: DataInput,
  build: BuildDesign,
  programs: Programs,
): (model: DpdModel) => DpdFitted {
  const held = hold(engine);
  let last: { readonly key: string; readonly opened: Opened } | undefined;
  return (model) => {
    const opening = { model, data, build, programs, omitted: [] };
    const key = openingKey(model);
    if (last?.key !== key) {
      last = undefined;
      last = { key, opened: open(engine, held, opening) };
    }
    return fitted(engine, opening, estimateFrom(engine, opening, last.opened));
  };
}

/** A model opened on its data, without the regressors in `omitted`. */
interface Opening {
  readonly model: DpdModel;
  readonly data: DataInput;
  readonly build: BuildDesign;
  /** Other programs' conventions; without them those of xtabond2 hold. */
  readonly programs?: Programs | undefined;
  readonly omitted: readonly Omitted[];
  /** The result, if another thread computed it. */
  readonly known?: FitResult | undefined;
}

interface Opened extends OpenedDpd {
  readonly omitted: readonly Omitted[];
}

interface Estimated {
  readonly sample: DpdSample;
  readonly omitted: readonly Omitted[];
  readonly estimate: DpdEstimate;
  readonly baselines: Baselines | undefined;
}

/** Opens a model without the regressors that its first step finds collinear. */
function open(engine: Engine, held: Hold, opening: Opening): Opened {
  const { model, data, build, programs, omitted } = opening;
  const without = omitted.map(({ name }) => name);
  const sample = build(model, data, elementaryMath(engine), without);
  programs?.checkRows(model, sample.design);
  try {
    return { omitted, ...held((arena) => openDpd(engine, arena, model, sample)) };
  } catch (error) {
    const more = [...omitted, ...collinearIn(error, model, sample)];
    return open(engine, held, { ...opening, omitted: more });
  }
}

/** Finishes the estimate. If a later step finds another collinear regressor, the model is opened again without it. */
function estimateFrom(engine: Engine, opening: Opening, opened: Opened): Estimated {
  const { model } = opening;
  const { sample, omitted } = opened;
  let estimate: DpdEstimate;
  try {
    estimate = finishDpd(engine, model, opened);
  } catch (error) {
    const more = [...omitted, ...collinearIn(error, model, sample)];
    return estimateAnew(engine, { ...opening, omitted: more });
  }
  const compared = model.baselines && sample.lags.length > 0;
  const baselines = compared ? baselinesOf(engine, model, opened) : undefined;
  return { sample, omitted, estimate, baselines };
}

function estimateAnew(engine: Engine, opening: Opening): Estimated {
  return scope(engine, () => estimateFrom(engine, opening, open(engine, hold(engine), opening)));
}

function fitted(
  engine: Engine,
  { model, data, programs, known }: Opening,
  { sample, omitted, estimate: estimated, baselines }: Estimated,
): DpdFitted {
  const estimate = programs?.adopt(model, estimated) ?? estimated;
  const result = known ?? dpdResult(engine, model, sample, { estimate, omitted, baselines });
  return { estimator: 'dpd', model, result, data, sample, estimate };
}

/** The regressors that an error finds collinear and the model may leave out; rethrows other errors. */
function collinearIn(
  error: unknown,
  { collinear }: DpdModel,
  { timeEffects, design }: DpdSample,
): readonly Omitted[] {
  if (!(error instanceof IdentificationError) || error.code !== 'rank-deficient') throw error;
  const { column, collinear: redundant } = error.detail as { column: string; collinear: Omitted[] };
  const isTimeEffect = (name: string) => timeEffects.includes(name);
  if (redundant.length === 0 && isTimeEffect(column)) {
    return [{ name: column, explainedBy: design.params.filter((name) => name !== column) }];
  }
  const allowed = collinear === 'omit' || redundant.every(({ name }) => isTimeEffect(name));
  const regressors = design.params.length - Number(design.constant);
  if (redundant.length === 0) throw error;
  if (!allowed) throw withRemedy(error, LEAVE_OUT);
  if (redundant.length === regressors) throw withRemedy(error, NOTHING_LEFT);
  return redundant;
}
