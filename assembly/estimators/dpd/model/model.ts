import { DpdDesign } from '../../../memory/dpd-records';
import { InstrumentPlan } from '../stack/instrument-plan';
import { Unit } from '../stack/unit';
import { Status } from '../../../status';


@unmanaged
export class Model {
  design: DpdDesign;
  plan: InstrumentPlan;
  unit: Unit;
  /** Ok, or why the model could not be opened. */
  status: Status;
  /** Parameters K and instruments L. */
  k: i32;
  n: i32;
  nlevel: i32;
  ndiff: i32;
  /** Sums of frequencies over level and over transformed rows; 0 without them. */
  levelWeight: f64;
  diffWeight: f64;
  /** Units with a row in the reported equation, and their smallest and largest number of rows. */
  ngroups: i32;
  minRows: i32;
  maxRows: i32;
  /** Units with a row in some equation of the stack, and i32: their numbers. */
  nentering: i32;
  entering: usize;
  /** i32, rows of the stack: units that have the row. */
  rowCounts: usize;
  /** i32, rows of the stack x npotential: units with a value in that row and potential column. */
  occurrences: usize;
  /** u8, rows of the stack x L: 1 where some unit has a value in that row and column. */
  sparsity: usize;
  /** `Nonlinear` moment conditions, which are some of the L columns, or 0. */
  nonlinear: usize;
  /** `UnitChunk` if columns are read for many units at once, else 0. */
  chunk: usize;
  /** f64, padded(L): scratch for the moments of a unit. */
  row: usize;
  /** f64, L x (K + 1), column-major: Z'X and Z'y. */
  moments: usize;
}
