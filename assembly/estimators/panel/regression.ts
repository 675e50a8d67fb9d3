/** The regression of transformed rows: a copy of the design whose columns a transformation replaces. */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { doubles } from '../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { Columns } from '../../panel/columns';
import { ols_fit } from '../ols/fit';

/** Returns a copy of the record, which still points to the design's arrays. */
export function copyRecord(design: LinearDesign): LinearDesign {
  const copy = changetype<LinearDesign>(alloc(offsetof<LinearDesign>()));
  if (exhausted()) return design;
  memory.copy(changetype<usize>(copy), changetype<usize>(design), offsetof<LinearDesign>());
  return copy;
}

/** Returns a copy with new columns, still to be filled, and without rounding errors. */
export function copyDesign(design: LinearDesign): LinearDesign {
  const copy = copyRecord(design);
  if (exhausted()) return design;
  copy.x = alloc(doubles(copy.nrows * copy.nregressors));
  copy.y = alloc(doubles(copy.nrows));
  copy.xLow = 0;
  copy.yLow = 0;
  return copy;
}

/** The design's columns as transformations take them. */
export function columnsOf(design: LinearDesign, constant: i32): Columns {
  const columns = changetype<Columns>(alloc(offsetof<Columns>()));
  columns.nrows = design.nrows;
  columns.k = design.nregressors;
  columns.required = design.nregressors;
  columns.x = design.x;
  columns.y = design.y;
  columns.weights = design.weights;
  columns.constant = constant;
  return columns;
}

/** Least squares of the design, whatever transformed it. */
export function regress(design: LinearDesign, options: LinearOptions, fit: LinearFit): Status {
  return ols_fit(changetype<usize>(design), changetype<usize>(options), changetype<usize>(fit));
}

/** Sum of squared residuals of the design; NaN where it cannot be estimated. */
export function residualSquares(design: LinearDesign): f64 {
  const scope = mark();
  const options = changetype<LinearOptions>(allocZeroed(offsetof<LinearOptions>()));
  const fit = changetype<LinearFit>(allocZeroed(offsetof<LinearFit>()));
  if (exhausted()) return NaN;
  options.size = i32(offsetof<LinearOptions>());
  fit.size = i32(offsetof<LinearFit>());
  const status = regress(design, options, fit);
  release(scope);
  return status == Status.Ok ? fit.rss : NaN;
}
