import { scope } from '../../core/arena.js';
import type { Engine } from '../../core/engine.js';
import { Status } from '../../core/status.js';
import { ivFit } from '../../generated/records.js';
import { instrumentError } from './errors.js';
import type { InstrumentProblem } from './problem.js';
import {
  type InstrumentEstimate,
  putInstrumentDesign,
  putOptions,
  readInstrumentEstimate,
  readInstrumentFailure,
} from './records.js';
import type { InstrumentSample } from './sample.js';

/** Estimates in the core. Throws the typed error of the status it returns. */
export function estimateInstruments(
  engine: Engine,
  problem: InstrumentProblem,
  sample: InstrumentSample,
): InstrumentEstimate {
  return scope(engine, (arena) => {
    const design = putInstrumentDesign(arena, problem, sample);
    const options = putOptions(arena, problem, sample);
    const at = arena.putRecord(ivFit, {});
    const status = engine.exports.iv_fit(design, options, at);
    if (status !== Status.Ok) {
      throw instrumentError(readInstrumentFailure(arena, at, status, sample), problem, sample);
    }
    return readInstrumentEstimate(arena, at, { problem, sample });
  });
}
