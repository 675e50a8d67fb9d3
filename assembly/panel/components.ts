/**
 * Principal components in place of the GMM-style instruments: the rows Z_gmm become Z_gmm V, dense in
 * every row that has an entry (Mehrhoff, 2009; Bontempi and Mammi, 2015). While they are in force the
 * plan numbers GMM-style columns 0 .. ncandidates - 1 and ordinary ones from ncandidates on; the
 * loaded unit has components first, ordinary instruments after them.
 */
import { doubles, get, getInt, integers, set, setInt } from '../memory/layout';
import { DpdDesign } from '../memory/dpd-records';
import { daxpy } from '../blas/level1';
import { InstrumentPlan } from './instrument-plan';
import { Unit, stackRows } from './unit';


@unmanaged
export class Components {
  /** GMM-style columns that are not zero, and components kept. */
  ncandidates: i32;
  ncomponents: i32;
  /** f64, ncandidates, from the largest down. */
  eigenvalues: usize;
  /** Kaiser, Meyer and Olkin's measure; NaN where the correlations are singular. */
  kmo: f64;
  /** f64, ncandidates x ncomponents, row by row: V. */
  vectors: usize;
  /** i32 and f64: the entries of the loaded unit before they are projected. */
  column: usize;
  value: usize;
  /** f64, ncomponents: scratch. */
  row: usize;
}

/** Replaces the GMM-style entries of the loaded unit by components. */
export function projectInstruments(design: DpdDesign, plan: InstrumentPlan, unit: Unit): void {
  const components = changetype<Components>(plan.components);
  const rows = stackRows(design);
  const total = getInt(unit.start, rows);
  memory.copy(components.column, unit.column, integers(total));
  memory.copy(components.value, unit.value, doubles(total));
  let entries = 0;
  let from = 0;
  for (let r = 0; r < rows; ++r) {
    const end = getInt(unit.start, r + 1);
    setInt(unit.start, r, entries);
    entries = projectRow(components, unit, from, end, entries);
    from = end;
  }
  setInt(unit.start, rows, entries);
}

/** One row: entries `from` to `end` of the copy, GMM-style ones first, to the unit from `entries` on. */
function projectRow(components: Components, unit: Unit, from: i32, end: i32, entries: i32): i32 {
  const kept = components.ncomponents;
  const candidates = components.ncandidates;
  let e = from;
  memory.fill(components.row, 0, doubles(kept));
  for (; e < end && getInt(components.column, e) < candidates; ++e) {
    const weights = components.vectors + doubles(getInt(components.column, e) * kept);
    daxpy(kept, get(components.value, e), weights, components.row);
  }
  if (e > from) {
    for (let c = 0; c < kept; ++c, ++entries) {
      setInt(unit.column, entries, c);
      set(unit.value, entries, get(components.row, c));
    }
  }
  for (; e < end; ++e, ++entries) {
    setInt(unit.column, entries, getInt(components.column, e) - candidates + kept);
    set(unit.value, entries, get(components.value, e));
  }
  return entries;
}
