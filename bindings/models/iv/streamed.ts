import { scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { Status } from '../../core/engine/status.js';
import type { StreamedTable } from '../../data/index.js';
import { ivDesign, ivFit, rowStream } from '../../generated/records.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { FitResult } from '../../results/fit.js';
import { instrumentError } from '../instruments/errors.js';
import type { InstrumentProblem } from '../instruments/problem.js';
import {
  type InstrumentEstimate,
  readInstrumentEstimate,
  readInstrumentFailure,
} from '../instruments/records.js';
import { putOptions } from '../instruments/call.js';
import { instrumentSample, instrumentSpec } from '../instruments/design.js';
import { type InstrumentSample, withoutRegressors } from '../instruments/sample.js';
import { ivProblem } from './rows.js';
import type { IvModel } from './model.js';
import { ivResult } from './result.js';
import { omitCollinear } from '../linear/estimate/omit-collinear.js';
import { needsMemory } from '../streamed/errors.js';
import { openParts, runPasses } from '../streamed/parts.js';
import { buildStreamedSample, type StreamedSample, withoutStreamed } from '../streamed/sample.js';
import type { StreamedEstimator } from '../streamed/streamable.js';

export const streamedIv: StreamedEstimator<IvModel> = {
  wholeRows({ effects, cTests }) {
    if (effects !== undefined) return { why: 'effects', name: effects };
    return cTests.length === 0 ? undefined : { why: 'c-tests' };
  },
  fit: fitStreamed,
};

/**
 * Estimates a regression with instruments whose rows come in blocks: the result of `fitIv`.
 *
 * @throws as `fitIv`; NumericalError `extreme-column` for columns that must be scaled first
 */
function fitStreamed(
  engine: Engine,
  model: IvModel,
  table: StreamedTable,
  partDoubles?: number,
): FitResult {
  const spec = instrumentSpec(model);
  const streamed = buildStreamedSample(spec, table, elementaryMath(engine));
  table.close();
  try {
    const whole = { streamed, sample: instrumentSample(spec, streamed.sample) };
    const problem = ivProblem(model, whole.sample);
    const {
      sample: kept,
      estimate: fit,
      omitted,
    } = omitCollinear(whole, {
      collinear: model.collinear,
      estimate: (rows) => estimate(engine, rows, problem, partDoubles),
      without: withoutStreamedRegressors,
      remedy: 'none-endogenous',
    });
    return ivResult(engine, model, { problem, sample: kept.sample, omitted }, fit);
  } finally {
    streamed.rows.close();
  }
}

/** The rows in parts, and the names of their columns by role. */
interface StreamedInstruments {
  readonly streamed: StreamedSample;
  readonly sample: InstrumentSample;
}

function withoutStreamedRegressors(
  { streamed, sample }: StreamedInstruments,
  omitted: readonly string[],
): StreamedInstruments | undefined {
  const rows = withoutStreamed(streamed, omitted);
  const kept = withoutRegressors(sample, omitted);
  return rows && kept && { streamed: rows, sample: kept };
}

function estimate(
  engine: Engine,
  { streamed, sample }: StreamedInstruments,
  problem: InstrumentProblem,
  partDoubles: number | undefined,
): InstrumentEstimate {
  const math = elementaryMath(engine);
  const { iv_open, iv_rows, iv_next } = engine.exports;
  return scope(engine, (arena) => {
    const intercept = { ...streamed, sample: { ...streamed.sample, intercept: false } };
    const parts = openParts(arena, intercept, problem.weightType, partDoubles);
    const design = arena.putRecord(ivDesign, {
      nexogenous: sample.exogenous.length,
      nendogenous: sample.endogenous.length,
      ninstruments: sample.instruments.length,
      constant: sample.exogenous.indexOf('_cons'),
      rows: parts.design,
    });
    const fit = arena.putRecord(ivFit, {});
    const stream = arena.putRecord(rowStream, { capacity: parts.capacity });
    const core = { rows: iv_rows, next: iv_next };
    let status = iv_open(design, putOptions(arena, problem, sample), fit, stream);
    if (status === Status.Ok)
      status = runPasses(arena, core, stream, { sample: streamed, parts, math });
    if (status === Status.ExtremeColumn) throw needsMemory('iv');
    if (status !== Status.Ok) {
      throw instrumentError(readInstrumentFailure(arena, fit, status, sample), problem, sample);
    }
    return readInstrumentEstimate(arena, fit, { problem, sample });
  });
}
