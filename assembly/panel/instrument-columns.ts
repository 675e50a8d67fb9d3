/** The instruments of a chunk of units, a column in one row of the stack after another: those of `instruments.ts`. */
import { getInt, setInt } from '../memory/layout';
import { DpdDesign } from '../memory/dpd-records';
import {
  GMM_STYLE,
  GRID_DIFFERENCES,
  InstrumentPart,
  InstrumentPlan,
  ORDINARY,
  STACKED,
  partOf,
  specField,
} from './instrument-plan';
import { LEVELS, PRIMARY, stackRows } from './unit';
import { UnitChunk, loadChunk, writeColumn } from './unit-chunk';

/** Adds to `occurrences` (i32, rows of the stack x npotential) the units of a chunk with a value in a row and column. */
export function countColumns(chunk: UnitChunk, plan: InstrumentPlan, occurrences: usize): void {
  visitColumns(chunk, plan, 0, occurrences);
}

/**
 * Writes the columns, each where `places` (usize, rows of the stack x npotential) has it, 0 for those without a place;
 * rows are 4 doubles apart.
 */
export function writeColumns(chunk: UnitChunk, plan: InstrumentPlan, places: usize): void {
  visitColumns(chunk, plan, places, 0);
}

function visitColumns(
  chunk: UnitChunk,
  plan: InstrumentPlan,
  places: usize,
  occurrences: usize,
): void {
  const design = chunk.design;
  for (let spec = 0; spec < design.nspecs; ++spec) {
    const kind = specField(design, spec, 0);
    const given = kind == GMM_STYLE || kind == ORDINARY;
    loadChunk(chunk, given ? specField(design, spec, 1) : -1);
    for (let r = 0; r < stackRows(design); ++r) {
      const block = r / design.nperiods;
      const part = partOf(plan, spec, i32(block == LEVELS));
      if (getInt(chunk.counts, r) == 0 || !(part.equation & (1 << block))) continue;
      const differenced = isDifferenced(design, spec, part, block);
      const first = usize(r * plan.npotential);
      const placesOfRow: usize = places == 0 ? 0 : places + first * sizeof<usize>();
      const countsOfRow: usize = occurrences == 0 ? 0 : occurrences + first * sizeof<i32>();
      visitRow(chunk, part, r, differenced, placesOfRow, countsOfRow);
    }
  }
}

/** The columns of a part in row r, as `writeInstruments` has them. */
function visitRow(
  chunk: UnitChunk,
  part: InstrumentPart,
  r: i32,
  differenced: bool,
  places: usize,
  counts: usize,
): void {
  const periods = chunk.design.nperiods;
  const stacked = part.source == STACKED;
  const t = r % periods;
  const latest = stacked ? t : t - part.lag;
  const column = stacked ? part.first : part.first + t * part.stride;
  const deepest = stacked ? 0 : part.lags - 1;
  const last = min(deepest, differenced ? latest - 1 : latest);
  for (let l = max(0, latest - periods + 1); l <= last; ++l) {
    const id = column + l;
    const to = places == 0 ? chunk.scratch : load<usize>(places + usize(id) * sizeof<usize>());
    if (to == 0) continue;
    const found = writeColumn(chunk, r, latest - l, differenced, to);
    if (counts != 0) setInt(counts, id, getInt(counts, id) + found);
  }
}

/** Whether the values of a part in a block are differences: of what is not passed through, and of no constant. */
function isDifferenced(design: DpdDesign, spec: i32, part: InstrumentPart, block: i32): bool {
  if (part.source != STACKED) return part.source == GRID_DIFFERENCES;
  const own = specField(design, spec, 0) == ORDINARY && specField(design, spec, 6) == 0;
  return own && block == PRIMARY;
}
