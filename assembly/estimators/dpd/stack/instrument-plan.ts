/**
 * The instrument columns of a model. A spec is seven integers: kind, column of `vars`, from, to (the
 * lag window), collapse, equation, passthru. Each spec owns a run of potential columns for a
 * transformed and one for the level equation:
 *
 *   GMM style, transformed   period t, lag l: x(t-l), one column per (t, l), collapsed: per l
 *   GMM style, level, both   period t: D.x(t-from+1), one column per t, collapsed: one (`firstLag`)
 *   GMM style, level alone   period t, lag l: D.x(t-l), one column per (t, l), collapsed: per l
 *     passed through         the same with x(t-l)
 *   ordinary                 one column: transformed x over level x, or one of the two
 *     passed through         x(t) in rows of a transformed equation
 *   constant                 1 in the level rows
 *
 * (Holtz-Eakin, Newey and Rosen, 1988; Blundell and Bond, 1998; Roodman, 2009.) A missing value is 0.
 * Columns that are zero for every unit are left out; what is left is numbered in order.
 */
import { EquationBit, InstrumentKind, RowWidth } from '../../../codes';
import { alloc, allocMatrix, exhausted } from '../../../memory/arena';
import { doubles, getInt, integers, setInt } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { LEVELS, OTHER, PRIMARY, stackRows } from './unit';

/** Both transformed equations; a spec is in at most one of them. */
export const TRANSFORMED: i32 = EquationBit.Transformed | (1 << OTHER);

const NO_PERIOD: i32 = -1;

/** Where a part takes its values: a variable on the grid, its differences there, or the stacked rows. */
const GRID: i32 = 0;
export const GRID_DIFFERENCES: i32 = 1;
export const STACKED: i32 = 2;

/** A spec in one equation. */
@unmanaged
export class InstrumentPart {
  /** Its equations, as `EquationBit`s. */
  equation: i32;
  source: i32;
  /** First potential column, shallowest lag and number of lags. */
  first: i32;
  lag: i32;
  lags: i32;
  /** Potential columns from one period to the next. */
  stride: i32;
  values: usize;
}


@unmanaged
export class InstrumentPlan {
  npotential: i32;
  ninstruments: i32;
  /** Bound on the instrument entries of one row. */
  maxEntries: i32;
  /** `InstrumentPart`, nspecs x 2: of each spec in its transformed and in the level equation. */
  parts: usize;
  /** i32, npotential x 6. */
  description: usize;
  /** i32, npotential: final column of each potential one; its own number until columns are numbered. */
  number: usize;
  /**
   * f64, nspecs x the rows of the stack, for the loaded unit: an ordinary instrument in the stacked rows, or the
   * variable of a GMM-style spec on the grid.
   */
  values: usize;
  /** Kept units (`kept-units.ts`), their bytes, and the limit of these. */
  kept: usize;
  keptBytes: usize;
  keptLimit: usize;
  /** `Components` that replace the GMM-style columns, or 0. */
  components: usize;
}

export function specField(design: DpdDesign, spec: i32, field: i32): i32 {
  return getInt(design.specs, RowWidth.InstrumentSpec * spec + field);
}

/** Returns part 0 of a spec, of its transformed equation, or part 1, of the level equation. */
export function partOf(plan: InstrumentPlan, spec: i32, part: i32): InstrumentPart {
  return changetype<InstrumentPart>(
    plan.parts + usize(2 * spec + part) * offsetof<InstrumentPart>(),
  );
}

function setPart(
  design: DpdDesign,
  plan: InstrumentPlan,
  spec: i32,
  equation: i32,
  first: i32,
): void {
  const part = partOf(plan, spec, equation == EquationBit.Level ? 1 : 0);
  // A level row has differences, except of variables that are passed through.
  const differenced = equation == EquationBit.Level && specField(design, spec, 6) == 0;
  part.equation =
    equation == EquationBit.Level && !design.system ? 0 : specField(design, spec, 5) & equation;
  part.source = isOrdinary(design, spec) ? STACKED : differenced ? GRID_DIFFERENCES : GRID;
  part.first = first;
  part.lag = firstLag(design, spec, equation);
  part.lags = lagCount(design, spec, equation);
  part.stride = specField(design, spec, 4) ? 0 : part.lags;
  part.values = plan.values + doubles(stackRows(design) * spec);
}

