/**
 * Principal components instead of the GMM-style instruments: the rows Z_gmm become Z_gmm V, dense in every row with an
 * entry (Mehrhoff, 2009; Bontempi and Mammi, 2015). With components the plan numbers GMM-style columns 0 .. ncandidates
 * - 1 and ordinary ones from ncandidates on. The loaded unit has components first and ordinary instruments after them.
 */
import { doubles, get } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { daxpy } from '../../../blas/level1';
import { InstrumentPlan } from './instrument-plan';
import { ENTRY, Unit, entryColumn, firstEntry, stackRows } from './unit';


@unmanaged
export class Components {
  /** Number of GMM-style columns that are not zero, and of components kept. */
  ncandidates: i32;
  ncomponents: i32;
  /** f64, ncandidates, from the largest down. */
  eigenvalues: usize;
  /** Kaiser, Meyer and Olkin's measure; NaN where the correlations are singular. */
  kmo: f64;
  /** f64, ncandidates x ncomponents, row by row: V. */
  vectors: usize;
  /** Entries of the loaded unit with components, and usize, 3T + 1: the first of each row. */
  entries: usize;
  start: usize;
  /** f64, ncomponents: scratch. */
  row: usize;
}

/** Replaces the GMM-style entries of the loaded unit by components. */
export function projectInstruments(design: DpdDesign, plan: InstrumentPlan, unit: Unit): void {
  const components = changetype<Components>(plan.components);
  const rows = stackRows(design);
  let to = components.entries;
  for (let r = 0; r < rows; ++r) {
    store<usize>(components.start + usize(r) * sizeof<usize>(), to);
    to = projectRow(components, firstEntry(unit, r), firstEntry(unit, r + 1), to);
  }
  store<usize>(components.start + usize(rows) * sizeof<usize>(), to);
  unit.start = components.start;
  unit.entries = components.entries;
}

/** Writes one row from the entries `e` to `end`, GMM-style ones first, to entries from `to` on; returns their end. */
function projectRow(components: Components, e: usize, end: usize, to: usize): usize {
  const kept = components.ncomponents;
  const candidates = components.ncandidates;
  const from = e;
  memory.fill(components.row, 0, doubles(kept));
  for (; e < end && entryColumn(e) < candidates; e += ENTRY) {
    const weights = components.vectors + doubles(entryColumn(e) * kept);
    daxpy(kept, load<f64>(e), weights, components.row);
  }
  if (e > from) {
    for (let c = 0; c < kept; ++c) to = writeEntry(get(components.row, c), c, to);
  }
  for (; e < end; e += ENTRY) to = writeEntry(load<f64>(e), entryColumn(e) - candidates + kept, to);
  return to;
}

// @ts-ignore: decorator
@inline
function writeEntry(value: f64, column: i32, to: usize): usize {
  store<f64>(to, value);
  store<i32>(to, column, 8);
  return to + ENTRY;
}
