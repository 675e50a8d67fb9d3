/** The rows behind a fit: their positions in the table, and how to evaluate terms on them. */
import type { Engine } from '../../../core/engine/engine.js';
import type { Frame, PanelIndex, Table } from '../../../data/index.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel } from '../../../models/fitted-model.js';
import type { WeightType } from '../../../models/linear/model/model.js';
import { elementaryMath } from '../../../core/numerics/elementary.js';

export interface RowWeights {
  readonly type: WeightType;
  readonly column: string;
  readonly values: Float64Array;
}

export interface UsedRows {
  readonly table: Table;
  readonly panel: PanelIndex | undefined;
  /** Evaluates terms on all rows of the table, in panel order if there is a panel. */
  readonly frame: Frame;
  /** Positions of the used rows in the order of the frame. */
  readonly positions: Int32Array;
  /** Row numbers in the table. */
  readonly rows: Int32Array;
  readonly weights: RowWeights | undefined;
}

/** The rows that a fit counts. */
export function usedRows(engine: Engine, context: FitContext): UsedRows {
  const counted = fittedModel(context).counted(context);
  const { table, panel } = counted;
  const frame = { table, panel, math: elementaryMath(engine) };
  return { ...counted, frame, weights: weightsOf(context.model, counted.weights) };
}

function weightsOf(
  { weights }: FitContext['model'],
  values: Float64Array | undefined,
): RowWeights | undefined {
  return weights === undefined || values === undefined ? undefined : { ...weights, values };
}
