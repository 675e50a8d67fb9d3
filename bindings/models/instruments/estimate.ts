import { type Arena, scope } from '../../core/arena.js';
import type { Engine } from '../../core/engine.js';
import { Status } from '../../core/status.js';
import { ivFit } from '../../generated/records.js';
import { instrumentError } from './errors.js';
import type { InstrumentProblem } from './problem.js';
import {
  type CoreInstruments,
  type InstrumentEstimate,
  putInstrumentDesign,
  putOptions,
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

/** Estimates in the core and leaves the fit in its memory; returns the status and the address of the fit. */
export function callInstruments(
  engine: Engine,
  arena: Arena,
  problem: InstrumentProblem,
  sample: CoreInstruments,
): { readonly status: number; readonly fitAddress: number } {
  const design = putInstrumentDesign(arena, problem, sample);
  const options = putOptions(arena, problem, sample);
  const fitAddress = arena.putRecord(ivFit, {});
  return { status: engine.exports.iv_fit(design, options, fitAddress), fitAddress };
}