/** Lays out the potential columns; returns false when memory ends. Lag windows are already cut to the panel. */
export function layOutInstruments(design: DpdDesign, plan: InstrumentPlan): bool {
  plan.parts = alloc(usize(2 * design.nspecs) * offsetof<InstrumentPart>());
  plan.values = allocMatrix(stackRows(design), design.nspecs);
  if (exhausted()) return false;
  plan.npotential = 0;
  plan.maxEntries = 0;
  // A thousand variables with the widest windows exceed 32 bits; far fewer exceed the memory.
  let bytes: u64 = 0;
  for (let spec = 0; spec < design.nspecs; ++spec) {
    const diff = partWidth(design, spec, TRANSFORMED);
    const level = partWidth(design, spec, EquationBit.Level);
    bytes += u64(diff + level) * RowWidth.InstrumentColumn * sizeof<i32>();
    if (bytes > u64(usize.MAX_VALUE)) return alloc(usize.MAX_VALUE) != 0;
    setPart(design, plan, spec, TRANSFORMED, plan.npotential);
    plan.npotential += diff;
    const shared = isOrdinary(design, spec) && diff > 0 && level > 0;
    setPart(design, plan, spec, EquationBit.Level, shared ? plan.npotential - 1 : plan.npotential);
    if (!shared) plan.npotential += level;
    plan.maxEntries += max(
      entriesPerRow(design, spec, TRANSFORMED),
      entriesPerRow(design, spec, EquationBit.Level),
    );
  }
  plan.description = allocMatrix(plan.npotential, RowWidth.InstrumentColumn / 2);
  plan.number = alloc(integers(plan.npotential));
  if (exhausted()) return false;
  for (let id = 0; id < plan.npotential; ++id) setInt(plan.number, id, id);
  for (let spec = 0; spec < design.nspecs; ++spec) describe(design, plan, spec);
  return true;
}

/**
 * Numbers the columns that are not zero everywhere. `occurrences` (i32, rows of the stack x npotential) counts the
 * units with a value in a row and a column.
 */
export function numberInstruments(
  design: DpdDesign,
  plan: InstrumentPlan,
  occurrences: usize,
): void {
  const nrows = stackRows(design);
  plan.ninstruments = 0;
  for (let id = 0; id < plan.npotential; ++id) {
    let rows = 0;
    for (let r = 0; r < nrows; ++r) rows += getInt(occurrences, r * plan.npotential + id);
    const description = plan.description + integers(RowWidth.InstrumentColumn * id);
    const column = rows > 0 ? plan.ninstruments++ : -1;
    setInt(description, 4, rows);
    setInt(description, 5, column);
    setInt(plan.number, id, column);
  }
}

export function isOrdinary(design: DpdDesign, spec: i32): bool {
  return specField(design, spec, 0) != InstrumentKind.Gmm;
}

/** True if a spec of both equations has its single shifted difference in the level rows. */
function hasBoth(design: DpdDesign, spec: i32): bool {
  const equation = specField(design, spec, 5);
  return (equation & EquationBit.Level) != 0 && (equation & TRANSFORMED) != 0;
}

/**
 * Returns the smallest lag of a GMM-style spec in an equation. The single difference in levels is dated one period
 * after the window, at lag 0 if the window includes it (xtabond2's rule).
 */
function firstLag(design: DpdDesign, spec: i32, equation: i32): i32 {
  const from = specField(design, spec, 2);
  if (equation != EquationBit.Level || !hasBoth(design, spec)) return from;
  const to = specField(design, spec, 3);
  return from > 0 ? from - 1 : to > 0 ? 0 : to - 1;
}

function lagCount(design: DpdDesign, spec: i32, equation: i32): i32 {
  if (equation == EquationBit.Level && hasBoth(design, spec)) return 1;
  return max(0, specField(design, spec, 3) - specField(design, spec, 2) + 1);
}

function entriesPerRow(design: DpdDesign, spec: i32, equation: i32): i32 {
  if (!(specField(design, spec, 5) & equation)) return 0;
  return isOrdinary(design, spec) ? 1 : lagCount(design, spec, equation);
}

/** Returns the number of potential columns of a spec in an equation. */
function partWidth(design: DpdDesign, spec: i32, equation: i32): i32 {
  if (equation == EquationBit.Level && !design.system) return 0;
  const width = entriesPerRow(design, spec, equation);
  if (isOrdinary(design, spec) || specField(design, spec, 4)) return width;
  return width * design.nperiods;
}

/** Fills the descriptions of a spec's potential columns. */
function describe(design: DpdDesign, plan: InstrumentPlan, spec: i32): void {
  for (let part = 0; part <= 1; ++part) {
    const equation = part == 1 ? EquationBit.Level : specField(design, spec, 5) & TRANSFORMED;
    const width = equation == 0 ? 0 : partWidth(design, spec, equation);
    const first = partOf(plan, spec, part).first;
    const lags = max(1, lagCount(design, spec, equation));
    const perPeriod = !isOrdinary(design, spec) && !specField(design, spec, 4);
    for (let i = 0; i < width; ++i) {
      const description = plan.description + integers(RowWidth.InstrumentColumn * (first + i));
      setInt(description, 0, spec);
      setInt(description, 1, getInt(description, 1) | equation);
      setInt(description, 2, firstLag(design, spec, equation) + (i % lags));
      setInt(description, 3, perPeriod ? i / lags : NO_PERIOD);
    }
  }
}
