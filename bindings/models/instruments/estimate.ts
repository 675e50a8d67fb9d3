import { scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { Status } from '../../core/engine/status.js';
import { callInstruments } from './call.js';
import { instrumentError } from './errors.js';
import type { InstrumentProblem } from './problem.js';
import {
  type InstrumentEstimate,
  readInstrumentEstimate,
  readInstrumentFailure,
} from './records.js';
import type { InstrumentSample } from './sample.js';

/** Estimates in the core. Throws the typed error of the status that the core returns. */
export function estimateInstruments(
  engine: Engine,
  problem: InstrumentProblem,
  sample: InstrumentSample,
): InstrumentEstimate {
  return scope(engine, (arena) => {
    const { status, fitAddress } = callInstruments(engine, arena, problem, sample);
    if (status !== Status.Ok) {
      throw instrumentError(
        readInstrumentFailure(arena, fitAddress, status, sample),
        problem,
        sample,
      );
    }
    return readInstrumentEstimate(arena, fitAddress, { problem, sample });
  });
}
