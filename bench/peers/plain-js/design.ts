/** Builds one dense design per unit from a table: y, X, Z and the one-step matrix H of the unit's rows. */
import { coefficientNames, type Columns, type Spec } from '../../spec.js';
import { instrumentColumns, type InstrumentColumn } from './instruments.js';
import { gridUnits, rowValue, stackRows, type GridUnit, type StackedRows } from './stack.js';

/** One unit: y (rows), X (rows x k), Z (rows x l), H (rows x rows); all row by row. */
export interface UnitDesign {
  readonly rows: number;
  readonly y: Float64Array;
  readonly x: Float64Array;
  readonly z: Float64Array;
  readonly h: Float64Array;
}

export interface Design {
  readonly k: number;
  readonly l: number;
  readonly units: readonly UnitDesign[];
}

/** Builds the designs of all units with a usable row; columns of Z that are zero in every row are dropped. */
export function buildDesign(columns: Columns, spec: Spec): Design {
  const grids = gridUnits(columns, spec);
  const panel = grids
    .map((unit) => ({ unit, stack: stackRows(unit, spec) }))
    .filter(({ stack }) => stack.period.length > 0);
  const candidates = instrumentColumns(spec, grids[0]!.periods);
  const instruments = candidates.filter((column) =>
    panel.some(({ unit, stack }) =>
      stack.period.some((t, r) => column(unit, t, stack.differenced[r]!) !== 0),
    ),
  );
  return {
    k: coefficientNames(spec).length,
    l: instruments.length,
    units: panel.map(({ unit, stack }) => unitDesign(unit, stack, spec, instruments)),
  };
}

function unitDesign(
  unit: GridUnit,
  stack: StackedRows,
  spec: Spec,
  instruments: readonly InstrumentColumn[],
): UnitDesign {
  const rows = stack.period.length;
  const k = spec.regressors.length + 1;
  const l = instruments.length;
  const y = new Float64Array(rows);
  const x = new Float64Array(rows * k);
  const z = new Float64Array(rows * l);
  stack.period.forEach((t, r) => {
    const differenced = stack.differenced[r]!;
    y[r] = rowValue(unit, { variable: spec.depvar, lag: 0 }, t, differenced);
    spec.regressors.forEach((term, j) => {
      x[r * k + j] = rowValue(unit, term, t, differenced);
    });
    x[r * k + k - 1] = differenced ? 0 : 1;
    instruments.forEach((column, j) => {
      z[r * l + j] = column(unit, t, differenced);
    });
  });
  return { rows, y, x, z, h: oneStepMatrix(stack) };
}

/**
 * Covariance of the stacked errors when the level errors are white noise (h = 3): [DD' D; D' I], where
 * D takes first differences, cut to the rows in use.
 */
function oneStepMatrix({ period, differenced }: StackedRows): Float64Array {
  const rows = period.length;
  // a differenced row is e[t] - e[t-1], a level row e[t]
  const weight = (r: number, t: number) =>
    t === period[r] ? 1 : differenced[r]! && t === period[r]! - 1 ? -1 : 0;
  const h = new Float64Array(rows * rows);
  for (let r = 0; r < rows; r++) {
    for (let s = 0; s < rows; s++) {
      const t = period[r]!;
      h[r * rows + s] = weight(r, t) * weight(s, t) + weight(r, t - 1) * weight(s, t - 1);
    }
  }
  return h;
}
