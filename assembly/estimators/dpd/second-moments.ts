/**
 * S2 = sum w_i g_i g_i' of the replicates of a batch, g_i = b_i - A_i b1 at each one's own one-step estimate.
 *
 * Decision: a chunk of units at a time for all replicates, and not a replicate at a time. The blocks of a chunk stay in
 * cache, where those of a large sample would come from memory once a replicate (5,000 units, 47 instruments: a whole
 * replicate takes 1.3 instead of 3.0 ms). Chunks are part of the numeric contract: the sum over units is taken chunk by
 * chunk, each in order.
 */
import { doubles, getInt, integers } from '../../memory/layout';
import { Status } from '../../status';
import { triangleSize } from '../../blas/panels';
import { dsyrkPanels } from '../../moments/gram';
import { SINGULAR } from '../../moments/panel-step';
import { Blocks, CHUNK } from './blocks';
import { blockMoments, listDrawn, singleMoments, weightedResiduals } from './moment-rows';

/** The sums of `count` replicates into their slots; `draws` holds nunits counts each. */
export function sumSecondMoments(blocks: Blocks, count: i32, draws: usize): void {
  const units = blocks.nunits;
  const triangle = doubles(triangleSize(blocks.n));
  memory.fill(blocks.sums, 0, usize(count) * triangle);
  const rows = blocks.rows;
  for (let start = 0; start < units; start += blocks.chunk) {
    const end = min(units, start + blocks.chunk);
    for (let b = 0; b < count; ++b) {
      if ((getInt(blocks.statuses, b) & ~SINGULAR) != Status.Ok) continue;
      const counts = draws + integers(b * units);
      const params = blocks.firsts + doubles(b * (blocks.k + 1));
      const drawn = formMoments(blocks, start, end, counts, params, rows);
      dsyrkPanels(blocks.n, drawn, CHUNK, rows, blocks.sums + usize(b) * triangle);
    }
  }
}

/** Rows sqrt(w_i) g_i of the units start .. end - 1 that were drawn, in panels of CHUNK rows; returns how many. */
export function formMoments(
  blocks: Blocks,
  start: i32,
  end: i32,
  counts: usize,
  params: usize,
  rows: usize,
): i32 {
  const singles = blocks.singles;
  const drawn = listDrawn(start, end, counts);
  if (singles.nrows > 0) weightedResiduals(blocks, drawn, params);
  let first = 0;
  for (let run = 0; run < singles.nruns; ++run) {
    const next = getInt(singles.ends, run);
    if (run & 1) singleMoments(blocks, first, next, drawn, rows);
    else blockMoments(blocks, first, next, drawn, params, rows);
    first = next;
  }
  return drawn;
}
