/**
 * The rows of a dynamic panel. As `predict` after xtabond2, `residual` is y - x'b in levels, which contains the unit
 * effect, and `residualDifferenced` is its first difference, on which the tests for serial correlation rest, also after
 * forward deviations. `residualDeviation` is the forward orthogonal deviation, in the row from which later ones are
 * subtracted.
 */
import { gathered } from '../../../core/values/gathered.js';
import type { FitResult } from '../../../results/fit.js';
import type { Augmented } from '../../../results/postestimation/augmented.js';
import type { DynamicFit } from '../fit.js';
import { countedRows, previousRows, rowsWithLater } from './counted-rows.js';
import { postestimationWarnings } from '../../../words/en/warnings/postestimation.js';
import { warning } from '../../../words/warning.js';

export function dynamicColumns({ sample }: DynamicFit, fit: FitResult): Augmented {
  const { design } = sample;
  const { nrows, vars, params: names, transform, weights } = design;
  const y = vars.subarray(0, nrows);
  const xb = new Float64Array(nrows);
  names.forEach((name, j) => {
    const b = fit.params[name]!;
    const isConstant = design.constant && j === names.length - 1;
    for (let i = 0; i < nrows; i++) xb[i]! += b * (isConstant ? 1 : vars[(j + 1) * nrows + i]!);
  });
  const residual = y.map((value, i) => value - xb[i]!);
  const rows = countedRows(design);
  const of = (values: Float64Array) => gathered(values, rows);
  return {
    columns: {
      observed: of(y),
      fitted: of(xb),
      residual: of(residual),
      ...(transform !== 'level' && {
        residualDifferenced: of(differenced(residual, previousRows(design))),
      }),
      ...(transform === 'fod' && { residualDeviation: of(deviations(residual, design)) }),
      ...(weights && { weight: of(weights) }),
    },
    warnings: [warning(postestimationWarnings, 'level-residuals', {})],
  };
}

function differenced(values: Float64Array, previous: Int32Array): Float64Array {
  return values.map((value, i) => (previous[i]! < 0 ? NaN : value - values[previous[i]!]!));
}

/** sqrt(m / (m + 1)) times the value minus the mean of the m later complete rows of the unit. */
function deviations(values: Float64Array, design: DynamicFit['sample']['design']): Float64Array {
  const { nunits, unitStart, complete } = design;
  const hasLater = rowsWithLater(design);
  const result = new Float64Array(values.length).fill(NaN);
  for (let unit = 0; unit < nunits; unit++) {
    let sum = 0;
    let later = 0;
    for (let row = unitStart[unit + 1]! - 1; row >= unitStart[unit]!; row--) {
      if ((complete[row]! & 1) === 0) continue;
      if (hasLater[row] === 1) {
        result[row] = Math.sqrt(later / (later + 1)) * (values[row]! - sum / later);
      }
      sum += values[row]!;
      later++;
    }
  }
  return result;
}
