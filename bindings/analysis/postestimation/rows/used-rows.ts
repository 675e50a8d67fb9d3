/** The rows behind a fit: where they are in the table, and how to evaluate terms on them. */
import type { Engine } from '../../../core/engine/engine.js';
import { type Frame, type PanelIndex, type Table, toTable } from '../../../data/index.js';
import type { FitContext } from '../../../models/estimators.js';
import {
  gathered,
  keptPositions,
  type LinearSample,
} from '../../../models/linear/design/sample.js';
import type { WeightType } from '../../../models/linear/model/model.js';
import { elementaryMath } from '../../../core/numerics/elementary.js';
import { countedRows } from './dynamic-rows.js';

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
  /** Where the rows used are in the frame's order. */
  readonly positions: Int32Array;
  /** Their rows in the table. */
  readonly rows: Int32Array;
  readonly weights: RowWeights | undefined;
}

/** The rows of a regression, which of one with instruments are a part of its sample. */
export function linearSample(context: Exclude<FitContext, { estimator: 'dpd' }>): LinearSample {
  const { estimator, sample } = context;
  return estimator === 'iv' || estimator === 'gmm' ? sample.rows : sample;
}

/** The rows that a fit counts. */
export function usedRows(engine: Engine, context: FitContext): UsedRows {
  const math = elementaryMath(engine);
  if (context.estimator === 'dpd') {
    const { panel, design } = context.sample;
    const table = toTable(context.data);
    const positions = countedRows(design);
    const rows = positions.map((position) => panel.order[position]!);
    const values = design.weights && gathered(design.weights, positions);
    const weights = weightsOf(context.model, values);
    return { table, panel, frame: { table, panel, math }, positions, rows, weights };
  }
  const { table, panel, ledger, rows, weights: values } = linearSample(context);
  const positions = keptPositions(ledger);
  const weights = weightsOf(context.model, values);
  return { table, panel, frame: { table, panel, math }, positions, rows, weights };
}

function weightsOf(
  { weights }: FitContext['model'],
  values: Float64Array | undefined,
): RowWeights | undefined {
  return weights === undefined || values === undefined ? undefined : { ...weights, values };
}
