import { hold, type Hold, scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { IdentificationError } from '../../core/errors/errors.js';
import type { DataInput } from '../../data/to-table.js';
import { elementaryMath, type VectorMath } from '../../core/numerics/elementary.js';
import type { FitResult } from '../../results/fit.js';
import type { Fitted } from '../fitted.js';
import type { DynamicSample } from './design/design.js';
import { baselinesOf } from './estimate/baselines.js';
import { finishDynamic, openDynamic, type OpenedDynamic, openingKey } from './estimate/estimate.js';
import type { DynamicModel } from './model/model.js';
import type { DynamicEstimate } from './estimate/read-estimate.js';
import type { Programs } from './estimate/programs.js';
import { dynamicResult } from './result/result.js';
import { LEAVE_OUT, NOTHING_LEFT, withRemedy } from '../linear/estimate/omit-collinear.js';
import type { Omitted } from '../../results/common.js';
import type { Baselines } from '../../results/dynamic.js';

/** A fit with its data, design and estimates, from which a bootstrap or another estimate starts. */
export interface DynamicFit<Model extends DynamicModel = DynamicModel> extends Fitted {
  readonly model: Model;
  readonly data: DataInput;
  readonly sample: DynamicSample;
  readonly estimate: DynamicEstimate;
}

/**
 * Estimates a dynamic panel model by difference or system GMM. A fit leaves out regressors that the core finds collinear
 * and names them in a warning. With `collinear: error` it leaves out time effects only.
 *
 * @throws InputError, IdentificationError, NumericalError, EngineError
 */
export function fitDesign<Model extends DynamicModel>(
  engine: Engine,
  source: Pick<Opening<Model>, 'model' | 'data' | 'build' | 'programs' | 'known'>,
): DynamicFit<Model> {
  const opening = { ...source, omitted: [] };
  return fitted(engine, opening, estimateAnew(engine, opening));
}

/** Makes the design of a model without collinear regressors. */
type BuildDesign = (
  model: DynamicModel,
  data: DataInput,
  math: VectorMath,
  without: readonly string[],
) => DynamicSample;

/**
 * Fits models to the same data, one after another, each with the bits of `fitDesign`. The core keeps the moment blocks and
 * the one-step estimate until a model cannot share them.
 *
 * @param build makes the designs, which may share columns
 */
export function dynamicFits<Model extends DynamicModel>(
  engine: Engine,
  data: DataInput,
  build: BuildDesign,
  programs: Programs,
): (model: Model) => DynamicFit<Model> {
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
interface Opening<Model extends DynamicModel = DynamicModel> {
  readonly model: Model;
  readonly data: DataInput;
  readonly build: BuildDesign;
  /** Other programs' conventions; without them those of xtabond2 hold. */
  readonly programs?: Programs | undefined;
  readonly omitted: readonly Omitted[];
  /** The result, if another thread computed it. */
  readonly known?: FitResult | undefined;
}

interface Opened extends OpenedDynamic {
  readonly omitted: readonly Omitted[];
}

interface Estimated {
  readonly sample: DynamicSample;
  readonly omitted: readonly Omitted[];
  readonly estimate: DynamicEstimate;
  readonly baselines: Baselines | undefined;
}

/** Opens a model without the regressors that its first step finds collinear. */
function open(engine: Engine, held: Hold, opening: Opening): Opened {
  const { model, data, build, programs, omitted } = opening;
  const without = omitted.map(({ name }) => name);
  const sample = build(model, data, elementaryMath(engine), without);
  programs?.checkRows(model, sample.design);
  try {
    return { omitted, ...held((arena) => openDynamic(engine, arena, model, sample)) };
  } catch (error) {
    const more = [...omitted, ...collinearIn(error, model, sample)];
    return open(engine, held, { ...opening, omitted: more });
  }
}

/** Finishes the estimate. If a later step finds another collinear regressor, the model is opened again without it. */
function estimateFrom(engine: Engine, opening: Opening, opened: Opened): Estimated {
  const { model } = opening;
  const { sample, omitted } = opened;
  let estimate: DynamicEstimate;
  try {
    estimate = finishDynamic(engine, model, opened);
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

function fitted<Model extends DynamicModel>(
  engine: Engine,
  { model, data, programs, known }: Opening<Model>,
  { sample, omitted, estimate: estimated, baselines }: Estimated,
): DynamicFit<Model> {
  const estimate = programs?.adopt(model, estimated) ?? estimated;
  const result = known ?? dynamicResult(engine, model, sample, { estimate, omitted, baselines });
  return { estimator: model.estimator, model, result, data, sample, estimate };
}

/** The regressors that an error finds collinear and the model may leave out; rethrows other errors. */
function collinearIn(
  error: unknown,
  { collinear }: DynamicModel,
  { timeEffects, design }: DynamicSample,
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
