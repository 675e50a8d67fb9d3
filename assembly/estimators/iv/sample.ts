/**
 * The rows of an estimate with instruments: weighted, with effects absorbed. Columns are
 *
 *   x = [X1 endogenous | W exogenous | Z excluded instruments]      X = [X1 W],  instruments [W Z]
 *
 * so that regressors and instruments are both contiguous and neither is copied.
 */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { entry } from '../../memory/layout';
import { IvDesign } from '../../memory/instrument-records';
import { LinearDesign, LinearOptions, PanelFit, PanelOptions } from '../../memory/records';
import { Status } from '../../status';
import { keepLengths } from '../../covariance/rounding';
import { LinearModel } from '../../linear/linear';
import { WeightedRows, openRows } from '../../linear/weighted-rows';
import { absorb } from '../../panel/absorb/absorb';
import { countDegrees } from '../../panel/absorb/degrees';
import { columnsOf, copyRecord } from '../panel/regression';

/** If the effects explain a combination completely, the iterations leave up to their tolerance of it. */
const ABSORBED_TOLERANCE: f64 = 1e-8;


@unmanaged
export class IvSample {
  /** Endogenous and exogenous regressors, their sum, and excluded instruments. */
  nendogenous: i32;
  nexogenous: i32;
  k: i32;
  nexcluded: i32;
  /** True if the last exogenous regressor is the constant. */
  constant: bool;
  /** A column is dependent if it keeps at most this share; 0 for the default. */
  rankTolerance: f64;
  design: LinearDesign;
  /** All columns as one regression of the outcome, rows times the roots of their weights. */
  model: LinearModel;
  weights: WeightedRows;
  /** The results of absorbing effects, or null. */
  effects: PanelFit | null;
}

/** Reads the rows of a design. With effects its columns are overwritten by their deviations. */
export function openSample(iv: IvDesign, sample: IvSample): Status {
  const design = changetype<LinearDesign>(iv.rows);
  const columns = iv.nendogenous + iv.nexogenous + iv.ninstruments;
  if (iv.size != i32(offsetof<IvDesign>())) return Status.BadRecord;
  if (design.size != i32(offsetof<LinearDesign>())) return Status.BadRecord;
  if (design.nregressors != columns) return Status.ShapeMismatch;
  sample.nendogenous = iv.nendogenous;
  sample.nexogenous = iv.nexogenous;
  sample.k = iv.nendogenous + iv.nexogenous;
  sample.nexcluded = iv.ninstruments;
  sample.constant = iv.constant >= 0;
  sample.design = design;
  sample.effects = null;
  sample.model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  sample.weights = changetype<WeightedRows>(alloc(offsetof<WeightedRows>()));
  if (exhausted()) return Status.OutOfMemory;
  sample.model.n = design.nrows;
  sample.model.k = columns;
  return Status.Ok;
}

/** Absorbs the effects of `panel` (an address, or 0) and weights the rows; sets the degrees of freedom in the options. */
export function prepareRows(sample: IvSample, panel: usize, options: LinearOptions): Status {
  if (panel != 0) {
    const status = absorbEffects(sample, changetype<PanelOptions>(panel), options);
    if (status != Status.Ok) return status;
  }
  sample.rankTolerance = options.rankTolerance;
  return openRows(sample.design, sample.model, sample.weights);
}

function absorbEffects(sample: IvSample, panel: PanelOptions, options: LinearOptions): Status {
  if (panel.size != i32(offsetof<PanelOptions>())) return Status.BadRecord;
  const effects = changetype<PanelFit>(allocZeroed(offsetof<PanelFit>()));
  const design = copyRecord(sample.design);
  const columns = columnsOf(design, panel.constant);
  if (exhausted()) return Status.OutOfMemory;
  effects.size = i32(offsetof<PanelFit>());
  effects.detail = -1;
  sample.effects = effects;
  if (!countDegrees(design, panel, effects)) return Status.OutOfMemory;
  columns.required = sample.k;
  if (!keepLengths(design, sample.k, options)) return Status.OutOfMemory;
  if (panel.nabsorbed > 1) options.precision = panel.tolerance;
  const status = absorb(columns, panel, effects);
  if (status != Status.Ok) return status;
  effects.detail = -1;
  design.xLow = 0;
  design.yLow = 0;
  sample.design = design;
  options.dfAbsorbed = effects.dfAbsorbed;
  options.dfNested = effects.dfNested;
  options.rankTolerance = ABSORBED_TOLERANCE;
  return Status.Ok;
}

/** Address of the exogenous regressors, which the excluded instruments follow. */
export function exogenousColumns(sample: IvSample): usize {
  return entry(sample.model.x, sample.model.n, 0, sample.nendogenous);
}

/** The rows of `design` with the regressors as columns, their constant last. */
export function regressorsOf(sample: IvSample, design: LinearDesign): LinearDesign {
  const copy = copyRecord(design);
  if (exhausted()) return copy;
  copy.nrows = sample.model.n;
  copy.x = sample.model.x;
  copy.nregressors = sample.k;
  copy.intercept = i32(sample.constant);
  return copy;
}
