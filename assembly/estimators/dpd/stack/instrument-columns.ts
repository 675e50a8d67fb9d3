/**
 * The instruments of a chunk of units, as in `instrument-rows.ts`, but one column of one row of the stack at a time.
 */
import { InstrumentKind } from '../../../codes';
import { addressOf, getInt, integers, setInt } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import {
  GRID_DIFFERENCES,
  InstrumentPart,
  InstrumentPlan,
  STACKED,
  partOf,
  specField,
} from './instrument-plan';
import { LEVELS, PRIMARY, stackRows } from './unit';
import { CONSTANT, Source, UnitChunk, countValues, findSource } from './unit-chunk';

/**
 * Sets the sources of the columns, and adds the number of units of a chunk with a value there to `occurrences` (i32,
 * rows of the stack x npotential).
 */
export function countColumns(chunk: UnitChunk, plan: InstrumentPlan, occurrences: usize): void {
  const design = chunk.design;
  for (let spec = 0; spec < design.nspecs; ++spec) {
    for (let r = 0, stack = stackRows(design); r < stack; ++r) {
      const block = r / design.nperiods;
      const part = partOf(plan, spec, i32(block == LEVELS));
      if (!(part.equation & (1 << block))) continue;
      const first = r * plan.npotential;
      countRow(
        chunk,
        spec,
        r,
        part,
        addressOf(chunk.sources, first),
        occurrences + integers(first),
      );
    }
  }
}

/** Counts the columns of a part of a spec in row r, as `writeInstruments` writes them. */
function countRow(
  chunk: UnitChunk,
  spec: i32,
  r: i32,
  part: InstrumentPart,
  sources: usize,
  counts: usize,
): void {
  const design = chunk.design;
  const kind = specField(design, spec, 0);
  const variable =
    kind == InstrumentKind.Gmm || kind == InstrumentKind.Ordinary
      ? specField(design, spec, 1)
      : CONSTANT;
  const differenced = isDifferenced(design, spec, part, r / design.nperiods);
  const stacked = part.source == STACKED;
  const t = r % design.nperiods;
  const latest = stacked ? t : t - part.lag;
  const column = stacked ? part.first : part.first + t * part.stride;
  const deepest = stacked ? 0 : part.lags - 1;
  const last = min(deepest, differenced ? latest - 1 : latest);
  for (let l = max(0, latest - design.nperiods + 1); l <= last; ++l) {
    const id = column + l;
    const source = changetype<Source>(addressOf(sources, id));
    findSource(chunk, variable, latest - l, differenced, source);
    setInt(counts, id, getInt(counts, id) + countValues(chunk, r, source));
  }
}

/** True if the values of a part in a block are differences; values passed through and the constant are not. */
function isDifferenced(design: DpdDesign, spec: i32, part: InstrumentPart, block: i32): bool {
  if (part.source != STACKED) return part.source == GRID_DIFFERENCES;
  const fromLevels =
    specField(design, spec, 0) == InstrumentKind.Ordinary && specField(design, spec, 6) == 0;
  return fromLevels && block == PRIMARY;
}
